package fallline.app.table;

import fallline.data.Column;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// By which column the rows of a table are sorted.
///
/// @param column empty for the order of the data
record RowOrder(Optional<Column> column, boolean descending) {
    static final RowOrder NONE = new RowOrder(Optional.empty(), false);

    /// The places of `rows` rows in this order; gaps come last either way, equal values in the order of the data.
    int[] places(int rows) {
        Comparator<Integer> order = column.map(this::comparator)
                .orElseGet(() -> descending ? Comparator.reverseOrder() : Comparator.naturalOrder());
        return IntStream.range(0, rows)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Comparator<Integer> comparator(Column sorted) {
        return switch (sorted) {
            case Column.NumberColumn numbers -> {
                double[] values = numbers.values();
                Comparator<Integer> gapsLast = Comparator.comparing(row -> Double.isNaN(values[row]));
                Comparator<Integer> byValue = Comparator.comparingDouble(row -> values[row]);
                yield gapsLast.thenComparing(descending ? byValue.reversed() : byValue);
            }
            case Column.TextColumn text -> {
                List<String> values = text.values();
                Comparator<Integer> gapsLast =
                        Comparator.comparing(row -> values.get(row).isEmpty());
                Comparator<Integer> byValue = Comparator.comparing(values::get);
                yield gapsLast.thenComparing(descending ? byValue.reversed() : byValue);
            }
        };
    }
}
