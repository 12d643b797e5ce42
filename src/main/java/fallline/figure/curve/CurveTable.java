package fallline.figure.curve;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/// The numbers of curves, a line for each place and a column for each curve. Numbers are looked up when they are asked
/// for, so that a table of a million lines costs nothing.
///
/// @param title what the curves show: `J − J*`
/// @param columns what stands across first, such as the step
/// @param rows how many lines
public record CurveTable(String title, List<Column> columns, int rows) {
    /// One column.
    ///
    /// @param name unique in the table
    /// @param whole whether its numbers are whole ones
    /// @param cells the number in a line; NaN where there is none
    public record Column(String name, boolean whole, IntToDoubleFunction cells) {
        /// A column of as many numbers as there are; lines beyond them have none.
        public static Column of(String name, double[] values, int length) {
            return new Column(name, false, row -> row < length ? values[row] : Double.NaN);
        }
    }

    public CurveTable {
        columns = List.copyOf(columns);
    }

    /// The number in a line and column; NaN where there is none.
    public double cell(int row, int column) {
        return columns.get(column).cells().applyAsDouble(row);
    }
}
