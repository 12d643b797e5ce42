package fallline.analysis;

import fallline.experiment.view.LossLook.Bounds;
import fallline.objective.Objective;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/// J at the nodes of an even grid in a plane.
public final class LossGrid {
    private static final int FINEST = 181;
    private static final int COARSEST = 41;
    private static final int FIRST = 5;

    /// Numbers read for a picture that must come at once: some ten milliseconds.
    private static final double WORK_AT_ONCE = 6e6;

    /// Numbers read for the best picture: some seconds.
    private static final double MOST_WORK = 3e9;

    private LossGrid() {}

    /// How many nodes a side are worth their time in the end: fewer for data of very many rows.
    public static int side(Objective objective) {
        return side(MOST_WORK, objective, COARSEST);
    }

    /// How many nodes a side can be had at once.
    public static int firstSide(Objective objective) {
        return side(WORK_AT_ONCE, objective, FIRST);
    }

    private static int side(double work, Objective objective, int least) {
        double numbers = (double) objective.surveyedRows() * objective.dimension();
        return (int) Math.clamp(Math.sqrt(work / numbers), least, FINEST);
    }

    /// Samples J in a plane.
    ///
    /// @param objective used by this thread alone
    /// @return rows × columns values, row-major, the lowest row first
    public static double[] sample(Objective objective, Plane plane, Bounds bounds, int columns, int rows) {
        double[] values = new double[columns * rows];
        new Band(inPlane(objective, plane), bounds, columns, rows, () -> false).fill(values, 0, rows);
        return values;
    }

    /// As [#sample], in bands of rows that are computed at the same time; the same bits.
    ///
    /// @param objective may be shared: every band takes a twin
    /// @param threads at most so many bands
    /// @param cancelled asked before every row; once true, the answer is empty
    public static Optional<double[]> sampleTogether(
            Objective objective,
            Plane plane,
            Bounds bounds,
            int columns,
            int rows,
            int threads,
            BooleanSupplier cancelled) {
        double[] values = new double[columns * rows];
        int bands = Math.clamp(threads, 1, rows);
        boolean whole = IntStream.range(0, bands)
                .parallel()
                .mapToObj(band -> new Band(inPlane(objective.twin(), plane), bounds, columns, rows, cancelled)
                        .fill(values, rows * band / bands, rows * (band + 1) / bands))
                .reduce(true, Boolean::logicalAnd);
        return whole ? Optional.of(values) : Optional.empty();
    }

    /// What one thread works with.
    private record Band(DoubleBinaryOperator value, Bounds bounds, int columns, int rows, BooleanSupplier cancelled) {
        /// Fills rows of the grid; false if it was cancelled.
        boolean fill(double[] values, int from, int to) {
            for (int row = from; row < to; row++) {
                if (cancelled.getAsBoolean()) {
                    return false;
                }
                double y = place(bounds.bottom(), bounds.top(), row, rows);
                for (int column = 0; column < columns; column++) {
                    double x = place(bounds.left(), bounds.right(), column, columns);
                    values[row * columns + column] = value.applyAsDouble(x, y);
                }
            }
            return true;
        }
    }

    private static DoubleBinaryOperator inPlane(Objective objective, Plane plane) {
        double[] theta = new double[plane.dimension()];
        return (x, y) -> {
            plane.point(x, y, theta);
            return objective.survey(theta);
        };
    }

    private static double place(double low, double high, int index, int count) {
        return low + (high - low) * ((double) index / (count - 1));
    }
}
