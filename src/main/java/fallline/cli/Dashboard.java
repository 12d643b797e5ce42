package fallline.cli;

import fallline.experiment.Scene;
import java.io.IOException;
import java.nio.file.Path;

/// Paints the whole dashboard into a file.
@FunctionalInterface
public interface Dashboard {
    /// Writes a PNG of the scene, whose runs are all computed.
    void write(Scene scene, Path png) throws IOException;
}
