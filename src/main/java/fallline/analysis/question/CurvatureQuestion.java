package fallline.analysis.question;

import fallline.curvature.Hessian;
import fallline.curvature.Spectrum;
import fallline.experiment.SettingsAt;
import fallline.experiment.run.Trace;
import fallline.objective.Objective;
import fallline.optimizer.Optimizer;
import fallline.optimizer.RateFacts;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// All that the zones under a learning rate are a function of: asked on the FX thread, answered on any.
///
/// @param theta where the curvature is taken
/// @param rates what is known of the optimizer's rate
/// @param settings the hyperparameters on which the zones depend
public record CurvatureQuestion(
        Objective objective, List<Double> theta, RateFacts rates, Map<String, Double> settings) {
    /// Formulas of more parameters than this show no zones.
    private static final int MOST_PARAMETERS = 2;

    /// More products of rows and parameters squared than this take too long for every step of the playhead.
    private static final double MOST_WORK = 5e6;

    /// The question for the chosen run at the playhead; empty where no zones are shown: for large formulas, for
    /// classes and networks with many parameters or much data, and for rules of which no stability limit is known.
    public static Optional<CurvatureQuestion> of(Scene scene, Optional<Optimizer> optimizer) {
        Problem problem = scene.experiment().problem();
        boolean shown = isShown(problem, scene);
        boolean known = optimizer.filter(rule -> rule.rates().hasLimit()).isPresent();
        if (!shown || !known) {
            return Optional.empty();
        }
        SettingsAt settings =
                SettingsAt.of(scene.chosen().recipe(), scene.view().playhead());
        Optimizer rule = optimizer.get();
        Map<String, Double> numbers = new HashMap<>(settings.numbers(rule));
        numbers.keySet().retainAll(rule.rates().stabilitySettings());
        return Optional.of(new CurvatureQuestion(problem.objective(), point(scene), rule.rates(), numbers));
    }

    private static boolean isShown(Problem problem, Scene scene) {
        int n = problem.objective().dimension();
        if (problem.family().isQuadratic()) {
            return n <= Hessian.LARGEST;
        }
        return switch (problem) {
            case Problem.Formula _ -> n <= MOST_PARAMETERS;
            case Problem.OnData model -> (double) n * n * model.objective().rows() <= MOST_WORK && isAtHand(scene);
        };
    }

    /// Whether the point at the playhead is stored, or no path is known yet: then the start will do.
    private static boolean isAtHand(Scene scene) {
        return scene.chosenTrace().map(Trace::hasPositions).orElse(true);
    }

    /// The parameters at the playhead. The curvature of least squares is the same everywhere: there the start will do.
    private static List<Double> point(Scene scene) {
        double[] start = scene.experiment().startPoint();
        int n = start.length;
        Optional<Trace> trace = scene.chosenTrace()
                .filter(known -> known.dimension() == n && known.hasPositions() && known.lastFiniteStep() >= 0)
                .filter(_ -> !scene.experiment().problem().family().isQuadratic());
        return trace.map(known -> {
                    int step = scene.shownStep(known);
                    return IntStream.range(0, n)
                            .mapToObj(i -> known.parameter(step, i))
                            .toList();
                })
                .orElseGet(() -> java.util.Arrays.stream(start).boxed().toList());
    }

    /// The zones; empty where J does not curve upwards (downwards when it is maximised) or is not finite.
    public Optional<RateZones> answer() {
        double[] point = theta.stream().mapToDouble(Double::doubleValue).toArray();
        Spectrum spectrum = Spectrum.of(Hessian.ofDescent(objective.twin(), point));
        return rates.stability(settings, spectrum.smallest(), spectrum.largest())
                .filter(known -> Double.isFinite(known.limit()) && known.best() > 0)
                .map(known -> new RateZones(
                        known.zones().good(),
                        known.best(),
                        known.zones().oscillates(),
                        known.zones().diverges()));
    }
}
