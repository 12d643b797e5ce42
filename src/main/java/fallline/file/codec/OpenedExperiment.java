package fallline.file.codec;

import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.json.UnknownFields;
import java.util.List;
import java.util.Optional;

/// What was in an experiment file.
///
/// @param view how it was looked at, if the file says so
/// @param warnings sentences for the user, such as the names of unknown fields
/// @param unknown to be handed back when the experiment is saved
public record OpenedExperiment(
        Experiment experiment, Optional<ViewState> view, List<String> warnings, UnknownFields unknown) {
    public OpenedExperiment {
        warnings = List.copyOf(warnings);
    }
}
