package fallline.experiment.edit;

import fallline.experiment.Experiment;
import java.util.OptionalInt;

/// Has runs repeated with other seeds, or not any more.
public final class RepeatEdits {
    private RepeatEdits() {}

    /// The experiment in which a run is repeated so often; without such a run, the experiment itself.
    ///
    /// @throws IllegalArgumentException with a sentence, if that is too often or too seldom
    public static Experiment with(Experiment experiment, String run, int count) {
        return changed(experiment, run, OptionalInt.of(count));
    }

    /// The experiment in which a run is not repeated.
    public static Experiment without(Experiment experiment, String run) {
        return changed(experiment, run, OptionalInt.empty());
    }

    private static Experiment changed(Experiment experiment, String run, OptionalInt repeats) {
        return experiment.indexOf(run) < 0
                ? experiment
                : experiment.withRun(run, experiment.runOrFirst(run).withRepeats(repeats));
    }
}
