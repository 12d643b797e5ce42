package fallline.app.settings;

import fallline.experiment.Experiment;
import fallline.experiment.RecordedChange;
import fallline.experiment.RecordedPath;
import fallline.experiment.Run;
import fallline.experiment.SettingsAt;
import fallline.experiment.edit.Batches;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.problem.Problem;
import fallline.workbench.RecordedNotes;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// What the settings card shows: a pure function of the scene.
///
/// @param run the chosen run
/// @param optimizer empty if the recipe names one that there is not
/// @param refusal why the run cannot be made, in one sentence
/// @param values every hyperparameter by name
/// @param parameters the names of the problem's parameters
/// @param start one number a parameter
/// @param goal for formulas
/// @param method schedule, modifiers and line search
/// @param fromHere whether edits hold from the playhead on
/// @param changes what the run changes on its way
/// @param recorded what is said of a path that was computed elsewhere and has no settings; empty for any other run
record Settings(
        String run,
        Optional<Optimizer> optimizer,
        Optional<String> refusal,
        Map<String, HyperValue> values,
        Batches batches,
        List<String> parameters,
        List<Double> start,
        Optional<Goal> goal,
        long seed,
        int steps,
        Method method,
        boolean fromHere,
        List<RecordedChange> changes,
        List<String> recorded) {
    Settings {
        recorded = List.copyOf(recorded);
        values = Map.copyOf(values);
        parameters = List.copyOf(parameters);
        start = List.copyOf(start);
        changes = List.copyOf(changes);
    }

    static Settings of(Scene scene, TaskResolver resolver) {
        Experiment experiment = scene.experiment();
        Run run = scene.chosen();
        Optional<RunRecord> record = scene.record(run.name());
        Optional<Optimizer> optimizer =
                record.flatMap(RunRecord::task).map(RunTask::optimizer).or(() -> find(resolver, experiment, run));
        boolean fromHere = scene.view().fromHere();
        SettingsAt settings =
                fromHere ? SettingsAt.of(run.recipe(), scene.view().playhead()) : SettingsAt.base(run.recipe());
        Map<String, HyperValue> values = new HashMap<>();
        optimizer
                .map(Optimizer::hyperparameters)
                .orElse(List.of())
                .forEach(parameter -> values.put(parameter.name(), settings.value(parameter)));
        return new Settings(
                run.name(),
                optimizer,
                record.flatMap(RunRecord::refusal),
                values,
                Batches.of(experiment, optimizer, run.recipe().lineSearch().isPresent(), settings.batching()),
                experiment.problem().objective().parameterNames(),
                DoubleStream.of(experiment.startPoint()).boxed().toList(),
                experiment.problem() instanceof Problem.Formula formula
                        ? Optional.of(formula.goal())
                        : Optional.empty(),
                experiment.seed(),
                experiment.steps(),
                Method.of(scene, optimizer, settings),
                fromHere,
                RecordedChange.of(run.recipe()),
                run.recorded().map(path -> recorded(path, record, experiment)).orElse(List.of()));
    }

    private static List<String> recorded(RecordedPath path, Optional<RunRecord> record, Experiment experiment) {
        String run = path.run().map(name -> ", run " + name).orElse("");
        int steps = path.lastStep() - path.firstStep() + 1;
        String gaps = steps > path.rows() ? ", of which " + Numbers.whole(path.rows()) + " are known" : "";
        List<String> words = new ArrayList<>();
        words.add("Recorded path: nothing to set.");
        words.add(path.file().getFileName() + run + ", steps " + Numbers.whole(path.firstStep()) + " to "
                + Numbers.whole(path.lastStep()) + gaps + ".");
        record.flatMap(RunRecord::trace)
                .map(trace -> RecordedNotes.of(
                        path, trace, experiment.problem().objective().parameterNames()))
                .ifPresent(words::addAll);
        return words;
    }

    private static Optional<Optimizer> find(TaskResolver resolver, Experiment experiment, Run run) {
        try {
            return Optional.of(resolver.optimizer(experiment, run));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // the record's refusal says why
        }
    }

    /// The learning rate, if the optimizer has one that is a number.
    Optional<Double> rate() {
        return values.get(Hyperparameter.LEARNING_RATE) instanceof HyperValue.Amount(double rate)
                ? Optional.of(rate)
                : Optional.empty();
    }
}
