package fallline.analysis;

import java.util.function.DoubleUnaryOperator;

/// The slope of a function at a point from differences, as good as doubles allow, with an estimate of its error.
///
/// Central differences with h = h₀, h₀/2, h₀/4 … are extrapolated to h = 0 (Richardson); of all entries of the table
/// the one is taken whose neighbours differ least from it, and the table ends when the differences begin to grow again
/// because of rounding. h₀ is 2⁻⁴·max(1, |x|), and the table goes on to about 10⁻¹⁰·max(1, |x|), past the classical
/// ∛ε·max(1, |x|) = 6·10⁻⁶. Source: Ridders 1982; Press et al. 2007, section 5.7.
///
/// @param slope NaN if the function is not finite around the point
/// @param error how far off it may be
/// @param step the smallest h that it was made of
record CentralDifference(double slope, double error, double step) {
    private static final int MOST_ROWS = 30;

    /// Rows that must be there before growing differences end the table.
    private static final int LEAST_ROWS = 4;

    private static final double FIRST_STEP = 0x1p-4;

    /// The slope of `f` at `x`.
    static CentralDifference at(DoubleUnaryOperator f, double x) {
        return extrapolated(x, 4, h -> (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / ((x + h) - (x - h)));
    }

    /// The slope on one side.
    ///
    /// @param side 1 or −1
    static CentralDifference oneSided(DoubleUnaryOperator f, double x, int side) {
        double here = f.applyAsDouble(x);
        return extrapolated(x, 2, h -> (f.applyAsDouble(x + side * h) - here) / ((x + side * h) - x));
    }

    /// @param order the factor by which the leading error falls when h is halved
    private static CentralDifference extrapolated(double x, double order, DoubleUnaryOperator difference) {
        double h = FIRST_STEP * Math.max(1, Math.abs(x));
        CentralDifference best = new CentralDifference(Double.NaN, Double.POSITIVE_INFINITY, 0);
        double[] before = new double[0];
        for (int tries = 0; tries < MOST_ROWS; tries++, h /= 2) {
            double first = difference.applyAsDouble(h);
            if (!Double.isFinite(first)) {
                before = new double[0];
                continue;
            }
            double[] row = row(first, before, order);
            for (int k = 1; k < row.length; k++) {
                double error = Math.max(Math.abs(row[k] - row[k - 1]), Math.abs(row[k] - before[k - 1]));
                if (error < best.error) {
                    best = new CentralDifference(row[k], error, h);
                }
            }
            int last = row.length - 1;
            boolean grows = last >= LEAST_ROWS && Math.abs(row[last] - before[last - 1]) > 1e3 * best.error;
            if (best.error == 0 || (grows && Double.isFinite(best.slope))) {
                return best;
            }
            before = row;
        }
        return best;
    }

    private static double[] row(double first, double[] before, double order) {
        double[] row = new double[Math.min(before.length + 1, MOST_ROWS)];
        row[0] = first;
        double factor = order;
        for (int k = 1; k < row.length; k++) {
            row[k] = row[k - 1] + (row[k - 1] - before[k - 1]) / (factor - 1);
            factor *= order;
        }
        return row;
    }
}
