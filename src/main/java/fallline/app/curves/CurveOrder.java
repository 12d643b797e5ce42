package fallline.app.curves;

import fallline.figure.curve.CurveTable;
import java.util.AbstractList;
import java.util.Comparator;
import java.util.stream.IntStream;
import javafx.collections.ObservableListBase;

/// The lines of a curve's table in the order in which they are shown, by their places.
final class CurveOrder extends ObservableListBase<Integer> {
    private int[] places = new int[0];

    /// Which lines come first.
    ///
    /// @param column −1 for the order of the curve
    record Sorting(CurveTable table, int column, boolean descending) {
        /// The places of the lines in this order: lines without a number come last either way, equal ones in the
        /// order of the curve.
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

    @Override
    public Integer get(int index) {
        return places[index];
    }

    @Override
    public int size() {
        return places.length;
    }

    /// Shows other lines, or the same in another order.
    void set(int[] next) {
        int[] old = places;
        beginChange();
        places = next;
        nextReplace(0, next.length, new Replaced(old));
        endChange();
    }

    private static final class Replaced extends AbstractList<Integer> {
        private final int[] old;

        Replaced(int[] old) {
            this.old = old;
        }

        @Override
        public Integer get(int index) {
            return old[index];
        }

        @Override
        public int size() {
            return old.length;
        }
    }
}
