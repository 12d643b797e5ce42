package fallline.data.read;

import fallline.data.layout.ReadException;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The cells of a workbook's sheet that hold anything, in columns: numbers as numbers, the rest as text.
///
/// Rows without any cell are left out.
final class Sheet {
    private static final long MOST_CELLS = 100_000_000L;

    private final String name;
    private final List<double[]> numbers = new ArrayList<>();
    private final List<List<String>> texts = new ArrayList<>();
    private int[] lines = new int[256];
    private int rows;

    Sheet(String name) {
        this.name = name;
    }

    /// Begins a row.
    ///
    /// @param line its number in the sheet, from 1
    void addRow(int line) {
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, 2 * rows);
        }
        if ((rows + 1L) * numbers.size() > MOST_CELLS) {
            throw new ReadException("Sheet " + Quote.of(name) + " is too large: save a part of it as CSV.");
        }
        lines[rows++] = line;
    }

    /// Puts a number into the row that was begun last.
    void put(int column, double number) {
        grow(column);
        double[] values = numbers.get(column);
        if (values.length < rows) {
            int before = values.length;
            values = Arrays.copyOf(values, Math.max(rows, Math.max(64, 2 * before)));
            Arrays.fill(values, before, values.length, Double.NaN);
            numbers.set(column, values);
        }
        values[rows - 1] = number;
    }

    /// Puts a word into the row that was begun last.
    void put(int column, String word) {
        grow(column);
        List<String> words = texts.get(column);
        while (words.size() < rows - 1) {
            words.add("");
        }
        words.add(word);
    }

    private void grow(int column) {
        if ((column + 1L) * rows > MOST_CELLS) {
            throw new ReadException("Sheet " + Quote.of(name) + " is too large: save a part of it as CSV.");
        }
        while (numbers.size() <= column) {
            numbers.add(new double[0]);
            texts.add(new ArrayList<>(0));
        }
    }

    int rows() {
        return rows;
    }

    int columns() {
        return numbers.size();
    }

    int line(int row) {
        return lines[row];
    }

    double number(int row, int column) {
        double[] values = numbers.get(column);
        return row < values.length ? values[row] : Double.NaN;
    }

    String word(int row, int column) {
        List<String> words = texts.get(column);
        return row < words.size() ? words.get(row) : "";
    }

    /// A cell as text, numbers in the fewest digits.
    String text(int row, int column) {
        double number = number(row, column);
        return Double.isNaN(number) ? word(row, column) : Offenders.number(number);
    }
}
