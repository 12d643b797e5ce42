package fallline.analysis.map;

import fallline.analysis.CriticalPoint;
import fallline.analysis.CriticalPoints;
import fallline.experiment.view.LossLook.Bounds;
import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.formula.KnownPoint;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// The minima that runs can come to; maxima where J is maximised.
///
/// @param all the best first, at most [#MOST]
/// @param goal what is sought
public record Minima(List<Minimum> all, Goal goal) {
    /// More are not told apart.
    public static final int MOST = 64;

    /// What is so near, in lengths of the box, is one.
    private static final double SAME = 1e-3;

    private static final double ROUNDING = 1e-9;

    /// One of them.
    ///
    /// @param at all parameters
    /// @param value J there
    public record Minimum(double[] at, double value) {
        /// `(3, 2)`; empty for many parameters.
        public String place() {
            return at.length > 4
                    ? ""
                    : DoubleStream.of(at)
                            .mapToObj(number -> Numbers.brief(Math.abs(number) < 1e-9 ? 0 : number, 3))
                            .collect(Collectors.joining(", ", "(", ")"));
        }
    }

    public Minima {
        all = List.copyOf(all);
    }

    /// Those that the card of a function names, and those where the gradient of a function of two parameters vanishes;
    /// of other problems the best point, where it is known.
    ///
    /// @param box where critical points are sought, in terms of the first and the second parameter
    public static Minima of(Problem problem, Bounds box) {
        Objective objective = problem.objective().twin();
        Goal goal = objective.goal();
        List<Minimum> found = new ArrayList<>();
        double across = box.right() - box.left();
        double up = box.top() - box.bottom();
        if (problem instanceof Problem.Formula formula) {
            for (KnownPoint.Placed point : formula.knownPoints()) {
                boolean least = point.kind() == KnownPoint.Kind.MINIMUM
                        || point.kind() == KnownPoint.Kind.MINIMUM_IN_THE_BOX
                        || point.kind() == KnownPoint.Kind.LOCAL_MINIMUM;
                if (goal == Goal.MINIMISE ? least : point.kind() == KnownPoint.Kind.MAXIMUM) {
                    add(found, point.at(), objective, across, up);
                }
            }
            if (objective.dimension() == 2) {
                CriticalPoint.Kind sought =
                        goal == Goal.MINIMISE ? CriticalPoint.Kind.MINIMUM : CriticalPoint.Kind.MAXIMUM;
                for (CriticalPoint point : CriticalPoints.of(objective, box)) {
                    if (point.kind() == sought) {
                        add(found, new double[] {point.x(), point.y()}, objective, across, up);
                    }
                }
            }
        }
        objective.optimum().ifPresent(best -> add(found, best.point(), objective, across, up));
        double sign = goal == Goal.MINIMISE ? 1 : -1;
        found.sort(Comparator.comparingDouble(minimum -> sign * minimum.value()));
        return new Minima(found.subList(0, Math.min(MOST, found.size())), goal);
    }

    /// J at the minimum of place `k`; the best one's where they differ by rounding only.
    public double value(int k) {
        double best = all.getFirst().value();
        double value = all.get(k).value();
        return Math.abs(value - best) <= ROUNDING * Math.max(1, Math.abs(best)) ? best : value;
    }

    private static void add(List<Minimum> found, double[] at, Objective objective, double across, double up) {
        boolean there = found.stream().anyMatch(other -> isNear(other.at(), at, across, up));
        double value = objective.value(at);
        if (!there && Double.isFinite(value)) {
            found.add(new Minimum(at.clone(), value));
        }
    }

    private static boolean isNear(double[] one, double[] other, double across, double up) {
        for (int i = 0; i < one.length; i++) {
            if (Math.abs(one[i] - other[i]) > SAME * (i == 0 ? across : up)) {
                return false;
            }
        }
        return true;
    }

    /// The nearest to a point; −1 where there is none.
    int nearest(double[] point) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < all.size(); k++) {
            double[] at = all.get(k).at();
            double distance = 0;
            for (int i = 0; i < at.length; i++) {
                distance += (at[i] - point[i]) * (at[i] - point[i]);
            }
            if (distance < least) {
                least = distance;
                nearest = k;
            }
        }
        return nearest;
    }

    /// Whether a run whose loss is this is at the minimum of place `k`.
    boolean isAt(int k, double loss, double epsilon) {
        double gap = loss - value(k);
        return (goal == Goal.MINIMISE ? gap : -gap) < epsilon;
    }
}
