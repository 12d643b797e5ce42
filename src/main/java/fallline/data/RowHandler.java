package fallline.data;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import fallline.data.Problem.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes FastCSV's fields as they are found in its buffer, straight into columns.
///
/// The record it hands to the iterator is itself: [#fields] and [#line] describe the record just read.
final class RowHandler extends CsvCallbackHandler<RowHandler> {
    private static final double HUGE = 1e150;

    private final List<ColumnBuilder> columns;
    private final NumberParser parser;
    private final List<Problem> problems = new ArrayList<>();

    /// What is missing in columns that have no value yet, by the column's name; told once they have one.
    private final Map<String, List<Problem>> held = new LinkedHashMap<>();

    private int raggedRows;
    private String firstRagged = "";
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

    long line() {
        return line;
    }

    /// How many rows had more or fewer cells than there are columns.
    int raggedRows() {
        return raggedRows;
    }

    /// The first of them: `line 3 has 1 column where the first line has 2`.
    String firstRagged() {
        return firstRagged;
    }

    /// Reports the columns that have no value at all, once everything is read.
    void end() {
        for (String column : held.keySet()) {
            report(new Problem(Kind.EMPTY_COLUMN, 0, column, "", "Column '" + column + "' is empty."));
        }
        held.clear();
        problems.sort(Comparator.comparingInt(Problem::row));
    }

    /// The first problems, by row.
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
            if (fields != columns.size()) {
                blank();
            }
            skipping = false;
            row++;
        }
        return this;
    }

    /// Makes all cells of a row with too many or too few of them gaps.
    private void blank() {
        for (int i = 0; i < columns.size(); i++) {
            ColumnBuilder column = columns.get(i);
            boolean read = !secondPass || column.isSecond();
            if (read && i < fields) {
                column.blankLast();
            } else if (read) {
                column.addMissing();
            }
        }
        if (!secondPass) {
            String what = "line " + line + " has " + Sentences.count(fields, "column") + " where the first line has "
                    + columns.size();
            raggedRows++;
            firstRagged = raggedRows == 1 ? what : firstRagged;
            String sentence = "Row " + row + ": " + what + ", so that all its cells count as gaps.";
            report(new Problem(Kind.RAGGED, row, "", "", sentence));
        }
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
                tellHeld(column);
                column.addNumber(value);
                if (Math.abs(value) > HUGE) {
                    reportSize(column, value, new String(buffer, from, length));
                }
                return;
            }
        }
        String cell = new String(buffer, from, length);
        if (Cells.isMissing(cell)) {
            boolean empty = column.isEmpty();
            column.addMissing();
            missing(
                    column,
                    empty,
                    problem(Kind.MISSING, column, cell, "a missing value" + (cell.isEmpty() ? "" : " (" + cell + ")")));
            return;
        }
        tellHeld(column);
        if (column.addWord(cell)) {
            report(problem(
                    Kind.NOT_A_NUMBER,
                    column,
                    cell,
                    Sentences.quote(cell) + " where the rows above have numbers, so the whole column is read as text"));
        }
    }

    private void missing(ColumnBuilder column, boolean empty, Problem problem) {
        if (!empty) {
            report(problem);
            return;
        }
        List<Problem> waiting = held.computeIfAbsent(column.name(), _ -> new ArrayList<>());
        if (waiting.size() < CsvTable.MOST_PROBLEMS) {
            waiting.add(problem);
        }
    }

    /// A column has its first value: what was missing above it is worth a word after all.
    private void tellHeld(ColumnBuilder column) {
        if (column.isEmpty()) {
            List<Problem> waiting = held.remove(column.name());
            if (waiting != null) {
                waiting.forEach(this::report);
            }
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
