package fallline.data;

import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.layout.Sentences;
import fallline.data.number.Numeral;
import fallline.text.Quote;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// An immutable table of named columns of equal length, with at least one column and one row.
///
/// Two data sets are equal only if they are the same object.
public final class Dataset {
    /// What columns are called that have no name.
    public static final String UNNAMED = "the data";

    private final String name;
    private final DataSource source;
    private final List<Column> columns;
    private final Gaps gaps;
    private final Optional<HoldOut> holdOut;

    /// A data set of which columns with gaps are refused.
    ///
    /// @param name what messages call it: a file's name, a built-in set's id
    /// @throws DataException if there is no column or no row, two columns share a name or their lengths differ
    public Dataset(String name, DataSource source, List<? extends Column> columns) {
        this(name, source, columns, Gaps.STOP);
    }

    /// A data set with a rule for gaps.
    ///
    /// @throws DataException as above
    public Dataset(String name, DataSource source, List<? extends Column> columns, Gaps gaps) {
        this(name, source, columns, gaps, Optional.empty());
    }

    private Dataset(
            String name, DataSource source, List<? extends Column> columns, Gaps gaps, Optional<HoldOut> holdOut) {
        this.name = Quote.shortened(name);
        this.gaps = gaps;
        this.holdOut = holdOut;
        this.source = source;
        this.columns = List.copyOf(columns);
        if (this.columns.isEmpty()) {
            throw new DataException(name + " has no columns: give at least one column with a name and values.");
        }
        Column first = this.columns.getFirst();
        if (first.rows() == 0) {
            throw new DataException(name + " has no rows: give every column at least one value.");
        }
        Set<String> names = new HashSet<>();
        for (Column column : this.columns) {
            if (!names.add(column.name())) {
                throw new DataException(
                        name + " has two columns named " + Quote.of(column.name()) + ": give each its own name.");
            }
            if (column.rows() != first.rows()) {
                throw new DataException(
                        name + ": column " + Quote.of(column.name()) + " has " + column.rows() + " values where "
                                + Quote.of(first.name()) + " has " + first.rows() + ": make them equally long.");
            }
        }
    }

    /// What messages call this data set; [#UNNAMED] for columns that stood in a file without a name.
    public String name() {
        return name;
    }

    /// Where it came from.
    public DataSource source() {
        return source;
    }

    /// The same columns, from elsewhere.
    public Dataset withSource(DataSource other) {
        return new Dataset(name, other, columns, gaps, holdOut);
    }

    /// What becomes of rows with gaps when a model reads them; the columns here still have them.
    public Gaps gaps() {
        return gaps;
    }

    /// The same columns with another rule for gaps.
    public Dataset withGaps(Gaps other) {
        return other == gaps ? this : new Dataset(name, source, columns, other, holdOut);
    }

    /// Which rows are held out for a test; the columns here still have them.
    public Optional<HoldOut> holdOut() {
        return holdOut;
    }

    /// The same columns with other rows held out, or none.
    public Dataset withHoldOut(Optional<HoldOut> other) {
        return other.equals(holdOut) ? this : new Dataset(name, source, columns, gaps, other);
    }

    /// The columns `other` that came of an edit of these, under the same rules for gaps and tests.
    Dataset edited(String called, DataSource from, List<? extends Column> others) {
        return new Dataset(called, from, others, gaps, holdOut);
    }

    /// All columns, in the order of the file.
    public List<Column> columns() {
        return columns;
    }

    /// Whether the other one has the same columns with the same values in the same order, wherever they came from.
    public boolean hasColumnsOf(Dataset other) {
        return columns.size() == other.columns.size()
                && IntStream.range(0, columns.size())
                        .allMatch(i -> columns.get(i).isSameAs(other.columns.get(i)));
    }

    /// The number of rows, m ≥ 1.
    public int rows() {
        return columns.getFirst().rows();
    }

    /// The column of that name, if there is one.
    public Optional<Column> find(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /// The column of that name.
    ///
    /// @throws DataException if there is none; the sentence offers the names that there are
    public Column column(String column) {
        return find(column)
                .orElseThrow(() -> new DataException(name + " has no column " + Quote.of(column) + ": choose one of "
                        + Quote.list(columns.stream().map(Column::name).toList()) + "."));
    }

    /// The numbers of a column, NaN where one is missing; not a copy, not to be changed.
    ///
    /// @throws DataException if there is no such column, or it is text
    public double[] numbers(String column) {
        return switch (column(column)) {
            case NumberColumn numbers -> numbers.values();
            case TextColumn text -> throw new DataException(notNumbers(text));
        };
    }

    /// The names of the columns of numbers, in order.
    public List<String> numberNames() {
        return columns.stream()
                .filter(NumberColumn.class::isInstance)
                .map(Column::name)
                .toList();
    }

    private String notNumbers(TextColumn text) {
        int row = 0;
        while (row < text.rows() - 1
                && (text.values().get(row).isEmpty() || isNumber(text.values().get(row)))) {
            row++;
        }
        String cell = Sentences.quote(text.values().get(row));
        List<String> offered = numberNames();
        String choice = offered.isEmpty()
                ? "there is no column of numbers to choose instead."
                : "choose a column of numbers: " + Quote.list(offered) + ".";
        boolean fewWords = WordColumn.of(text).isMostlyNumbers();
        String remedy = fewWords ? "skip or fill such rows (gaps: skip or fill); or " : "";
        return name + ": column " + Quote.of(text.name()) + " is text (" + cell + " in row " + (row + 1) + "); "
                + remedy + choice;
    }

    private static boolean isNumber(String cell) {
        return Numeral.is(cell);
    }
}
