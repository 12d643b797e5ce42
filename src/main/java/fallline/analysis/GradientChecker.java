package fallline.analysis;

import fallline.analysis.GradientCheck.Finding;
import fallline.data.RandomStream;
import fallline.experiment.Experiment;
import fallline.objective.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Holds an objective's gradient against differences of its values ([CentralDifference]). One thread uses it at a time.
///
/// A component is accused where it is off by more than 10⁻⁷ of the point's largest, by more than four times what the
/// difference itself may be off, and by more than it changes from one double to the next; where tables from four first
/// steps agree on the difference, and the slopes on both sides are the same. What is neither accused nor confirmed is
/// undecided, with the reason. Where the gradient is all but 0, what is told is a part of 10⁻⁶·max(1, |J|).
public final class GradientChecker {
    /// The largest part that counts as rounding.
    private static final double TOLERANCE = 1e-7;

    /// A difference whose own error is a larger part than this can confirm nothing.
    private static final double LEAST_EXACT = 1e-3;

    private static final double FLOOR = 1e-6;

    /// An accusation must be larger than the difference's error by this factor.
    private static final double SURE = 4;

    /// First steps of the tables that an accusation needs beside the usual one.
    private static final double[] OTHER_STEPS = {
        CentralDifference.WIDE_STEP, CentralDifference.FIRST_STEP / 3, CentralDifference.FIRST_STEP / 7
    };

    /// More coordinates are not looked at: so many of them are drawn instead.
    private static final int MOST_COORDINATES = 40;

    private static final int RANDOM_POINTS = 4;
    private static final int OTHER_POINTS = 3;

    /// The random points are a stream of their own.
    private static final long STREAM = -2;

    private final Objective objective;
    private final double[] gradient;
    private final double[] trial;

    /// How much each component changes from one double to the next.
    private final double[] unsure;

    private final double[] nearby;
    private final double[] samples = new double[13];
    private final double[] thirds = new double[samples.length - 3];

    public GradientChecker(Objective objective) {
        this.objective = objective.twin();
        gradient = new double[objective.dimension()];
        trial = new double[gradient.length];
        unsure = new double[gradient.length];
        nearby = new double[gradient.length];
    }

    /// The points where a problem is checked, by name: the start, and points around it from the seed.
    public static Map<String, double[]> points(Experiment experiment) {
        double[] start = experiment.startPoint();
        Map<String, double[]> points = new LinkedHashMap<>();
        points.put("start", start);
        for (int k = 1; k <= RANDOM_POINTS; k++) {
            points.put("random point " + k, around(start, 1, RandomStream.of(experiment.seed(), STREAM, k)));
        }
        return points;
    }

    private static double[] around(double[] point, double distance, RandomStream random) {
        double[] other = point.clone();
        for (int i = 0; i < other.length; i++) {
            other[i] += distance * Math.max(1, Math.abs(other[i])) * random.normal();
        }
        return other;
    }

    /// Where a point is looked at, and what is found there.
    ///
    /// @param moves how often the point was moved; 0 for the point itself
    public record Attempt(int moves, GradientCheck check) {}

    /// Checks the gradient at `theta` and, as long as nothing is decided, at a few points near it.
    ///
    /// @param cancelled asked at every coordinate; once true, what is known comes back
    /// @return what was found, the point's own finding first; if something is decided, the last one is
    public List<Attempt> near(double[] theta, BooleanSupplier cancelled) {
        List<Attempt> attempts = new ArrayList<>();
        GradientCheck check = at(theta, cancelled);
        attempts.add(new Attempt(0, check));
        for (int move = 1; move <= OTHER_POINTS && !check.finding().isDecided(); move++) {
            if (cancelled.getAsBoolean()) {
                break;
            }
            check = at(around(theta, 0.02 * move, RandomStream.of(move, STREAM, 0)), cancelled);
            attempts.add(new Attempt(move, check));
        }
        return attempts;
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
        double largest = 0;
        for (int i = 0; i < gradient.length; i++) {
            if (!Double.isFinite(gradient[i]) || !Double.isFinite(value) || !Double.isFinite(theta[i])) {
                return new GradientCheck(Finding.HOLE, 0, i, gradient[i], Double.NaN, 0, 1);
            }
            largest = Math.max(largest, Math.abs(gradient[i]));
        }
        lookBeside(theta);
        Place place = new Place(theta, value, largest, noise(theta));
        List<Integer> coordinates = coordinates();
        GradientCheck worst = new GradientCheck(Finding.AGREES, 0, 0, gradient[0], gradient[0], 0, coordinates.size());
        boolean first = true;
        for (int i : coordinates) {
            if (cancelled.getAsBoolean()) {
                break;
            }
            GradientCheck one = coordinate(place, i, coordinates.size());
            worst = first ? one : worse(worst, one);
            first = false;
        }
        return worst;
    }

    /// @param largest of the gradient's components
    /// @param noise how far values of J near θ scatter
    private record Place(double[] theta, double value, double largest, double noise) {}

    /// Fills `unsure` from gradients a few doubles away.
    private void lookBeside(double[] theta) {
        Arrays.fill(unsure, 0);
        RandomStream random = RandomStream.of(theta.length, STREAM, 1);
        for (int k = 0; k < 4; k++) {
            for (int i = 0; i < theta.length; i++) {
                trial[i] = theta[i] + Math.rint(6 * random.uniform() - 3) * Math.ulp(theta[i]);
            }
            objective.gradient(trial, nearby);
            for (int i = 0; i < theta.length; i++) {
                double change = Math.abs(nearby[i] - gradient[i]);
                unsure[i] = Double.isNaN(change) ? Double.POSITIVE_INFINITY : Math.max(unsure[i], change);
            }
        }
    }

    /// The scatter of J along a short straight line, from the median of its third differences, which a kink or a jump
    /// between two of the points does not move (Hamming's table, as in Moré & Wild 2011).
    private double noise(double[] theta) {
        RandomStream random = RandomStream.of(theta.length, STREAM, 2);
        double[] direction = new double[theta.length];
        for (int i = 0; i < theta.length; i++) {
            direction[i] = 0x1p-42 * (random.uniform() - 0.5) * Math.max(1, Math.abs(theta[i]));
        }
        for (int k = 0; k < samples.length; k++) {
            for (int i = 0; i < theta.length; i++) {
                trial[i] = theta[i] + (k - samples.length / 2) * direction[i];
            }
            samples[k] = objective.value(trial);
        }
        for (int k = 0; k < thirds.length; k++) {
            thirds[k] = Math.abs(samples[k + 3] - 3 * samples[k + 2] + 3 * samples[k + 1] - samples[k]);
        }
        Arrays.sort(thirds);
        return thirds[thirds.length / 2];
    }

    /// At one point what is undecided in any coordinate makes the others' agreement say less than it seems.
    private static GradientCheck worse(GradientCheck one, GradientCheck other) {
        boolean plain = one.finding() == Finding.AGREES && other.finding() != Finding.AGREES;
        boolean kept = other.finding() == Finding.AGREES && one.finding() != Finding.AGREES;
        return plain ? other : kept ? one : one.worse(other);
    }

    private GradientCheck coordinate(Place place, int i, int checked) {
        double x = place.theta[i];
        double slope = gradient[i];
        CentralDifference.Line line = line(place, i);
        CentralDifference usual = CentralDifference.at(line, x, CentralDifference.FIRST_STEP, slope);
        CentralDifference found = Math.abs(usual.slope() - slope) <= SURE * usual.error()
                ? better(usual, CentralDifference.at(line, x, CentralDifference.WIDE_STEP, slope))
                : usual;
        double off = Math.abs(found.slope() - slope);
        double size = Math.max(place.largest, Math.abs(found.slope()));
        double told = Math.max(size, FLOOR * Math.max(1, Math.abs(place.value)));
        Finding finding;
        if (!Double.isFinite(found.slope())) {
            finding = Finding.HOLE;
        } else if (off <= TOLERANCE * size) {
            finding = Finding.AGREES;
        } else if (off <= SURE * Math.max(found.error(), unsure[i])) {
            boolean fine = Math.max(found.error(), unsure[i]) <= LEAST_EXACT * told;
            finding = fine ? Finding.AGREES : undecided(line, x, off);
        } else {
            finding = accused(line, x, found, off);
        }
        double part = finding == Finding.HOLE ? 0 : off / (finding == Finding.DISAGREES ? size : told);
        return new GradientCheck(finding, part, i, slope, found.slope(), found.step(), checked);
    }

    private static CentralDifference better(CentralDifference one, CentralDifference other) {
        return other.error() < one.error() ? other : one;
    }

    private CentralDifference.Line line(Place place, int i) {
        System.arraycopy(place.theta, 0, trial, 0, trial.length);
        double known = Math.abs(place.value);
        return new CentralDifference.Line(
                x -> {
                    trial[i] = x;
                    return objective.value(trial);
                },
                x -> {
                    trial[i] = x;
                    double larger = known > 0 ? Math.max(1, Math.abs(objective.value(trial)) / known) : 1;
                    return Math.max(objective.rounding(trial), place.noise * larger);
                });
    }

    /// Whether an accusation holds when other first steps are tried, and the slopes on both sides.
    private static Finding accused(CentralDifference.Line line, double x, CentralDifference found, double off) {
        for (double first : OTHER_STEPS) {
            CentralDifference other = CentralDifference.at(line, x, first, Double.NaN);
            boolean exact = SURE * other.error() <= off;
            if (!exact || SURE * Math.abs(other.slope() - found.slope()) > off) {
                return undecided(line, x, off);
            }
        }
        if (!CentralDifference.isSmooth(line, x, found)) {
            return undecided(line, x, off);
        }
        CentralDifference right = CentralDifference.oneSided(line, x, 1, CentralDifference.WIDE_STEP);
        CentralDifference left = CentralDifference.oneSided(line, x, -1, CentralDifference.WIDE_STEP);
        double apart = Math.abs(right.slope() - left.slope());
        boolean same = SURE * apart <= off && SURE * right.error() <= off && SURE * left.error() <= off;
        return same ? Finding.DISAGREES : undecided(line, x, off);
    }

    /// The reason why nothing can be said.
    private static Finding undecided(CentralDifference.Line line, double x, double off) {
        if (jumps(line, x, 1) || jumps(line, x, -1)) {
            return Finding.KINK;
        }
        double[] slopes = new double[2];
        double error = 0;
        for (int side = 0; side < 2; side++) {
            int sign = 2 * side - 1;
            CentralDifference one = CentralDifference.oneSided(line, x, sign, CentralDifference.FIRST_STEP);
            CentralDifference other = CentralDifference.oneSided(line, x, sign, CentralDifference.FIRST_STEP / 61);
            slopes[side] = one.slope();
            error += one.error() + other.error() + Math.abs(one.slope() - other.slope());
        }
        double apart = Math.abs(slopes[1] - slopes[0]);
        if (apart > 2 * error) {
            return Finding.KINK;
        }
        CentralDifference narrow = CentralDifference.at(line, x, CentralDifference.FIRST_STEP / 61, Double.NaN);
        return narrow.error() < off ? Finding.WAVES : Finding.ROUNDING;
    }

    /// Whether J differs as much just beside the point as a little farther away.
    private static boolean jumps(CentralDifference.Line line, double x, int side) {
        double here = line.value().applyAsDouble(x);
        double far = line.value().applyAsDouble(x + side * 0x1p-30 * Math.max(1, Math.abs(x))) - here;
        double near = line.value().applyAsDouble(x + side * 0x1p-44 * Math.max(1, Math.abs(x))) - here;
        double rounding = 8 * line.rounding().applyAsDouble(x);
        return Math.abs(near) > rounding && Math.abs(near - far) <= 0.01 * Math.abs(near);
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
