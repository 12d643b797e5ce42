package fallline.figure.surface;

import java.util.Arrays;

/// Which heights of a surface get a contour line, and how bright each height is painted.
///
/// Heights are told by their depth, the distance from the best value: J − J* when small values are wanted, J* − J when
/// large ones are. Depths are spaced evenly or by their logarithm.
///
/// @param best J*, or the best value seen
/// @param maximise whether large values are wanted
/// @param logarithmic whether depths are spaced by their logarithm
/// @param depths of the lines, rising
/// @param nearest the depth painted brightest, positive if logarithmic
/// @param farthest the depth painted darkest
public record Levels(
        double best, boolean maximise, boolean logarithmic, double[] depths, double nearest, double farthest) {
    private static final int MOST = 15;

    /// What lies deeper below the best value than this share of the farthest depth is in a pole.
    private static final double SUNK = 0.02;
    private static final double[] STEPS = {0.1, 0.2, 0.25, 1.0 / 3, 0.5, 1, 2, 4, 5, 10, 20, 50, 100};
    private static final double[] EVEN = {1, 2, 2.5, 5, 10};

    /// Levels in equal ratios of the depth, at powers of ten and between.
    public static Levels logarithmic(HeightField field, double best, boolean maximise) {
        double[] found = depths(field, best, maximise);
        if (found.length == 0 || found[found.length - 1] <= 0) {
            return new Levels(best, maximise, true, new double[0], 1, 2);
        }
        double far = found[found.length - 1];
        double near = Math.max(found[found.length / 400], far * 1e-12);
        int firstPositive = 0;
        while (near <= 0 || found[firstPositive] <= 0) {
            near = Math.max(found[++firstPositive], far * 1e-12);
        }
        near = Math.min(near, far / 4);
        if (found[0] < -SUNK * far) {
            near = Math.max(near, SUNK * far); // a pole's edge is no valley that lines should crowd in
        }
        double range = Math.log10(far / near);
        double step = STEPS[STEPS.length - 1];
        for (double candidate : STEPS) {
            if (range / candidate <= MOST) {
                step = candidate;
                break;
            }
        }
        int first = (int) Math.ceil(Math.log10(near) / step);
        int last = (int) Math.ceil(Math.log10(far) / step) - 1;
        double[] lines = new double[Math.max(0, last - first + 1)];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Math.pow(10, (first + i) * step);
        }
        return new Levels(best, maximise, true, lines, near, far);
    }

    /// Levels at even depths, for surfaces without a best value.
    public static Levels even(HeightField field, boolean maximise) {
        double[] found = depths(field, 0, maximise);
        if (found.length == 0 || found[0] == found[found.length - 1]) {
            return new Levels(0, maximise, false, new double[0], 0, 1);
        }
        double near = found[0];
        double far = found[found.length - 1];
        double raw = (far - near) / MOST;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = 10 * power;
        for (double candidate : EVEN) {
            if (candidate * power >= raw) {
                step = candidate * power;
                break;
            }
        }
        int first = (int) Math.floor(near / step) + 1;
        int last = (int) Math.ceil(far / step) - 1;
        double[] lines = new double[Math.max(0, last - first + 1)];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = (first + i) * step;
        }
        return new Levels(0, maximise, false, lines, near, far);
    }

    private static double[] depths(HeightField field, double best, boolean maximise) {
        double[] values = field.values();
        double[] found = new double[values.length];
        int count = 0;
        for (double value : values) {
            double depth = maximise ? best - value : value - best;
            if (Math.abs(depth) <= 1e300) {
                found[count++] = depth;
            }
        }
        double[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /// J at the line of this number.
    public double value(int line) {
        return maximise ? best - depths[line] : best + depths[line];
    }

    /// Where a height lies on a colour map: 1 at the best, 0 at the worst, NaN for a hole.
    public double brightness(double value) {
        double depth = maximise ? best - value : value - best;
        if (!(Math.abs(depth) <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        double share = logarithmic
                ? Math.log(Math.max(depth, nearest) / nearest) / Math.log(farthest / nearest)
                : (depth - nearest) / (farthest - nearest);
        return 1 - Math.clamp(share, 0.0, 1.0);
    }
}
