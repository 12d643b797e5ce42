package fallline.lesson.state;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.view.ViewState;

/// An experiment and how it is looked at.
public record Setup(Experiment experiment, ViewState view) {
    /// An experiment as it is first looked at.
    public static Setup of(Experiment experiment) {
        return new Setup(experiment, ViewState.initial(experiment));
    }

    /// The run whose settings are shown.
    public Run chosen() {
        return experiment.runOrFirst(view.runs().chosen());
    }

    /// The same with another experiment; what is looked at is what it has: where the chosen run is gone, the first is
    /// chosen.
    public Setup with(Experiment other) {
        return new Setup(other, view.following(experiment, other).fitting(other));
    }

    /// The same, looked at otherwise.
    public Setup with(ViewState other) {
        return new Setup(experiment, other);
    }
}
