package fallline.analysis;

import fallline.experiment.ViewState.Bounds;
import fallline.experiment.ViewState.Plane;
import fallline.objective.Objective;

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
        double[] theta = base.clone();
        double[] values = new double[columns * rows];
        for (int row = 0; row < rows; row++) {
            theta[plane.vertical()] = place(bounds.bottom(), bounds.top(), row, rows);
            for (int column = 0; column < columns; column++) {
                theta[plane.horizontal()] = place(bounds.left(), bounds.right(), column, columns);
                values[row * columns + column] = objective.survey(theta);
            }
        }
        return values;
    }

    private static double place(double low, double high, int index, int count) {
        return low + (high - low) * ((double) index / (count - 1));
    }
}
