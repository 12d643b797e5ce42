package fallline.data.read;

import fallline.data.layout.Rows;
import fallline.data.number.MissingMarks;
import fallline.data.number.NumberParser;
import fallline.data.read.CellSource.Gap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The plain numbers of a part of a text. A column in which something else turns up is given up.
final class PlainChunk {
    static final int MOST_GAPS = 1_000;

    private static final int ROWS_BETWEEN_CHECKS = 1 << 12;
    private static final int MOST_GAPS_IN_ALL = 100_000;

    /// How much room there is at first: enough for a small table, and little for one of many columns.
    private static final int FIRST_CELLS = 1 << 16;

    private static final int LEAST_ROWS = 4;
    private static final int MOST_ROWS = 256;

    private final int columns;
    private final double[][] values;
    private final boolean[] other;
    private final boolean[] any;
    private final boolean[] either;
    private final @Nullable String[] pointed;
    private final List<List<Gap>> gaps = new ArrayList<>();
    private final long[] gapCounts;
    private final List<Gap> ragged = new ArrayList<>();
    private final NumberParser parser = new NumberParser();
    private long raggedCount;
    private int gapsKept;
    private int rows;
    private int lines;

    /// @param given which columns need not be read as numbers
    PlainChunk(int columns, boolean[] given) {
        this.columns = columns;
        values = new double[columns][Math.clamp(FIRST_CELLS / columns, LEAST_ROWS, MOST_ROWS)];
        other = given.clone();
        any = given.clone();
        either = new boolean[columns];
        pointed = new String[columns];
        gapCounts = new long[columns];
        for (int i = 0; i < columns; i++) {
            gaps.add(new ArrayList<>(0));
        }
    }

    /// Reads all rows.
    void read(Rows cells, Watch watch) {
        int told = -1;
        while (cells.next()) {
            told = told < 0 ? cells.offset() : told;
            row(cells);
            if (rows % ROWS_BETWEEN_CHECKS == 0) {
                watch.add(cells.offset() - told);
                told = cells.offset();
            }
        }
        lines = cells.nextLine() - 1;
        watch.add(told < 0 ? 0 : cells.offset() - told);
    }

    private void row(Rows cells) {
        if (rows == values[0].length) {
            for (int i = 0; i < columns; i++) {
                values[i] = other[i] ? new double[2 * rows] : Arrays.copyOf(values[i], 2 * rows);
            }
        }
        rows++;
        if (!isWhole(cells, columns)) {
            raggedCount++;
            if (ragged.size() < MOST_GAPS) {
                ragged.add(new Gap(rows, cells.line(), Integer.toString(cells.count())));
            }
            for (int i = 0; i < columns; i++) {
                values[i][rows - 1] = Double.NaN;
            }
            return;
        }
        for (int i = 0; i < columns; i++) {
            if (!other[i]) {
                values[i][rows - 1] = number(cells, i);
            }
        }
    }

    /// Whether a row has a cell for each column, and nothing beyond.
    static boolean isWhole(Rows cells, int columns) {
        if (cells.count() < columns) {
            return false;
        }
        for (int i = columns; i < cells.count(); i++) {
            if (!cells.isEmpty(i)) {
                return false;
            }
        }
        return true;
    }

    private double number(Rows cells, int column) {
        int start = cells.start(column);
        int end = cells.end(column);
        if (start == end) {
            gap(column, cells.line(), "");
            return Double.NaN;
        }
        double value = parser.parse(cells.text(), start, end);
        if (!Double.isNaN(value)) {
            any[column] = true;
            if (parser.point() != NumberParser.Point.NONE) {
                point(cells, column);
            }
            return value;
        }
        String cell = cells.cell(column);
        if (MissingMarks.isMissingNumber(cell)) {
            gap(column, cells.line(), cell);
        } else {
            any[column] = true;
            other[column] = true;
        }
        return Double.NaN;
    }

    private void point(Rows cells, int column) {
        if (parser.point() == NumberParser.Point.EITHER) {
            either[column] = true;
        } else if (pointed[column] == null) {
            pointed[column] = cells.cell(column);
        }
    }

    private void gap(int column, int line, String text) {
        gapCounts[column]++;
        any[column] |= !text.isEmpty();
        List<Gap> kept = gaps.get(column);
        if (kept.size() < MOST_GAPS && gapsKept < MOST_GAPS_IN_ALL) {
            kept.add(new Gap(rows, line, text));
            gapsKept++;
        }
    }

    int rows() {
        return rows;
    }

    /// How many lines there are in this part.
    int lines() {
        return lines;
    }

    double[] values(int column) {
        return values[column];
    }

    boolean isOther(int column) {
        return other[column];
    }

    boolean isAny(int column) {
        return any[column];
    }

    boolean isEither(int column) {
        return either[column];
    }

    /// A number with a sure decimal point; empty if there is none.
    String pointed(int column) {
        String first = pointed[column];
        return first == null ? "" : first;
    }

    List<Gap> gaps(int column) {
        return gaps.get(column);
    }

    long gapCount(int column) {
        return gapCounts[column];
    }

    List<Gap> ragged() {
        return ragged;
    }

    long raggedCount() {
        return raggedCount;
    }
}
