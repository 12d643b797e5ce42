package fallline.workbench;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.run.Trace;
import fallline.experiment.view.ViewState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that the screen is a function of: the experiment, its traces, and how it is looked at.
///
/// @param records by run name
public record Scene(Experiment experiment, Map<String, RunRecord> records, ViewState view) {
    public Scene {
        records = Map.copyOf(records);
    }

    /// The run whose settings are shown.
    public Run chosen() {
        return experiment.runOrFirst(view.runs().chosen());
    }

    /// What is known of the run called `name`.
    public Optional<RunRecord> record(String name) {
        return Optional.ofNullable(records.get(name));
    }

    /// The trace of the run called `name`, as far as there is one.
    public Optional<Trace> trace(String name) {
        return record(name).flatMap(RunRecord::trace);
    }

    /// The trace of the chosen run.
    public Optional<Trace> chosenTrace() {
        return trace(chosen().name());
    }

    /// The trace of the chosen run if its parameters are known: not where only losses were recorded.
    public Optional<Trace> chosenPath() {
        return chosenTrace().filter(Trace::hasPath);
    }

    /// The step that a run shows: the playhead, or the run's last finite step if that comes first; of a recorded path
    /// the last one up to there that is known.
    public int shownStep(Trace trace) {
        return trace.recordedStep(Math.max(0, Math.min(view.playhead(), trace.lastFiniteStep())));
    }

    /// The runs that are drawn, in order.
    public List<Run> shownRuns() {
        return experiment.runs().stream()
                .filter(run -> !view.runs().hidden().contains(run.name()))
                .toList();
    }

    /// Whether every run is computed to its end.
    public boolean settled() {
        return experiment.runs().stream()
                .allMatch(run -> record(run.name()).map(RunRecord::settled).orElse(false));
    }
}
