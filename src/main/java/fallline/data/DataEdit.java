package fallline.data;

import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.layout.Sentences;
import fallline.data.number.MissingMarks;
import fallline.data.number.NumberStyle;
import fallline.data.number.Numeral;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The changes that a hand makes in a data set, each as a pure function. What comes out is columns of its own,
/// whatever the source was, and is called `… (edited)`.
public final class DataEdit {
    /// What follows the name of a data set that was changed.
    public static final String EDITED = " (edited)";

    private DataEdit() {}

    /// The data with other cells in one row, given as text: a number in a column of numbers, any word in one of
    /// words; the empty text is a gap.
    ///
    /// @throws DataException with a sentence, if a column is not there or a text is no number in a column of
    ///     numbers
    public static Dataset withCells(Dataset data, int row, Map<String, String> cells) {
        cells.keySet().forEach(data::column);
        List<Column> columns = new ArrayList<>();
        for (Column column : data.columns()) {
            String cell = cells.get(column.name());
            columns.add(cell == null ? column : with(column, row, cell));
        }
        return edited(data, columns);
    }

    /// The data with one more row at the end; columns that are not named get a gap.
    ///
    /// @throws DataException as [#withCells]
    public static Dataset withRow(Dataset data, Map<String, String> cells) {
        List<Column> longer = new ArrayList<>();
        for (Column column : data.columns()) {
            longer.add(
                    switch (column) {
                        case NumberColumn numbers -> {
                            double[] values = java.util.Arrays.copyOf(numbers.values(), numbers.rows() + 1);
                            values[values.length - 1] = Double.NaN;
                            yield new NumberColumn(numbers.name(), values);
                        }
                        case TextColumn text -> {
                            List<String> values = new ArrayList<>(text.values());
                            values.add("");
                            yield new TextColumn(text.name(), values);
                        }
                    });
        }
        return withCells(data.edited(data.name(), data.source(), longer), data.rows(), cells);
    }

    /// The data without a row.
    ///
    /// @throws DataException if it is the only one
    public static Dataset withoutRow(Dataset data, int row) {
        if (data.rows() == 1) {
            throw new DataException("The only row of " + data.name() + " cannot be deleted: add another one first.");
        }
        List<Column> shorter = new ArrayList<>();
        for (Column column : data.columns()) {
            shorter.add(
                    switch (column) {
                        case NumberColumn numbers -> {
                            double[] values = new double[numbers.rows() - 1];
                            System.arraycopy(numbers.values(), 0, values, 0, row);
                            System.arraycopy(numbers.values(), row + 1, values, row, values.length - row);
                            yield new NumberColumn(numbers.name(), values);
                        }
                        case TextColumn text -> {
                            List<String> values = new ArrayList<>(text.values());
                            values.remove(row);
                            yield new TextColumn(text.name(), values);
                        }
                    });
        }
        return edited(data, shorter);
    }

    /// A cell as text that [#withCells] reads back to the same value; empty for a gap.
    public static String text(Column column, int row) {
        return switch (column) {
            case NumberColumn numbers ->
                Double.isFinite(numbers.values()[row]) ? Double.toString(numbers.values()[row]) : "";
            case TextColumn text -> text.values().get(row);
        };
    }

    private static Column with(Column column, int row, String cell) {
        return switch (column) {
            case NumberColumn numbers -> {
                double[] values = numbers.values().clone();
                values[row] = number(column.name(), row, cell);
                yield new NumberColumn(numbers.name(), values);
            }
            case TextColumn text -> {
                List<String> values = new ArrayList<>(text.values());
                values.set(row, MissingMarks.isMissing(cell) ? "" : cell.strip());
                yield new TextColumn(text.name(), values);
            }
        };
    }

    private static double number(String column, int row, String cell) {
        if (MissingMarks.isMissingNumber(cell)) {
            return Double.NaN;
        }
        double value = Numeral.of(cell).map(DataEdit::value).orElse(Double.NaN);
        if (!Double.isFinite(value)) {
            throw new DataException("Row " + (row + 1) + ", column " + Quote.of(column) + ": " + Sentences.quote(cell)
                    + " is not a finite number: type one such as 1.5, or nothing for a gap.");
        }
        return value;
    }

    /// A typed number: its one mark is the decimal one, unless it can only part thousands.
    private static double value(Numeral numeral) {
        return numeral.value(NumberStyle.simplest(numeral.styles()).orElseThrow());
    }

    private static Dataset edited(Dataset data, List<Column> columns) {
        String name = data.name().endsWith(EDITED) ? data.name() : data.name() + EDITED;
        return data.edited(name, new DataSource.Columns(), columns);
    }
}
