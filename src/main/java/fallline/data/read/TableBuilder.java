package fallline.data.read;

import fallline.data.layout.ColumnReading;
import fallline.data.layout.ColumnType;
import fallline.data.layout.Decision;
import fallline.data.layout.Directions;
import fallline.data.layout.ReadException;
import fallline.data.layout.Sentences;
import fallline.data.number.FileMarks;
import fallline.data.number.MissingMarks;
import fallline.data.number.NumberStyle;
import fallline.data.number.Numeral;
import fallline.data.number.PrintedColumn;
import fallline.data.number.StyleDecision;
import fallline.data.read.CellSource.Gap;
import fallline.data.read.CellSource.State;
import fallline.data.read.Finding.Kind;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// Decides, column by column but with an eye on the whole file, what cells are, and makes columns of them.
final class TableBuilder {
    private static final double HUGE = 1e150;

    private final CellSource cells;
    private final Heads heads;
    private final Directions directions;
    private final int allowed;
    private final List<Finding> findings = new ArrayList<>();
    private final NumberDecisions numberDecisions = new NumberDecisions();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<ColumnReading> readings = new ArrayList<>();
    private final Map<Integer, List<String>> texts = new HashMap<>();
    private final Map<Integer, PrintedColumn> printed = new HashMap<>();
    private long findingCount;

    /// What is known of the columns before their cells are looked at.
    ///
    /// @param names unique names, one a column
    /// @param unnamed whether a column has no name though others have, by its index
    /// @param types what the file says that they are
    /// @param separator what parts them
    record Heads(List<String> names, boolean[] unnamed, Map<Integer, ColumnType> types, char separator) {
        /// What a column is to be read as, if that was said.
        Optional<ColumnType> type(int column, Directions directions) {
            return Optional.ofNullable(directions.types().get(names.get(column)))
                    .or(() -> Optional.ofNullable(types.get(column)));
        }

        /// Which columns must be looked at as text whatever their cells are.
        boolean[] asText(Directions directions) {
            boolean[] text = new boolean[names.size()];
            for (int i = 0; i < text.length; i++) {
                text[i] = directions.decimal().isPresent()
                        || directions.thousands().isPresent()
                        || type(i, directions)
                                .filter(type -> type != ColumnType.NUMBER)
                                .isPresent();
            }
            return text;
        }
    }

    TableBuilder(CellSource cells, Heads heads, Directions directions) {
        this.cells = cells;
        this.heads = heads;
        this.directions = directions;
        allowed = NumberStyle.mask(directions.decimal(), directions.thousands());
        if (allowed == 0) {
            throw new ReadException("Decimal and thousands mark are the same: choose another for one of them.");
        }
    }

    /// The columns.
    List<RawColumn> columns() {
        readTexts();
        FileMarks marks = marks();
        List<RawColumn> columns = new ArrayList<>();
        for (int i = 0; i < heads.names().size(); i++) {
            if (!isNothing(i)) {
                column(i, marks).ifPresent(columns::add);
            }
        }
        decisions.addAll(numberDecisions.all());
        return columns;
    }

    /// A column without a name and without any cell, as a comma at the end of each line makes one.
    private boolean isNothing(int column) {
        if (!heads.unnamed()[column]) {
            return false;
        }
        return texts.containsKey(column)
                ? texts.get(column).stream().allMatch(String::isEmpty) && cells.exact(column).length == 0
                : cells.state(column) == State.EMPTY;
    }

    private void readTexts() {
        int[] columns = IntStream.range(0, heads.names().size())
                .filter(i -> cells.state(i) == State.OTHER || cells.state(i) == State.UNSURE)
                .toArray();
        if (columns.length == 0) {
            return;
        }
        List<List<String>> read = cells.texts(columns);
        for (int i = 0; i < columns.length; i++) {
            texts.put(columns[i], read.get(i));
        }
        Arrays.stream(columns)
                .parallel()
                .mapToObj(i -> Map.entry(i, new PrintedColumn(Objects.requireNonNull(texts.get(i)), cells.exact(i))))
                .toList()
                .forEach(entry -> printed.put(entry.getKey(), entry.getValue()));
    }

    /// The decimal mark of the columns that leave no doubt, if most of them have the same.
    private FileMarks marks() {
        int points = 0;
        int commas = 0;
        String point = "";
        String comma = "";
        for (int i = 0; i < heads.names().size(); i++) {
            Optional<String> example = printed.containsKey(i)
                    ? sure(printed.get(i))
                    : cells.state(i) == State.PLAIN ? cells.pointed(i) : Optional.empty();
            if (example.isEmpty()) {
                continue;
            }
            String where = example.get() + " in column "
                    + Sentences.quote(heads.names().get(i));
            boolean withPoint = !printed.containsKey(i) || isPoint(printed.get(i));
            if (withPoint) {
                points++;
                point = point.isEmpty() ? where : point;
            } else {
                commas++;
                comma = comma.isEmpty() ? where : comma;
            }
        }
        if (points == commas) {
            return new FileMarks(heads.separator(), Optional.empty(), "");
        }
        return points > commas
                ? new FileMarks(heads.separator(), Optional.of('.'), point)
                : new FileMarks(heads.separator(), Optional.of(','), comma);
    }

    private static Optional<String> sure(PrintedColumn column) {
        return column.isMostlyNumbers() ? column.sureDecimal().map(Numeral::text) : Optional.empty();
    }

    private static boolean isPoint(PrintedColumn column) {
        return column.decide(NumberStyle.ALL, FileMarks.UNKNOWN).style().decimal() == '.';
    }

    private Optional<RawColumn> column(int index, FileMarks marks) {
        String name = heads.names().get(index);
        Optional<ColumnType> said = heads.type(index, directions);
        if (!texts.containsKey(index)) {
            double[] values = cells.numbers(index);
            plainFindings(index, name, values);
            readings.add(new ColumnReading(name, ColumnType.NUMBER, ColumnType.NUMBER, ""));
            return Optional.of(new RawColumn.Numbers(name, values));
        }
        List<String> text = Objects.requireNonNull(texts.get(index));
        PrintedColumn column = Objects.requireNonNull(printed.get(index));
        StyleDecision style = column.decide(allowed, marks);
        double[] values = column.values(style.style());
        int[] offenders = column.offenders(values);
        boolean numbers = offenders.length == 0 && (column.numbers() > 0 || column.present() == 0);
        ColumnType found = numbers ? ColumnType.NUMBER : ColumnType.WORDS;
        ColumnType type = said.orElse(found);
        String reason = numbers ? "" : Offenders.sentence(name, text, offenders);
        readings.add(new ColumnReading(name, type, found, reason));
        return switch (type) {
            case IGNORE -> Optional.empty();
            case NUMBER -> {
                numberDecisions.add(name, style, column, text, values);
                numberFindings(name, text, values);
                yield Optional.of(new RawColumn.Numbers(name, values));
            }
            case DATE -> Optional.of(dates(name, printable(index, text)));
            case WORDS -> Optional.of(words(name, printable(index, text), column, offenders, said.isEmpty()));
        };
    }

    /// The cells as words: numbers of a workbook in the fewest digits.
    private List<String> printable(int index, List<String> text) {
        double[] exact = cells.exact(index);
        if (exact.length == 0) {
            return text;
        }
        List<String> all = new ArrayList<>(text);
        for (int row = 0; row < exact.length; row++) {
            if (!Double.isNaN(exact[row])) {
                all.set(row, Offenders.number(exact[row]));
            }
        }
        return all;
    }

    private RawColumn dates(String name, List<String> text) {
        Dates dates = Dates.of(text);
        dates.doubt().ifPresent(doubt -> decisions.add(new Decision(Decision.About.COLUMN, true, doubt)));
        decisions.add(new Decision(
                Decision.About.COLUMN,
                false,
                "Column " + Sentences.quote(name) + " holds days since " + dates.first() + "."));
        for (int row = 0; row < text.size(); row++) {
            if (Double.isNaN(dates.days()[row])) {
                boolean missing = MissingMarks.isMissingNumber(text.get(row));
                String what = missing
                        ? missing(text.get(row))
                        : Sentences.quote(text.get(row)) + ", which is no date and counts as a gap";
                report(missing ? Kind.MISSING : Kind.NOT_A_NUMBER, row + 1, cells.line(row), name, text.get(row), what);
            }
        }
        return new RawColumn.Numbers(name, dates.days());
    }

    private RawColumn words(String name, List<String> text, PrintedColumn column, int[] offenders, boolean guessed) {
        List<String> words = new ArrayList<>(text.size());
        for (int row = 0; row < text.size(); row++) {
            String cell = text.get(row);
            boolean missing = MissingMarks.isMissing(cell);
            words.add(missing ? "" : FormulaGuard.off(cell));
            if (missing && column.present() > 0) {
                report(Kind.MISSING, row + 1, cells.line(row), name, cell, missing(cell));
            }
        }
        if (guessed && column.isMostlyNumbers() && offenders.length > 0) {
            int row = offenders[0];
            add(new Finding(
                    Kind.NOT_A_NUMBER, row + 1, name, text.get(row), Offenders.sentence(name, text, offenders)));
        }
        return new RawColumn.Words(name, words);
    }

    private static String missing(String cell) {
        return "a missing value" + (cell.isEmpty() ? "" : " (" + Quote.shortened(cell) + ")");
    }

    private void plainFindings(int index, String name, double[] values) {
        if (cells.state(index) == State.EMPTY && cells.gapCount(index) > 0) {
            add(new Finding(Kind.EMPTY_COLUMN, 0, name, "", "Column " + Quote.of(name) + " is empty."));
            return;
        }
        boolean present = false;
        for (double value : values) {
            present |= !Double.isNaN(value);
        }
        if (!present) {
            add(new Finding(Kind.EMPTY_COLUMN, 0, name, "", "Column " + Quote.of(name) + " is empty."));
            return;
        }
        for (Gap gap : cells.gaps(index)) {
            report(Kind.MISSING, gap.row(), gap.line(), name, gap.text(), missing(gap.text()));
        }
        findingCount += cells.gapCount(index) - cells.gaps(index).size();
        large(name, values);
    }

    private void numberFindings(String name, List<String> text, double[] values) {
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row])) {
                continue;
            }
            String cell = text.get(row);
            if (MissingMarks.isMissingNumber(cell)) {
                report(Kind.MISSING, row + 1, cells.line(row), name, cell, missing(cell));
            } else {
                report(
                        Kind.NOT_A_NUMBER,
                        row + 1,
                        cells.line(row),
                        name,
                        cell,
                        Sentences.quote(cell) + ", which is no number here and counts as a gap");
            }
        }
        large(name, values);
    }

    private void large(String name, double[] values) {
        for (int row = 0; row < values.length; row++) {
            double value = values[row];
            if (Math.abs(value) > HUGE) {
                String cell = Offenders.number(value);
                report(
                        Double.isInfinite(value) ? Kind.INFINITE : Kind.HUGE,
                        row + 1,
                        0,
                        name,
                        cell,
                        Double.isInfinite(value)
                                ? "an infinite value, or one too large for a number"
                                : Quote.shortened(cell) + ", too large for sums of squares");
            }
        }
    }

    private void report(Kind kind, int row, int line, String column, String cell, String what) {
        String place = "Row " + row + (line > 0 ? " (line " + line + ")" : "");
        add(new Finding(kind, row, column, cell, place + ", column " + Quote.of(column) + ": " + what + "."));
    }

    /// Adds a finding; of those that are counted only, no sentence is kept.
    void add(Finding finding) {
        findingCount++;
        if (findings.size() < 20 * RawTable.MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    /// The first findings by row.
    List<Finding> findings() {
        return findings.stream()
                .sorted(Comparator.comparingInt(Finding::row))
                .limit(RawTable.MOST_FINDINGS)
                .toList();
    }

    long findingCount() {
        return findingCount;
    }

    List<Decision> decisions() {
        return decisions;
    }

    List<ColumnReading> readings() {
        return readings;
    }

    /// The style that most columns are read in.
    NumberStyle style() {
        return numberDecisions.most();
    }
}
