package fallline.figure.curve;

import java.util.ArrayList;
import java.util.List;

/// Series as columns of a table, a line for each step. Where steps stand at evaluations or epochs, each run has a
/// column of these, too. Names that come twice have a number behind them.
final class SeriesColumns {
    private SeriesColumns() {}

    /// @param epochs whether what the series' places count are epochs
    static List<CurveTable.Column> of(List<Series> series, boolean epochs) {
        List<CurveTable.Column> columns = new ArrayList<>();
        columns.add(new CurveTable.Column("step", true, row -> row));
        for (Series line : series) {
            String name = line.name().isEmpty() ? "beside" : line.name();
            String unique = name;
            for (int n = 2; isTaken(columns, unique); n++) {
                unique = name + " " + n;
            }
            if (line.placed()) {
                columns.add(new CurveTable.Column(
                        unique + (epochs ? ": epochs" : ": evaluations"),
                        !epochs,
                        row -> row < line.length() ? line.place(row) : Double.NaN));
            }
            columns.add(CurveTable.Column.of(unique, line.values(), line.length()));
            line.band().map(Band::columns).ifPresent(columns::addAll);
        }
        return columns;
    }

    private static boolean isTaken(List<CurveTable.Column> columns, String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    /// How many lines the longest of them needs.
    static int rows(List<Series> series) {
        return series.stream()
                .mapToInt(line -> Math.max(
                        line.length(), line.band().map(band -> last(band) + 1).orElse(0)))
                .max()
                .orElse(0);
    }

    private static int last(Band band) {
        return band.steps()[band.steps().length - 1];
    }
}
