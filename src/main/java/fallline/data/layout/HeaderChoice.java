package fallline.data.layout;

import fallline.data.layout.Decision.About;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the line of names, and the titles and units around it.
///
/// Columns in which most of the later cells are numbers decide: the first row that has no word in any of them is
/// the first row of data, and of the rows above it the first of those with the most cells holds the names. Where no
/// column holds numbers, the first row without a number holds the names.
///
/// @param names the row of names, if there is one
/// @param data the index of the first row of data
/// @param passed lines of titles and units
/// @param columns how many columns there are
/// @param rowNames whether the names leave out the first column, as R writes it
/// @param decisions why
public record HeaderChoice(
        Optional<SampleRow> names,
        int data,
        List<Integer> passed,
        int columns,
        boolean rowNames,
        List<Decision> decisions) {
    private static final int MOST_ABOVE = 30;
    private static final int FIRST_YEAR = 1500;
    private static final int LAST_YEAR = 2200;

    /// @param rows the first rows of the table, at least one
    /// @param wanted whether there is a header, where that was said
    /// @param titles whether titles and units may be passed over (not where somebody said which lines to skip)
    public static HeaderChoice of(List<SampleRow> rows, Optional<Boolean> wanted, boolean titles) {
        int common = commonCount(rows);
        boolean[] numeric = numeric(rows, common);
        boolean any = false;
        for (boolean column : numeric) {
            any |= column;
        }
        if (wanted.isPresent() && !wanted.get()) {
            return new HeaderChoice(Optional.empty(), 0, List.of(), common, false, List.of());
        }
        int data = any ? firstData(rows, numeric, common) : firstFull(rows, common);
        boolean far = data > MOST_ABOVE || (data > 1 && 2 * data > rows.size());
        if (far && any) {
            data = rows.getFirst().hasNumber() ? 0 : 1;
        }
        Optional<String> years = data == 0 ? years(rows, numeric) : Optional.empty();
        if (data == 0 && (years.isPresent() || wanted.orElse(false))) {
            data = 1;
        }
        if (data == 0) {
            String sentence = any
                    ? "There is no line of names, because the first line has numbers where the lines below have some."
                    : "There is no line of names, because the first line has a number.";
            return new HeaderChoice(
                    Optional.empty(),
                    0,
                    List.of(),
                    common,
                    false,
                    List.of(new Decision(About.HEADER, false, sentence)));
        }
        return below(rows, data, common, titles, any, years);
    }

    private static HeaderChoice below(
            List<SampleRow> rows, int data, int common, boolean titles, boolean any, Optional<String> years) {
        int names = 0;
        int most = -1;
        for (int i = 0; titles && i < data; i++) {
            if (rows.get(i).filled() > most) {
                most = rows.get(i).filled();
                names = i;
            }
        }
        if (titles && common == 1 && data > 1) {
            names = isUnit(rows.get(1).cells().getFirst()) ? 0 : data - 1;
        }
        for (int i = names + 1; titles && i < data; i++) {
            data = rows.get(i).hasNumber() ? i : data; // units have no numbers: it is a row, with a word in it
        }
        SampleRow row = rows.get(names);
        List<Decision> decisions = new ArrayList<>();
        String evidence = years.orElse(
                any ? "it has words where the lines below have numbers" : "it has no number, and is the first");
        decisions.add(new Decision(
                About.HEADER, years.isPresent(), "Line " + row.line() + " holds the names, because " + evidence + "."));
        List<Integer> passed = new ArrayList<>();
        int first = titles ? names + 1 : 1;
        passOver(rows.subList(0, titles ? names : 0), "a title", "titles", passed, decisions);
        passOver(rows.subList(first, Math.max(first, titles ? data : first)), "units", "units", passed, decisions);
        int width = row.trimmed();
        boolean rowNames = width == common - 1
                && row.cells().size() < common
                && rows.get(Math.min(data, rows.size() - 1)).trimmed() == common
                && isNames(rows, titles ? data : 1);
        if (rowNames) {
            decisions.add(new Decision(
                    About.HEADER, true, "The names leave out the first column, which numbers or names the rows."));
        }
        int columns = rowNames ? common : width > common || width < common - 1 ? width : common;
        if (!rowNames
                && width < common
                && rows.get(Math.min(data, rows.size() - 1)).trimmed() > width) {
            columns = width; // the lines below have too many cells, which is said of them
        }
        return new HeaderChoice(Optional.of(row), titles ? data : 1, passed, columns, rowNames, decisions);
    }

    private static void passOver(
            List<SampleRow> rows, String one, String many, List<Integer> passed, List<Decision> decisions) {
        if (rows.isEmpty()) {
            return;
        }
        rows.forEach(row -> passed.add(row.line()));
        String first = Sentences.quote(String.join(" ", rows.getFirst().cells()).strip());
        String lines = rows.size() == 1
                ? "Line " + rows.getFirst().line() + " is passed over as " + one
                : "Lines " + rows.getFirst().line() + " to " + rows.getLast().line() + " are passed over as " + many;
        decisions.add(new Decision(About.SKIP, true, lines + " (" + first + ")."));
    }

    /// How many cells most rows have; columns at the end that no row fills are not counted.
    private static int commonCount(List<SampleRow> rows) {
        int[] counts =
                new int[rows.stream().mapToInt(row -> row.cells().size()).max().orElse(1) + 1];
        rows.forEach(row -> counts[row.cells().size()]++);
        int common = 1;
        for (int i = 1; i < counts.length; i++) {
            common = counts[i] > counts[common] ? i : common;
        }
        int filled = rows.stream().mapToInt(SampleRow::trimmed).max().orElse(1);
        return Math.min(common, Math.max(1, filled)); // commas at the ends of lines part nothing
    }

    /// Which columns hold numbers, by the later half of the rows.
    private static boolean[] numeric(List<SampleRow> rows, int columns) {
        boolean[] numeric = new boolean[columns];
        int from = rows.size() == 1 ? 0 : Math.max(1, (rows.size() + 1) / 2);
        for (int column = 0; column < columns; column++) {
            int numbers = 0;
            int words = 0;
            for (SampleRow row : rows.subList(from, rows.size())) {
                numbers += row.isNumber(column) ? 1 : 0;
                words += row.isWord(column) ? 1 : 0;
            }
            numeric[column] = numbers > words;
        }
        return numeric;
    }

    private static int firstData(List<SampleRow> rows, boolean[] numeric, int columns) {
        for (int i = 0; i < rows.size(); i++) {
            if (isData(rows.get(i), numeric, columns)) {
                return i;
            }
        }
        return Math.min(1, rows.size());
    }

    /// No word in a column of numbers, and a number somewhere or a mark for a missing one, or nothing but gaps.
    private static boolean isData(SampleRow row, boolean[] numeric, int columns) {
        if (columns > 1 && row.trimmed() < 2 && row.hasWord()) {
            return false;
        }
        boolean number = false;
        for (int column = 0; column < numeric.length; column++) {
            if (numeric[column] && row.isWord(column)) {
                return false;
            }
            // NA is no name
            number |= row.isNumber(column)
                    || (numeric[column]
                            && column < row.cells().size()
                            && !row.cells().get(column).isEmpty());
        }
        return number || !row.hasWord();
    }

    /// Without columns of numbers: the row behind the first that has all its cells.
    private static int firstFull(List<SampleRow> rows, int columns) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).filled() >= columns) {
                return rows.get(i).hasNumber() ? i : i + 1;
            }
        }
        return rows.getFirst().hasNumber() ? 0 : 1;
    }

    /// A first row of years that rise evenly over cells that are no years: it names the columns, as wide tables do.
    private static Optional<String> years(List<SampleRow> rows, boolean[] numeric) {
        if (rows.size() < 3) {
            return Optional.empty();
        }
        SampleRow first = rows.getFirst();
        List<Integer> years = new ArrayList<>();
        for (int column = 0; column < numeric.length; column++) {
            if (!numeric[column]) {
                if (column < first.cells().size() && first.isNumber(column)) {
                    return Optional.empty();
                }
                continue;
            }
            int year = year(first, column);
            if (year == 0) {
                return Optional.empty();
            }
            for (SampleRow row : rows.subList(1, rows.size())) {
                if (year(row, column) != 0) {
                    return Optional.empty();
                }
            }
            years.add(year);
        }
        boolean named = years.size() < numeric.length;
        if (years.size() < (named ? 2 : 3)) {
            return Optional.empty();
        }
        int step = years.get(1) - years.get(0);
        for (int i = 1; i < years.size(); i++) {
            if (step <= 0 || years.get(i) - years.get(i - 1) != step) {
                return Optional.empty();
            }
        }
        return Optional.of("it holds years that rise evenly (" + years.get(0) + ", " + years.get(1)
                + ", …) and no other line holds any");
    }

    private static int year(SampleRow row, int column) {
        if (!row.isNumber(column)) {
            return 0;
        }
        String cell = row.cells().get(column);
        if (!cell.matches("[0-9]{4}")) {
            return 0;
        }
        int year = Integer.parseInt(cell);
        return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
    }

    /// Whether the first column reads like names or numbers of rows: words, or 1, 2, 3 ….
    private static boolean isNames(List<SampleRow> rows, int from) {
        boolean words = true;
        boolean counts = true;
        for (int i = from; i < rows.size(); i++) {
            words &= rows.get(i).isWord(0);
            String cell = rows.get(i).cells().getFirst();
            counts &= cell.equals(Integer.toString(i - from)) || cell.equals(Integer.toString(i - from + 1));
        }
        return from < rows.size() && (words || counts);
    }

    private static boolean isUnit(String cell) {
        return cell.startsWith("(") || cell.startsWith("[") || cell.length() <= 4 || cell.indexOf('/') > 0;
    }
}
