package fallline.picture.convergence;

import fallline.analysis.PassedEpochs;
import fallline.analysis.repeat.Repeats;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.SettingsAt;
import fallline.experiment.run.Recording;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.view.ConvergenceLook.Across;
import fallline.experiment.view.ConvergenceLook.Measure;
import fallline.figure.curve.Series;
import fallline.figure.paint.RunStyle;
import fallline.figure.path.StepMark;
import fallline.optimizer.batch.Batching;
import fallline.picture.Best;
import fallline.picture.RunMarks;
import fallline.picture.RunPaths;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The curves of a quantity that traces have: one a run, and behind them those of the test rows. A curve of which
/// nothing changed is the same object in the next picture.
final class RunCurves {
    /// What is drawn.
    ///
    /// @param best what distances from J* are measured from
    record Quantity(Measure measure, Across across, Best best) {}

    /// @param task of the trace, where epochs are counted by it
    private record Key(
            Trace trace,
            Measure measure,
            Across across,
            Optional<RunTask> task,
            double best,
            RunStyle style,
            String name,
            boolean lots,
            List<StepMark> changes,
            Optional<Repeats> repeats) {}

    private Map<Key, Series> kept = new HashMap<>();
    private Map<Key, Series> keptTests = new HashMap<>();

    /// @param runs in their order; each has a trace
    List<Series> of(Scene scene, List<Run> runs, Quantity quantity, Map<String, Repeats> repeats) {
        Map<Key, Series> used = new LinkedHashMap<>();
        for (Run run : runs) {
            Key key = key(scene, run, quantity, Optional.ofNullable(repeats.get(run.name())));
            used.put(key, Optional.ofNullable(kept.get(key)).orElseGet(() -> series(key, quantity.best())));
        }
        kept = used;
        List<Series> all = new ArrayList<>(used.values());
        all.addAll(tests(List.copyOf(used.keySet()), quantity.best()));
        return all;
    }

    private static Key key(Scene scene, Run run, Quantity quantity, Optional<Repeats> repeats) {
        return new Key(
                scene.trace(run.name()).orElseThrow(),
                quantity.measure(),
                quantity.across(),
                quantity.across() == Across.EPOCHS
                        ? scene.record(run.name()).flatMap(RunRecord::traced)
                        : Optional.empty(),
                quantity.measure() == Measure.LOSS_GAP ? quantity.best().value() : 0,
                RunPaths.style(scene, run),
                run.name(),
                drawsLots(run),
                RunMarks.of(run.recipe()),
                repeats);
    }

    /// The curves of the test rows, in the order of the runs.
    private List<Series> tests(List<Key> keys, Best best) {
        Map<Key, Series> used = new LinkedHashMap<>();
        for (Key key : keys) {
            boolean loss = key.measure() == Measure.LOSS || key.measure() == Measure.LOSS_GAP;
            if (loss && key.trace().hasTest()) {
                String name = keys.size() == 1 ? "test" : key.name() + ", test";
                used.put(
                        key,
                        Optional.ofNullable(keptTests.get(key))
                                .filter(line -> line.name().equals(name))
                                .orElseGet(() -> test(key, best, name)));
            }
        }
        keptTests = used;
        return List.copyOf(used.values());
    }

    private static Series test(Key key, Best best, String name) {
        Trace trace = key.trace();
        int length = trace.lastFiniteStep() + 1;
        double[] values = new double[length];
        for (int k = 0; k < length; k++) {
            double loss = trace.testLoss(k);
            values[k] = key.measure() == Measure.LOSS ? loss : best.gap(loss);
        }
        boolean diverged = length < trace.length();
        return Series.ofTest(
                name, key.style(), values, places(key.across(), key.trace(), key.task(), length), length, diverged);
    }

    private static Series series(Key key, Best best) {
        Trace trace = key.trace();
        int length = trace.lastFiniteStep() + 1;
        double[] values = new double[length];
        // where nobody counted, no step has a place
        boolean placed =
                switch (key.across()) {
                    case STEPS -> true;
                    case EVALUATIONS -> trace.recording().map(Recording::counts).orElse(true);
                    case EPOCHS -> key.task().filter(PassedEpochs::has).isPresent();
                };
        for (int k = 0; k < length; k++) {
            values[k] = !placed
                    ? Double.NaN
                    : switch (key.measure()) {
                        case LOSS, USUAL -> trace.loss(k);
                        case LOSS_GAP -> best.gap(trace.loss(k));
                        case GRADIENT_NORM -> trace.gradientNorm(k);
                        // The rate belongs to the step that leads on from here; the last point has none.
                        case RATE -> k + 1 < length ? trace.rate(k + 1) : Double.NaN;
                        // composed from what is worked out beside the trace
                        case SHARPNESS, LEFT_BY_DIRECTION -> Double.NaN;
                    };
        }
        Series series = new Series(
                key.name(),
                key.style(),
                values,
                places(key.across(), key.trace(), key.task(), length),
                length,
                length < trace.length(),
                key.changes());
        boolean mayBeNoise = key.lots() && key.measure() != Measure.RATE;
        Series banded = series.with(
                key.repeats().flatMap(known -> RepeatBands.of(key.name(), known, key.measure(), key.across(), best)));
        Series shown = mayBeNoise ? banded.noisy() : banded;
        return trace.recording().isPresent() ? shown.broken() : shown;
    }

    /// Whether chance has a part in the steps: batches or noise; of a path that was computed elsewhere nobody knows.
    private static boolean drawsLots(Run run) {
        RunRecipe recipe = run.recipe();
        return run.recorded().isPresent()
                || Stream.concat(
                                Stream.of(SettingsAt.base(recipe)),
                                recipe.changes().stream().map(change -> SettingsAt.of(recipe, change.step())))
                        .anyMatch(settings -> !(settings.batching() instanceof Batching.Full)
                                || settings.modifiers().gradientNoise() > 0);
    }

    /// Where the first steps of a trace stand, if not at their numbers.
    ///
    /// @param task of the trace, by which epochs are counted
    static Optional<double[]> places(Across across, Trace trace, Optional<RunTask> task, int length) {
        return switch (across) {
            case STEPS -> Optional.empty();
            case EVALUATIONS ->
                Optional.of(IntStream.range(0, length)
                        .mapToDouble(trace::allEvaluations)
                        .toArray());
            case EPOCHS ->
                Optional.of(task.filter(PassedEpochs::has)
                        .map(known -> PassedEpochs.of(known, length))
                        .orElseGet(() -> new double[length]));
        };
    }
}
