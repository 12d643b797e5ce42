package fallline.catalogue;

import fallline.curvature.Hessian;
import fallline.curvature.Spectrum;
import fallline.experiment.RunRecipe;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Goal;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FirstRate.Outcome;
import fallline.objective.formula.KnownPoint;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// A run from a function's first start, and the word for what it does. docs/functions.md says the same in prose.
final class FirstRun {
    /// How near counts as there, as a share of the path's reach.
    static final double NEAR = 0.01;

    /// The share of a run at its end in which it must rest to have settled.
    private static final double TAIL = 0.1;

    /// How much of the path's largest gradient may be left where a run has settled.
    private static final double LEVEL = 0.01;

    /// A path that reaches less than this share of the box's diagonal stands still.
    private static final double STILL = 1e-4;

    /// A run that has settled is where it was after so many times its steps.
    private static final int MUCH_LATER = 10;

    /// How far below zero the least curvature of a minimum may be, as a share of the largest.
    private static final double BENT = 1e-3;

    private final CatalogueFunction card;
    private final Problem.Formula problem;
    private final Trace trace;

    private final int longest;

    private FirstRun(CatalogueFunction card, Problem.Formula problem, Trace trace, int longest) {
        this.card = card;
        this.problem = problem;
        this.trace = trace;
        this.longest = longest;
    }

    /// Runs an optimizer with its defaults but for the rate.
    ///
    /// @param steps the most that will be asked for
    static FirstRun of(CatalogueFunction card, Optimizer optimizer, double rate, int steps) {
        Problem.Formula problem = Problems.function(card, Map.of(), Goal.MINIMISE);
        RunRecipe recipe = RunRecipe.of(optimizer.id(), Map.of(Hyperparameter.LEARNING_RATE, HyperValue.of(rate)));
        RunTask task = new RunTask(problem.objective(), optimizer, recipe, card.firstStart(), 0, MUCH_LATER * steps);
        return new FirstRun(card, problem, TraceRecorder.record(task, () -> false, _ -> {}), steps);
    }

    double loss(int step) {
        return trace.loss(Math.min(step, trace.lastFiniteStep()));
    }

    boolean isFinite(int step) {
        return trace.lastFiniteStep() >= step;
    }

    /// What the first `steps` steps do.
    Outcome outcome(int steps) {
        if (!isFinite(steps) || !inBox(steps)) {
            return Outcome.FALLS_OUT_OF_THE_BOX;
        }
        double reach = reach(steps);
        if (reach < STILL * diagonal()) {
            return Outcome.STANDS_STILL;
        }
        if (settledFrom(steps) <= steps - TAIL * steps) {
            boolean there = problem.knownPoints().stream()
                    .filter(point -> point.kind() == KnownPoint.Kind.MINIMUM
                            || point.kind() == KnownPoint.Kind.MINIMUM_IN_THE_BOX)
                    .anyMatch(point -> distance(at(steps), point.at()) <= NEAR * reach);
            if (there) {
                return Outcome.REACHES_THE_MINIMUM;
            }
            if (rests(steps, reach)) {
                Spectrum spectrum = Spectrum.of(Hessian.at(problem.objective(), at(steps)));
                return spectrum.smallest() > -BENT * spectrum.largest()
                        ? Outcome.SETTLES_IN_A_LOCAL_MINIMUM
                        : Outcome.STOPS_AT_A_SADDLE;
            }
        }
        return jumps(steps) ? Outcome.KEEPS_JUMPING : Outcome.IS_STILL_ON_ITS_WAY;
    }

    /// Whether it is level here, and much later the run is still here: it does not creep.
    private boolean rests(int steps, double reach) {
        int later = MUCH_LATER * longest;
        return trace.gradientNorm(steps) <= LEVEL * steepest(steps)
                && isFinite(later)
                && distance(at(later), at(steps)) <= NEAR * reach;
    }

    /// The first step after which the path is outside the box.
    int outFrom(int steps) {
        int first = steps;
        while (first > 0 && !(isFinite(first - 1) && inBox(first - 1))) {
            first--;
        }
        return first;
    }

    /// The first step from which on the path stays near its end.
    int settledFrom(int steps) {
        double near = NEAR * reach(steps);
        double[] end = at(steps);
        int first = steps;
        while (first > 0 && distance(at(first - 1), end) <= near) {
            first--;
        }
        return first;
    }

    /// Whether the whole path stays in the box.
    boolean staysInBox(int steps) {
        for (int k = 0; k <= steps; k++) {
            if (!inBox(k)) {
                return false;
            }
        }
        return true;
    }

    /// How many times longer the path is than its reach: 1 for a straight one.
    double detour(int steps) {
        double length = 0;
        for (int k = 1; k <= steps; k++) {
            length += distance(at(k), at(k - 1));
        }
        return length / reach(steps);
    }

    /// J rises in a third of the last half's steps, and that half's best is hardly better than what came before.
    private boolean jumps(int steps) {
        int half = steps / 2;
        int rises = 0;
        double before = trace.loss(0);
        double after = Double.POSITIVE_INFINITY;
        for (int k = 1; k <= steps; k++) {
            if (k <= half) {
                before = Math.min(before, trace.loss(k));
            } else {
                after = Math.min(after, trace.loss(k));
                rises += trace.loss(k) > trace.loss(k - 1) ? 1 : 0;
            }
        }
        return 3 * rises >= steps - half && before - after <= NEAR * (trace.loss(0) - Math.min(before, after));
    }

    private double reach(int steps) {
        return largest(steps, k -> distance(at(k), at(0)));
    }

    private double steepest(int steps) {
        return largest(steps, trace::gradientNorm);
    }

    private static double largest(int steps, ToDoubleFunction<Integer> measure) {
        double most = 0;
        for (int k = 0; k <= steps; k++) {
            most = Math.max(most, measure.applyAsDouble(k));
        }
        return most;
    }

    private double diagonal() {
        double sum = 0;
        for (CatalogueFunction.Interval side : card.box()) {
            sum += (side.high() - side.low()) * (side.high() - side.low());
        }
        return Math.sqrt(sum);
    }

    private boolean inBox(int step) {
        double[] at = at(step);
        for (int i = 0; i < at.length; i++) {
            CatalogueFunction.Interval side = card.box().get(i);
            if (!(at[i] >= side.low() && at[i] <= side.high())) {
                return false;
            }
        }
        return true;
    }

    private double[] at(int step) {
        double[] at = new double[trace.dimension()];
        for (int i = 0; i < at.length; i++) {
            at[i] = trace.parameter(step, i);
        }
        return at;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
