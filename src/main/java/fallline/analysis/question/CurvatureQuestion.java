package fallline.analysis.question;

import fallline.curvature.Hessian;
import fallline.curvature.SpectrumEnds;
import fallline.curvature.SurveyedRows;
import fallline.experiment.SettingsAt;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.StepScale;
import fallline.experiment.run.Trace;
import fallline.objective.Objective;
import fallline.objective.SampledObjective;
import fallline.optimizer.Optimizer;
import fallline.optimizer.RateFacts;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// All that the curvature at the playhead and the zones under a learning rate are a function of: asked on the FX
/// thread, answered on any.
///
/// @param place where the curvature is taken
/// @param step the step of the run that this is; empty where the curvature is the same at all of them
/// @param optimizer whose rate is judged
/// @param settings the hyperparameters on which the zones depend
public record CurvatureQuestion(
        Objective objective, Place place, OptionalInt step, Optimizer optimizer, Map<String, Double> settings) {
    /// More work than this, in numbers read and multiplied, is not done again and again while the playhead moves.
    private static final double CHEAP = 5e7;

    /// So many products Lanczos' iteration takes, about.
    private static final double PRODUCTS = 100;

    /// Where the curvature is taken.
    public sealed interface Place {
        /// At these parameters.
        record Point(List<Double> theta) implements Place {}

        /// At a step of a run that has to be replayed, for its parameters or for what its rule remembers.
        record Step(RunTask task, Trace trace, int step) implements Place {}
    }

    /// The question for the chosen run at the playhead.
    ///
    /// @param optimizer that of the run; empty where it has none that could be judged
    public static Optional<CurvatureQuestion> of(Scene scene, Optional<Optimizer> optimizer) {
        return optimizer.map(rule -> {
            SettingsAt settings =
                    SettingsAt.of(scene.chosen().recipe(), scene.view().playhead());
            Map<String, Double> numbers = new HashMap<>(settings.numbers(rule));
            numbers.keySet().retainAll(rule.rates().stabilitySettings());
            Objective objective = scene.experiment().problem().objective();
            Place place = place(scene, objective, rule);
            return new CurvatureQuestion(objective, place, step(scene, objective, rule), rule, numbers);
        });
    }

    private static OptionalInt step(Scene scene, Objective objective, Optimizer rule) {
        return objective.isQuadratic() && !rule.rates().isPreconditioned()
                ? OptionalInt.empty()
                : OptionalInt.of(scene.chosenTrace().map(scene::shownStep).orElse(0));
    }

    /// Whether the answer takes so long that it is better asked for where the playhead rests.
    public boolean isCostly() {
        double n = objective.dimension();
        double rows = objective instanceof SampledObjective sampled ? sampled.rows() : 1;
        double products = n <= Hessian.LARGEST ? n : PRODUCTS;
        double decomposition = n <= Hessian.LARGEST ? 10 * n * n * n : PRODUCTS * PRODUCTS * n;
        return (objective.isQuadratic() ? 0 : rows * n * products) + decomposition > CHEAP;
    }

    /// The playhead, where there is a path. The curvature of a quadratic is the same everywhere: there the start
    /// will do.
    private static Place place(Scene scene, Objective objective, Optimizer rule) {
        double[] start = scene.experiment().startPoint();
        Optional<RunRecord.Path> path = scene.record(scene.chosen().name())
                .flatMap(RunRecord::path)
                .filter(known -> known.trace().dimension() == start.length
                        && known.trace().lastFiniteStep() >= 0
                        && known.task().optimizer() == rule);
        boolean replays = rule.rates().isPreconditioned();
        if (path.isEmpty() || (objective.isQuadratic() && !replays)) {
            return new Place.Point(Arrays.stream(start).boxed().toList());
        }
        Trace trace = path.get().trace();
        int step = scene.shownStep(trace);
        return replays || !trace.hasPositions()
                ? new Place.Step(path.get().task(), trace, step)
                : new Place.Point(IntStream.range(0, start.length)
                        .mapToObj(i -> trace.parameter(step, i))
                        .toList());
    }

    /// What the curvature is, and what it means for the rate. Not for the FX thread.
    public CurvatureHere answer() {
        return answer(() -> false);
    }

    /// As [#answer()], given up once `cancelled` says so.
    public CurvatureHere answer(BooleanSupplier cancelled) {
        return switch (place) {
            case Place.Point point ->
                answer(
                        point.theta.stream().mapToDouble(Double::doubleValue).toArray(),
                        settings,
                        Optional.empty(),
                        cancelled);
            case Place.Step at -> {
                Replay replay = new Replay(at.task, at.trace);
                replay.moveTo(at.step);
                StepScale scale = replay.scale();
                Map<String, Double> numbers = new HashMap<>(scale.settings());
                numbers.keySet().retainAll(optimizer.rates().stabilitySettings());
                yield answer(replay.theta(), numbers, scale.preconditioner(), cancelled);
            }
        };
    }

    private CurvatureHere answer(
            double[] theta, Map<String, Double> numbers, Optional<double[]> preconditioner, BooleanSupplier cancelled) {
        SurveyedRows rows = SurveyedRows.of(objective);
        RateFacts rates = optimizer.rates();
        SpectrumEnds own = SpectrumEnds.at(rows.objective(), theta, 0, Optional.empty(), cancelled);
        boolean known = rates.hasLimit() && rates.isPreconditioned() == preconditioner.isPresent();
        double decay = known ? rates.decay(numbers) : 0;
        boolean same = preconditioner.isEmpty() && decay == 0;
        SpectrumEnds seen =
                same || !known ? own : SpectrumEnds.at(rows.objective(), theta, decay, preconditioner, cancelled);
        Optional<RateZones> zones = known
                ? rates.stabilityOf(numbers, seen.smallest(), seen.top())
                        .filter(found -> Double.isFinite(found.limit()) && found.best() > 0)
                        .map(found -> new RateZones(
                                found.zones().good(),
                                found.best(),
                                found.zones().oscillates(),
                                found.zones().diverges()))
                : Optional.empty();
        return new CurvatureHere(
                own,
                known && preconditioner.isPresent() ? Optional.of(seen) : Optional.empty(),
                zones,
                bound(),
                step,
                rows.sample());
    }

    private CurvatureHere.Bound bound() {
        if (optimizer.rates().hasLimit()) {
            return CurvatureHere.Bound.KNOWN;
        }
        return optimizer.learnsCurvature() ? CurvatureHere.Bound.NONE : CurvatureHere.Bound.UNKNOWN;
    }
}
