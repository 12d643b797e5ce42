package fallline.picture.map;

import fallline.analysis.LossWindow;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.PlaneChoice;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.Optimum;
import fallline.problem.Problem;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is small for a problem, whatever is looked at and wherever the runs start; kept for the problem asked for last.
/// One thread computes at a time; any may ask for what is known.
final class Scales {
    private static final int SIDE = 12;
    private static final double SHARE = 1e-5;
    private static final double USUAL = 4;

    private volatile @Nullable Small last;

    private record Small(Problem problem, double epsilon) {}

    /// The box of the problem in its first two parameters: the card's, else one that holds what is known and numbers
    /// of a usual size.
    static Bounds box(Problem problem) {
        Bounds first = box(problem, 0);
        if (problem instanceof Problem.Formula formula && formula.card().isPresent()) {
            return first;
        }
        return union(first, union(box(problem, USUAL), box(problem, -USUAL)));
    }

    private static Bounds box(Problem problem, double start) {
        int n = problem.objective().dimension();
        double[] at = new double[n];
        Arrays.fill(at, start);
        return LossWindow.suggested(problem, at, new PlaneChoice.Parameters(0, Math.min(1, n - 1)));
    }

    private static Bounds union(Bounds one, Bounds other) {
        return new Bounds(
                Math.min(one.left(), other.left()),
                Math.max(one.right(), other.right()),
                Math.min(one.bottom(), other.bottom()),
                Math.max(one.top(), other.top()));
    }

    /// A power of ten near a hundred-thousandth of how far J usually is above its best in the box: ε unless another
    /// one is typed.
    double epsilon(Problem problem) {
        Small now = last;
        if (now == null || now.problem != problem) {
            now = new Small(problem, computed(problem));
            last = now;
        }
        return now.epsilon;
    }

    /// The same, if it is known by now; else NaN. Any thread, at once.
    double known(Problem problem) {
        Small now = last;
        return now == null || now.problem != problem ? Double.NaN : now.epsilon;
    }

    private static double computed(Problem problem) {
        Objective objective = problem.objective().twin();
        Bounds box = box(problem);
        double[] heights = new double[SIDE * SIDE];
        double[] theta = new double[objective.dimension()];
        double sign = objective.goal() == Goal.MAXIMISE ? -1 : 1;
        for (int i = 0; i < heights.length; i++) {
            theta[0] = box.left() + (box.right() - box.left()) * (i % SIDE + 0.5) / SIDE;
            if (theta.length > 1) {
                theta[1] = box.bottom() + (box.top() - box.bottom()) * (Math.floorDiv(i, SIDE) + 0.5) / SIDE;
            }
            heights[i] = sign * objective.survey(theta);
        }
        double[] sorted =
                Arrays.stream(heights).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return 1e-3;
        }
        Optional<Optimum> known = problem.objective().optimum();
        double best = known.map(optimum -> sign * optimum.value()).orElse(sorted[0]);
        double gap = sorted[sorted.length / 2] - best;
        return gap > 0 && Double.isFinite(gap) ? StrictMath.pow(10, Math.rint(Math.log10(gap * SHARE))) : 1e-3;
    }
}
