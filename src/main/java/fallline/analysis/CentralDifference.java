package fallline.analysis;

import java.util.function.DoubleUnaryOperator;

/// The slope of a function at a point from differences, as good as doubles allow, with an estimate of its error.
///
/// Central differences with h = h₀, h₀/2, h₀/4 … are extrapolated to h = 0 (Richardson). An entry of the table is off
/// by no more than it differs from its neighbours, and by the rounding of the function's values over h; the entry is
/// taken of which least is to be feared. The table ends where rounding alone is more than that. Source: Ridders 1982;
/// Press et al. 2007, section 5.7.
///
/// @param slope NaN if the function is not finite around the point
/// @param error how far off it may be
/// @param step the smallest h that it was made of
record CentralDifference(double slope, double error, double step) {
    /// Where tables usually begin, as a part of max(1, |x|).
    static final double FIRST_STEP = 0x1p-4;

    /// Where they begin if rounding is large.
    static final double WIDE_STEP = 1;

    /// The part of the largest possible rounding that is to be feared: that many operations round the same way is rare,
    /// and a difference's rounding shows in its neighbours too.
    private static final double LIKELY = 0.4;

    private static final int MOST_ROWS = 44;
    private static final int MOST_COLUMNS = 12;

    /// An entry so exact that agrees with what is expected ends the table.
    private static final double EXACT = 1e-9;

    private static final double NEAR = 5e-8;

    /// A function of one number.
    ///
    /// @param value its value
    /// @param rounding how far that may be off
    record Line(DoubleUnaryOperator value, DoubleUnaryOperator rounding) {}

    /// The slope at `x`.
    ///
    /// @param first h₀ as a part of max(1, |x|)
    /// @param expected a table that comes upon this slope ends; NaN if nothing is expected
    static CentralDifference at(Line line, double x, double first, double expected) {
        return extrapolated(x, 4, first, expected, h -> central(line, x, h), h -> rounding(line, x, h));
    }

    /// Whether differences with smaller steps than `found` was made of lie nearer to it, as they do where the function
    /// is smooth; where its waves are shorter than the steps they grow without bound.
    static boolean isSmooth(Line line, double x, CentralDifference found) {
        double h = found.step;
        double apart = Math.abs(central(line, x, h) - found.slope);
        for (double less = h / 8; less >= h / 512; less /= 8) {
            double rounding = rounding(line, x, less);
            if (!(Math.abs(central(line, x, less) - found.slope) <= apart + 8 * (found.error + rounding))) {
                return false;
            }
        }
        return true;
    }

    private static double central(Line line, double x, double h) {
        return (line.value.applyAsDouble(x + h) - line.value.applyAsDouble(x - h)) / ((x + h) - (x - h));
    }

    private static double rounding(Line line, double x, double h) {
        return (line.rounding.applyAsDouble(x + h) + line.rounding.applyAsDouble(x - h)) / (2 * h);
    }

    /// The slope on one side.
    ///
    /// @param side 1 or −1
    /// @param first h₀ as a part of max(1, |x|)
    static CentralDifference oneSided(Line line, double x, int side, double first) {
        double here = line.value.applyAsDouble(x);
        double rounding = line.rounding.applyAsDouble(x);
        return extrapolated(
                x,
                2,
                first,
                Double.NaN,
                h -> (line.value.applyAsDouble(x + side * h) - here) / ((x + side * h) - x),
                h -> (line.rounding.applyAsDouble(x + side * h) + rounding) / h);
    }

    /// @param order the factor by which the leading error falls when h is halved
    private static CentralDifference extrapolated(
            double x,
            double order,
            double first,
            double expected,
            DoubleUnaryOperator difference,
            DoubleUnaryOperator rounding) {
        double h = first * Math.max(1, Math.abs(x));
        CentralDifference best = new CentralDifference(Double.NaN, Double.POSITIVE_INFINITY, 0);
        double[] before = new double[0];
        for (int tries = 0; tries < MOST_ROWS && x + h != x; tries++, h /= 2) {
            double plain = difference.applyAsDouble(h);
            if (!Double.isFinite(plain)) {
                before = new double[0];
                continue;
            }
            double rounded = LIKELY * rounding.applyAsDouble(h);
            double[] row = row(plain, before, order);
            for (int k = 1; k < row.length; k++) {
                double apart = Math.max(Math.abs(row[k] - row[k - 1]), Math.abs(row[k] - before[k - 1]));
                double error = apart + (Double.isNaN(rounded) ? Double.POSITIVE_INFINITY : rounded);
                if (error < best.error) {
                    best = new CentralDifference(row[k], error, h);
                }
            }
            double size = Math.abs(best.slope);
            boolean found = best.error <= EXACT * size && Math.abs(best.slope - expected) <= NEAR * size;
            if (found || rounded > best.error) {
                return best;
            }
            before = row;
        }
        return best;
    }

    private static double[] row(double plain, double[] before, double order) {
        double[] row = new double[Math.min(before.length + 1, MOST_COLUMNS)];
        row[0] = plain;
        double factor = order;
        for (int k = 1; k < row.length; k++) {
            row[k] = row[k - 1] + (row[k - 1] - before[k - 1]) / (factor - 1);
            factor *= order;
        }
        return row;
    }
}
