package fallline.data.layout;

import fallline.data.number.MissingMarks;
import fallline.data.number.Numeral;
import java.util.ArrayList;
import java.util.List;

/// A row of the beginning of a table.
///
/// @param line its line in the file, from 1; in a workbook its row
/// @param offset where it begins in the text
/// @param next the line behind it
/// @param cells its cells
/// @param numbers for each cell whether it is a number in some style
public record SampleRow(int line, int offset, int next, List<String> cells, boolean[] numbers) {
    private static final int MOST_ROWS = 300;
    private static final int MOST_CELLS = 60_000;
    private static final int LEAST_ROWS = 4;

    public static SampleRow of(int line, int offset, int next, List<String> cells) {
        boolean[] numbers = new boolean[cells.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Numeral.is(cells.get(i));
        }
        return new SampleRow(line, offset, next, cells, numbers);
    }

    /// The first rows of a text; what comes behind a quote that is not closed is left out.
    static List<SampleRow> first(TableText text, int from, int end, int line, Format format) {
        Rows rows = new Rows(text.utf8(), from, end, line, format);
        List<SampleRow> sample = new ArrayList<>();
        int all = 0;
        try {
            while (sample.size() < MOST_ROWS && (all < MOST_CELLS || sample.size() < LEAST_ROWS) && rows.next()) {
                List<String> cells = new ArrayList<>(rows.count());
                for (int i = 0; i < rows.count(); i++) {
                    cells.add(rows.cell(i));
                }
                all += cells.size();
                sample.add(of(rows.line(), rows.offset(), rows.nextLine(), cells));
            }
        } catch (QuoteException e) {
            return sample; // the reading proper meets the same place and says what is wrong with it
        }
        return sample;
    }

    /// How many cells it has, empty ones at the end not counted.
    int trimmed() {
        int count = cells.size();
        while (count > 0 && cells.get(count - 1).isEmpty()) {
            count--;
        }
        return count;
    }

    int filled() {
        int count = 0;
        for (String cell : cells) {
            count += cell.isEmpty() ? 0 : 1;
        }
        return count;
    }

    boolean isNumber(int cell) {
        return cell < numbers.length && numbers[cell];
    }

    boolean isMissing(int cell) {
        return cell >= cells.size() || MissingMarks.isMissingNumber(cells.get(cell));
    }

    boolean isWord(int cell) {
        return !isNumber(cell) && !isMissing(cell);
    }

    boolean hasNumber() {
        for (boolean number : numbers) {
            if (number) {
                return true;
            }
        }
        return false;
    }

    boolean hasWord() {
        for (int i = 0; i < cells.size(); i++) {
            if (isWord(i)) {
                return true;
            }
        }
        return false;
    }
}
