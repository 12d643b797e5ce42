package fallline.analysis.stability;

import java.util.Arrays;

/// How sharp the ground is along a run: the largest eigenvalues of the Hessian as the rule sees it, and the largest
/// that is stable at the rate of each step, at some of the steps. Immutable; while it is worked out, fuller curves
/// follow.
///
/// The Hessian is that of J in the sense of descent, with the weight decay that the rule adds. Where the rule
/// divides the gradient by numbers P, it is P^−½ H P^−½ with the P of that step (Cohen et al. 2022, *Adaptive
/// Gradient Methods at the Edge of Stability*).
public final class SharpnessCurve {
    /// How many of the largest eigenvalues are kept.
    public static final int TOP = 3;

    private final int[] steps;
    private final double[][] largest;
    private final double[] limit;
    private final int known;
    private final boolean preconditioned;
    private final int sample;

    /// @param steps ascending; shared, as are the other arrays: none is written any more
    /// @param largest by rank, λmax first: one number a step, NaN where it is not known
    /// @param limit the largest stable λ, one a step; NaN where none is known
    /// @param known at how many steps it is worked out
    /// @param sample the rows from which it was taken; 0 for all
    SharpnessCurve(int[] steps, double[][] largest, double[] limit, int known, boolean preconditioned, int sample) {
        this.steps = steps;
        this.largest = largest;
        this.limit = limit;
        this.known = known;
        this.preconditioned = preconditioned;
        this.sample = sample;
    }

    /// A curve of which nothing is known yet.
    static SharpnessCurve unknown(int[] steps, int ranks, boolean preconditioned, int sample) {
        double[][] largest = new double[ranks][steps.length];
        double[] limit = new double[steps.length];
        Arrays.fill(limit, Double.NaN);
        for (double[] rank : largest) {
            Arrays.fill(rank, Double.NaN);
        }
        return new SharpnessCurve(steps, largest, limit, 0, preconditioned, sample);
    }

    /// At how many steps it is looked at in the end.
    public int points() {
        return steps.length;
    }

    /// At how many of them it is known.
    public int known() {
        return known;
    }

    /// Whether it is known at all of them.
    public boolean isWhole() {
        return known == steps.length;
    }

    /// Whether eigenvalues are those of P^−½ H P^−½.
    public boolean isPreconditioned() {
        return preconditioned;
    }

    /// The rows from which the curvature was taken; 0 for all.
    public int sample() {
        return sample;
    }

    /// How many eigenvalues are known of a step: 3, or as many as there are parameters.
    public int ranks() {
        return largest.length;
    }

    /// The step of a point.
    public int step(int point) {
        return steps[point];
    }

    /// The eigenvalue of a rank, 0 for λmax, at a point; NaN where it is not known.
    public double largest(int rank, int point) {
        return largest[rank][point];
    }

    /// The largest stable λ at a point; NaN where none is known.
    public double limit(int point) {
        return limit[point];
    }

    /// The eigenvalue of a rank at each of the steps 0 … length − 1, NaN between the points.
    public double[] largestByStep(int rank, int length) {
        return byStep(largest[rank], length);
    }

    /// The largest stable λ at each of the steps 0 … length − 1, NaN between the points.
    public double[] limitByStep(int length) {
        return byStep(limit, length);
    }

    private double[] byStep(double[] values, int length) {
        double[] all = new double[length];
        Arrays.fill(all, Double.NaN);
        for (int i = 0; i < steps.length && steps[i] < length; i++) {
            all[steps[i]] = values[i];
        }
        return all;
    }

    int[] steps() {
        return steps;
    }

    double[][] copyOfLargest() {
        double[][] copy = new double[largest.length][];
        for (int rank = 0; rank < copy.length; rank++) {
            copy[rank] = largest[rank].clone();
        }
        return copy;
    }

    double[] copyOfLimit() {
        return limit.clone();
    }
}
