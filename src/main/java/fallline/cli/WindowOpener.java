package fallline.cli;

import java.nio.file.Path;
import java.util.Optional;

/// Opens the window, or what stands in for it where there can be none.
@FunctionalInterface
public interface WindowOpener {
    /// Shows the experiment in `file`, or the first one, until the user is done.
    ///
    /// @return the exit code
    int open(Optional<Path> file);
}
