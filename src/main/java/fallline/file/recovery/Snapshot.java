package fallline.file.recovery;

import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.FileStamp;
import fallline.file.json.UnknownFields;
import java.util.Optional;

/// What is on the screen.
///
/// @param name what the user calls it
/// @param file the file that it belongs to, as it was when it was last read or written
/// @param unknown what is in that file besides
public record Snapshot(
        Experiment experiment, ViewState view, String name, Optional<FileStamp> file, UnknownFields unknown) {}
