package fallline.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A Python of this machine that can import a module.
record Python(Path program) {
    private static final List<String> USUAL_PLACES =
            List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/conda/bin");

    /// Runs every script in one process; each script's output goes to a file beside it, `.out`, and what went wrong to
    /// `.err`.
    private static final String DRIVER = """
            import sys, traceback
            terminal = sys.stdout
            for script in open(sys.argv[1], encoding="utf-8").read().splitlines():
                with open(script + ".out", "w", encoding="utf-8") as sys.stdout:
                    try:
                        text = open(script, encoding="utf-8").read()
                        exec(compile(text, script, "exec"), {"__name__": "__main__"})
                    except BaseException:
                        with open(script + ".err", "w", encoding="utf-8") as errors:
                            errors.write(traceback.format_exc())
            sys.stdout = terminal
            """;

    /// The first Python 3 on the path or in a usual place that has the modules.
    static Optional<Python> with(String... modules) {
        Set<Path> candidates = new LinkedHashSet<>();
        List<String> folders =
                new ArrayList<>(List.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator)));
        folders.addAll(USUAL_PLACES);
        for (String folder : folders) {
            for (String name : List.of("python3", "python", "python3.exe", "python.exe")) {
                candidates.add(Path.of(folder, name));
            }
        }
        String probe = "import sys; assert sys.version_info >= (3, 8)"
                + (modules.length == 0 ? "" : "; import " + String.join(", ", modules));
        return candidates.stream()
                .filter(Files::isExecutable)
                .map(Python::new)
                .filter(python -> python.succeeds("-c", probe))
                .findFirst();
    }

    /// Whether it ends well with these arguments.
    boolean succeeds(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Runs all the scripts.
    void run(List<Path> scripts, Path folder) throws IOException {
        Path driver = Files.writeString(folder.resolve("driver.py"), DRIVER);
        Path list = Files.write(
                folder.resolve("scripts.txt"),
                scripts.stream().map(Path::toString).toList());
        if (!succeeds(driver.toString(), list.toString())) {
            throw new IOException("python could not run the scripts");
        }
    }
}
