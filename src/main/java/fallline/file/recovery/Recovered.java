package fallline.file.recovery;

import fallline.file.FileStamp;
import fallline.file.codec.OpenedExperiment;
import java.util.Optional;

/// A state that was kept.
///
/// @param opened the experiment and its view
/// @param file the file that it belonged to, as it was then
public record Recovered(OpenedExperiment opened, Optional<FileStamp> file) {}
