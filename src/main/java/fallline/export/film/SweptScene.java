package fallline.export.film;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.edit.Edits;
import fallline.experiment.judge.Judge;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.text.Quote;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A scene with one number changed, and what depends on it computed anew.
final class SweptScene {
    private SweptScene() {}

    /// Why this cannot be swept, for the user.
    static Optional<String> objection(Course.Sweep sweep, Scene scene, TaskResolver resolver) {
        if (sweep.run().isPresent() && scene.experiment().indexOf(sweep.run().get()) < 0) {
            return Optional.of("There is no run " + Quote.of(sweep.run().get()) + " to sweep: the runs are "
                    + words(scene.experiment().runs().stream().map(Run::name)) + ".");
        }
        Optional<Hyperparameter> setting = setting(sweep, scene, resolver);
        if (setting.isEmpty()) {
            return isParameter(sweep, scene) ? Optional.empty() : Optional.of(unknown(sweep, scene, resolver));
        }
        if (!(setting.get().kind() instanceof Hyperparameter.Range range)) {
            return Optional.of(Quote.of(sweep.setting()) + " is no number and cannot be swept.");
        }
        return Stream.of(sweep.from(), sweep.to())
                .filter(value -> !range.limits().contains(value))
                .findFirst()
                .map(value ->
                        sweep.setting() + " of " + Quote.of(run(sweep, scene).name()) + " must be in " + range.limits()
                                + ", and the sweep goes to " + value + ".");
    }

    private static String unknown(Course.Sweep sweep, Scene scene, TaskResolver resolver) {
        Run run = run(sweep, scene);
        Stream<String> own = resolver.optimizer(scene.experiment(), run).hyperparameters().stream()
                .filter(known -> known.kind() instanceof Hyperparameter.Range)
                .map(Hyperparameter::name);
        Stream<String> others = scene.experiment().problem().parameters().keySet().stream();
        return Quote.of(run.name()) + " has no setting " + Quote.of(sweep.setting()) + " to sweep: take one of "
                + words(Stream.concat(own, others)) + ".";
    }

    private static String words(Stream<String> names) {
        List<String> all = names.map(Quote::of).toList();
        return all.isEmpty() ? "none" : String.join(", ", all);
    }

    private static Run run(Course.Sweep sweep, Scene scene) {
        return sweep.run().map(scene.experiment()::runOrFirst).orElseGet(scene::chosen);
    }

    private static Optional<Hyperparameter> setting(Course.Sweep sweep, Scene scene, TaskResolver resolver) {
        Optimizer optimizer = resolver.optimizer(scene.experiment(), run(sweep, scene));
        return optimizer.hyperparameters().stream()
                .filter(known -> known.name().equals(sweep.setting()))
                .findFirst();
    }

    private static boolean isParameter(Course.Sweep sweep, Scene scene) {
        return scene.experiment().problem().parameters().containsKey(sweep.setting());
    }

    /// The experiment with this value.
    static Experiment experiment(Course.Sweep sweep, Scene scene, double value, TaskResolver resolver) {
        if (setting(sweep, scene, resolver).isEmpty()) {
            return Edits.withParameter(scene.experiment(), sweep.setting(), value);
        }
        Run run = run(sweep, scene);
        Run changed = run.withRecipe(run.recipe().with(sweep.setting(), HyperValue.of(value)));
        return scene.experiment().withRun(run.name(), changed);
    }

    /// The runs of that experiment: those that are as they were before are not computed again.
    ///
    /// @throws CancellationException if it was cancelled meanwhile
    static Map<String, RunRecord> records(
            Course.Sweep sweep, Scene scene, Experiment experiment, TaskResolver resolver, BooleanSupplier cancelled) {
        Map<String, RunRecord> records = new HashMap<>(scene.records());
        boolean all = setting(sweep, scene, resolver).isEmpty();
        for (Run run : experiment.runs()) {
            if (all || run.name().equals(run(sweep, scene).name())) {
                records.put(run.name(), computed(experiment, run, resolver, cancelled));
            }
        }
        return records;
    }

    private static RunRecord computed(
            Experiment experiment, Run run, TaskResolver resolver, BooleanSupplier cancelled) {
        RunTask task = resolver.resolve(experiment, run);
        Trace trace = TraceRecorder.record(task, cancelled, _ -> {});
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        task.objective().optimum(); // figures take it from then on, and would not wait for it
        return RunRecord.ended(
                task, trace, Judge.verdict(task, trace, cancelled).orElseThrow(CancellationException::new));
    }
}
