package fallline.figure.surface;

import fallline.figure.plot.Window;
import java.util.function.DoubleBinaryOperator;

/// A function of two variables at the nodes of an even grid. A node without a finite value is a hole.
///
/// @param columns nodes along x, at least 2
/// @param rows nodes along y, at least 2
/// @param window the first and the last node of each direction
/// @param values rows × columns, row-major; the first row is the lowest
public record HeightField(int columns, int rows, Window window, double[] values) {
    /// @throws IllegalArgumentException if the lengths do not fit
    public HeightField {
        if (columns < 2 || rows < 2 || values.length != columns * rows) {
            throw new IllegalArgumentException(
                    "a grid of " + columns + " × " + rows + " needs as many values, got " + values.length);
        }
    }

    /// `f` evaluated at every node.
    public static HeightField sampled(Window window, int columns, int rows, DoubleBinaryOperator f) {
        double[] values = new double[columns * rows];
        HeightField field = new HeightField(columns, rows, window, values);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = f.applyAsDouble(field.x(column), field.y(row));
            }
        }
        return field;
    }

    /// The place of a column; fractions lie between.
    public double x(double column) {
        return window.x().lo() + window.x().length() * (column / (columns - 1));
    }

    /// The place of a row; fractions lie between.
    public double y(double row) {
        return window.y().lo() + window.y().length() * (row / (rows - 1));
    }

    public double at(int column, int row) {
        return values[row * columns + column];
    }
}
