package fallline.cli;

import fallline.io.LogFile;
import fallline.optimizer.catalogue.FileCatalogue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The command line as a test uses it: what it said is kept, and no window opens.
final class Session {
    static final FileCatalogue CATALOGUE = FileCatalogue.load();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Optional<String>> opened = new ArrayList<>();

    Console console() {
        return new Console(new PrintWriter(out), new PrintWriter(err), true);
    }

    /// @return the exit code
    public int run(String... arguments) {
        WindowOpener window = file -> {
            opened.add(file);
            return 0;
        };
        return run(window, new LogFile(Path.of("target", "fallline-test.log")), arguments);
    }

    /// As above, with another window.
    ///
    /// @param log gets traces
    public int run(WindowOpener window, LogFile log, String... arguments) {
        return new Cli(CATALOGUE, window, console(), log).run(arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /// What the window was asked to open, each time it was.
    List<Optional<String>> opened() {
        return opened;
    }
}
