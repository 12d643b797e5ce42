package fallline.cli;

import java.util.Optional;

/// Opens the window, or what stands in for it where there can be none.
@FunctionalInterface
public interface WindowOpener {
    /// Shows an experiment, or the first one, until the user is done.
    ///
    /// @param what the name of a file, or a share code
    /// @return the exit code
    int open(Optional<String> what);
}
