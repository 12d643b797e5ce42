package fallline.analysis;

import fallline.experiment.ViewState.Bounds;
import fallline.experiment.ViewState.Plane;
import fallline.objective.Objective;
import java.util.stream.IntStream;

/// J at the nodes of an even grid in the plane of two parameters.
public final class LossGrid {
    private static final int FINEST = 181;
    private static final int COARSEST = 41;
    private static final double WORK = 6e6;

    private LossGrid() {}

    /// How many nodes a side are worth their time: fewer for data of many rows.
    public static int side(Objective objective) {
        return (int) Math.clamp(Math.sqrt(WORK / objective.surveyedRows()), COARSEST, FINEST);
    }

    /// Samples J with all other parameters held at `base`.
    ///
    /// @param objective used by this thread alone
    /// @return rows × columns values, row-major, the lowest row first
    public static double[] sample(
            Objective objective, double[] base, Plane plane, Bounds bounds, int columns, int rows) {
        double[] values = new double[columns * rows];
        new Band(objective, base.clone(), plane, bounds, columns, rows).fill(values, 0, rows);
        return values;
    }

    /// As [#sample], in bands of rows that are computed at the same time; the same bits.
    ///
    /// @param objective may be shared: every band takes a twin
    /// @param threads at most so many bands
    public static double[] sampleTogether(
            Objective objective, double[] base, Plane plane, Bounds bounds, int columns, int rows, int threads) {
        double[] values = new double[columns * rows];
        int bands = Math.clamp(threads, 1, rows);
        IntStream.range(0, bands)
                .parallel()
                .forEach(band -> new Band(objective.twin(), base.clone(), plane, bounds, columns, rows)
                        .fill(values, rows * band / bands, rows * (band + 1) / bands));
        return values;
    }

    /// What one thread works with.
    private record Band(
            Objective objective, double[] theta, Plane plane, Bounds bounds, int columns, int rows) {
        void fill(double[] values, int from, int to) {
            for (int row = from; row < to; row++) {
                theta[plane.vertical()] = place(bounds.bottom(), bounds.top(), row, rows);
                for (int column = 0; column < columns; column++) {
                    theta[plane.horizontal()] = place(bounds.left(), bounds.right(), column, columns);
                    values[row * columns + column] = objective.survey(theta);
                }
            }
        }
    }

    private static double place(double low, double high, int index, int count) {
        return low + (high - low) * ((double) index / (count - 1));
    }
}
