package fallline.data;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import fallline.data.Problem.Kind;
import java.util.ArrayList;
import java.util.List;

/// Takes FastCSV's fields as they are found in its buffer, straight into columns.
///
/// The record it hands to the iterator is itself: [#fields] and [#line] describe the record just read.
final class RowHandler extends CsvCallbackHandler<RowHandler> {
    private static final double HUGE = 1e150;

    private final List<ColumnBuilder> columns;
    private final NumberParser parser;
    private final List<Problem> problems = new ArrayList<>();
    private long problemCount;
    private boolean skipping;
    private boolean secondPass;
    private int row;
    private int fields;
    private long line;
    private RecordType type = RecordType.DATA;

    /// @param header whether the first record holds names and is to be skipped
    RowHandler(List<ColumnBuilder> columns, char separator, boolean header) {
        this.columns = columns;
        this.parser = new NumberParser(separator != ',');
        this.skipping = header;
        this.row = header ? 0 : 1; // the row being read, from 1; a header is row 0
    }

    /// A handler that reads only the columns that need it, as text.
    RowHandler secondPass(char separator, boolean header) {
        RowHandler handler = new RowHandler(columns, separator, header);
        handler.secondPass = true;
        return handler;
    }

    int fields() {
        return fields;
    }

    long line() {
        return line;
    }

    List<Problem> problems() {
        return problems;
    }

    long problemCount() {
        return problemCount;
    }

    void report(Problem problem) {
        problemCount++;
        if (problems.size() < CsvTable.MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    @Override
    protected RecordType getRecordType() {
        return type;
    }

    @Override
    protected int getFieldCount() {
        return fields;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = startingLineNumber;
        fields = 0;
        type = RecordType.DATA;
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        type = RecordType.COMMENT;
    }

    @Override
    protected void setEmpty() {
        type = RecordType.EMPTY;
    }

    @Override
    protected RowHandler buildRecord() {
        if (type == RecordType.DATA) {
            skipping = false;
            row++;
        }
        return this;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        int index = fields++;
        if (skipping || index >= columns.size()) {
            return;
        }
        int from = offset;
        int end = offset + length;
        while (from < end && isBlank(buffer[from])) {
            from++;
        }
        while (from < end && isBlank(buffer[end - 1])) {
            end--;
        }
        if (secondPass) {
            again(columns.get(index), new String(buffer, from, end - from));
        } else {
            add(columns.get(index), buffer, from, end - from);
        }
    }

    private void add(ColumnBuilder column, char[] buffer, int from, int length) {
        if (column.isNumbers()) {
            double value = parser.parse(buffer, from, length);
            if (!Double.isNaN(value)) {
                column.addNumber(value);
                if (Math.abs(value) > HUGE) {
                    reportSize(column, value, new String(buffer, from, length));
                }
                return;
            }
        }
        String cell = new String(buffer, from, length);
        if (Cells.isMissing(cell)) {
            column.addMissing();
            report(problem(Kind.MISSING, column, cell, "a missing value" + (cell.isEmpty() ? "" : " (" + cell + ")")));
        } else if (column.addWord(cell)) {
            report(problem(
                    Kind.NOT_A_NUMBER,
                    column,
                    cell,
                    Sentences.quote(cell) + " where the rows above have numbers, so the whole column is read as text"));
        }
    }

    private static void again(ColumnBuilder column, String cell) {
        if (column.isSecond()) {
            column.addText(Cells.isMissing(cell) ? "" : cell);
        }
    }

    private void reportSize(ColumnBuilder column, double value, String cell) {
        report(
                Double.isInfinite(value)
                        ? problem(Kind.INFINITE, column, cell, "the infinite value " + Sentences.quote(cell))
                        : problem(Kind.HUGE, column, cell, cell + ", too large for sums of squares"));
    }

    private Problem problem(Kind kind, ColumnBuilder column, String cell, String what) {
        String sentence = "Row " + row + " (line " + line + "), column '" + column.name() + "': " + what + ".";
        return new Problem(kind, row, column.name(), cell, sentence);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0';
    }
}
