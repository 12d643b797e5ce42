package fallline.app.curves;

import fallline.figure.curve.CurveTable;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Which lines of a curve's table come first.
///
/// @param column −1 for the order of the curve
record CurveOrder(CurveTable table, int column, boolean descending) {
    /// The places of the lines in this order: lines without a number come last either way, equal ones in the order of
    /// the curve.
    int[] places() {
        IntStream all = IntStream.range(0, table.rows());
        if (column < 0) {
            return all.toArray();
        }
        Comparator<Integer> byValue = Comparator.comparingDouble(row -> table.cell(row, column));
        return all.boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(row -> Double.isNaN(table.cell(row, column)))
                        .thenComparing(descending ? byValue.reversed() : byValue))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
