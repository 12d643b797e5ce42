package fallline.analysis;

import fallline.analysis.GradientCheck.Finding;
import fallline.data.RandomStream;
import fallline.experiment.Experiment;
import fallline.objective.Objective;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;

/// Holds an objective's gradient against differences of its values ([CentralDifference]). One thread uses it at a time.
///
/// Errors are parts of the point's largest component, but at least of 10⁻⁶·max(1, |J|), so that the rounding of J is no
/// error where the gradient is all but 0. They agree up to 10⁻⁶, or where the difference itself is no better.
public final class GradientChecker {
    /// The largest part that counts as rounding.
    private static final double TOLERANCE = 1e-6;

    /// A difference whose own error is a larger part than this can excuse nothing.
    private static final double LEAST_EXACT = 1e-3;

    private static final double FLOOR = 1e-6;

    /// More coordinates are not looked at: so many of them are drawn instead.
    private static final int MOST_COORDINATES = 40;

    private static final int RANDOM_POINTS = 4;

    /// The random points are a stream of their own.
    private static final long STREAM = -2;

    private final Objective objective;
    private final double[] gradient;
    private final double[] trial;

    public GradientChecker(Objective objective) {
        this.objective = objective.twin();
        gradient = new double[objective.dimension()];
        trial = new double[gradient.length];
    }

    /// The points where a problem is checked, by name: the start, and points around it from the seed.
    public static Map<String, double[]> points(Experiment experiment) {
        double[] start = experiment.startPoint();
        Map<String, double[]> points = new LinkedHashMap<>();
        points.put("start", start);
        for (int k = 1; k <= RANDOM_POINTS; k++) {
            RandomStream random = RandomStream.of(experiment.seed(), STREAM, k);
            double[] point = start.clone();
            for (int i = 0; i < point.length; i++) {
                point[i] += Math.max(1, Math.abs(point[i])) * random.normal();
            }
            points.put("random point " + k, point);
        }
        return points;
    }

    /// Checks the gradient at `theta`.
    public GradientCheck at(double[] theta) {
        return at(theta, () -> false);
    }

    /// Checks the gradient at `theta`.
    ///
    /// @param cancelled asked at every coordinate; once true, what is known comes back
    public GradientCheck at(double[] theta, BooleanSupplier cancelled) {
        double value = objective.gradient(theta, gradient);
        double scale = FLOOR * Math.max(1, Math.abs(value));
        for (int i = 0; i < gradient.length; i++) {
            if (!Double.isFinite(gradient[i]) || !Double.isFinite(value) || !Double.isFinite(theta[i])) {
                return new GradientCheck(Finding.HOLE, 0, i, gradient[i], Double.NaN, 0, 1);
            }
            scale = Math.max(scale, Math.abs(gradient[i]));
        }
        List<Integer> coordinates = coordinates();
        GradientCheck worst = new GradientCheck(Finding.AGREES, 0, 0, gradient[0], gradient[0], 0, coordinates.size());
        boolean first = true;
        for (int i : coordinates) {
            if (cancelled.getAsBoolean()) {
                break;
            }
            GradientCheck one = coordinate(theta, i, scale, coordinates.size());
            worst = first ? one : worse(worst, one);
            first = false;
        }
        return worst;
    }

    /// At one point a kink or hole in any coordinate makes the others' agreement say less than it seems.
    private static GradientCheck worse(GradientCheck one, GradientCheck other) {
        boolean plain = one.finding() == Finding.AGREES && other.finding() != Finding.AGREES;
        boolean kept = other.finding() == Finding.AGREES && one.finding() != Finding.AGREES;
        return plain ? other : kept ? one : one.worse(other);
    }

    private GradientCheck coordinate(double[] theta, int i, double scale, int checked) {
        System.arraycopy(theta, 0, trial, 0, trial.length);
        DoubleUnaryOperator along = x -> {
            trial[i] = x;
            return objective.value(trial);
        };
        CentralDifference found = CentralDifference.at(along, theta[i]);
        double size = Math.max(scale, Math.abs(found.slope()));
        double off = Math.abs(found.slope() - gradient[i]);
        Finding finding;
        if (!Double.isFinite(found.slope())) {
            finding = Finding.HOLE;
        } else if (off <= TOLERANCE * size || (off <= 2 * found.error() && off <= LEAST_EXACT * size)) {
            finding = Finding.AGREES;
        } else {
            finding = isKink(along, theta[i], size) ? Finding.KINK : Finding.DISAGREES;
        }
        double part = finding == Finding.HOLE ? 0 : off / size;
        return new GradientCheck(finding, part, i, gradient[i], found.slope(), found.step(), checked);
    }

    /// Whether the slopes on both sides differ, or are none because J jumps.
    private static boolean isKink(DoubleUnaryOperator along, double x, double size) {
        CentralDifference right = CentralDifference.oneSided(along, x, 1);
        CentralDifference left = CentralDifference.oneSided(along, x, -1);
        double apart = Math.abs(right.slope() - left.slope());
        boolean jump = right.error() > size || left.error() > size;
        return jump || !(apart <= Math.max(1e-4 * size, 4 * (right.error() + left.error())));
    }

    private List<Integer> coordinates() {
        List<Integer> coordinates = new ArrayList<>();
        int n = gradient.length;
        if (n <= MOST_COORDINATES) {
            for (int i = 0; i < n; i++) {
                coordinates.add(i);
            }
        } else {
            int[] order = new int[n];
            RandomStream.of(n, STREAM, 0).permute(order);
            for (int k = 0; k < MOST_COORDINATES; k++) {
                coordinates.add(order[k]);
            }
        }
        return coordinates;
    }
}
