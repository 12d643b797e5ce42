package fallline.cli;

import fallline.workbench.Scene;
import java.nio.file.Path;

/// Paints the whole dashboard into a file.
@FunctionalInterface
public interface Dashboard {
    /// Writes a PNG of the scene, whose runs are all computed.
    ///
    /// @throws fallline.export.ExportException with a sentence, if that cannot be done
    void write(Scene scene, Path png);
}
