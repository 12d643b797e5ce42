package fallline.data;

import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.layout.Sentences;
import fallline.data.number.MissingMarks;
import fallline.data.number.Numeral;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a column holds, as far as it matters for choosing it.
///
/// @param kind numbers, dates or words
/// @param gaps cells that are missing or infinite; for a column of numbers with a few words in it, those as well
/// @param firstGap the first of them, from 0; −1 if there is none
/// @param words how many words stand among numbers; 0 for a column that is all numbers or all words
/// @param distinct how many different values there are, counted up to 1,000
/// @param offenders the first three cells that are no numbers, by row: `'red' in row 1, 'blue' in row 2`; empty if
///     none
/// @param counts whether it only counts its rows: 0, 1, 2 …
public record ColumnProfile(
        String name, Kind kind, int gaps, int firstGap, int words, int distinct, String offenders, boolean counts) {
    private static final int NAMED = 3;
    private static final int MOST_DISTINCT = 1_000;
    private static final int LOOKED_AT = 50;
    private static final Pattern DATE = Pattern.compile(
            "\\d{4}[-/.]\\d{1,2}([-/.]\\d{1,2})?([ T].*)?|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}( .*)?|\\d{1,2}:\\d{2}(:\\d{2})?"
                    + "|\\d{1,2}\\.? \\p{L}{3,9}\\.? \\d{4}|\\p{L}{3,9}\\.? \\d{1,2},? \\d{4}");

    /// What the cells are.
    public enum Kind {
        NUMBERS,
        DATES,
        WORDS
    }

    /// Looks at all cells of a column.
    public static ColumnProfile of(Column column) {
        return switch (column) {
            case NumberColumn numbers -> ofNumbers(numbers, 0, "");
            case TextColumn text -> ofText(text);
        };
    }

    private static ColumnProfile ofNumbers(NumberColumn column, int words, String offenders) {
        Set<Double> distinct = new HashSet<>();
        int gaps = 0;
        int first = -1;
        boolean counts = true;
        for (int i = 0; i < column.rows(); i++) {
            double value = column.values()[i];
            counts &= value == i;
            if (!Double.isFinite(value)) {
                gaps++;
                first = first < 0 ? i : first;
            } else if (distinct.size() < MOST_DISTINCT) {
                distinct.add(value + 0.0);
            }
        }
        return new ColumnProfile(column.name(), Kind.NUMBERS, gaps, first, words, distinct.size(), offenders, counts);
    }

    private static ColumnProfile ofText(TextColumn column) {
        WordColumn mixed = WordColumn.of(column);
        if (mixed.isMostlyNumbers()) {
            return ofNumbers(mixed.numbers(), mixed.words(), offenders(column));
        }
        Set<String> distinct = new HashSet<>();
        int gaps = 0;
        int first = -1;
        int looked = 0;
        boolean dates = true;
        for (int i = 0; i < column.rows(); i++) {
            String cell = column.values().get(i);
            if (cell.isEmpty()) {
                gaps++;
                first = first < 0 ? i : first;
                continue;
            }
            if (distinct.size() < MOST_DISTINCT) {
                distinct.add(cell);
            }
            if (looked < LOOKED_AT) {
                looked++;
                dates &= DATE.matcher(cell).matches();
            }
        }
        Kind kind = dates && looked > 0 ? Kind.DATES : Kind.WORDS;
        return new ColumnProfile(column.name(), kind, gaps, first, 0, distinct.size(), offenders(column), false);
    }

    /// The first three cells that are no numbers, by row.
    private static String offenders(TextColumn column) {
        List<String> first = new ArrayList<>();
        for (int i = 0; i < column.rows() && first.size() < NAMED; i++) {
            String cell = column.values().get(i);
            if (!MissingMarks.isMissingNumber(cell) && !Numeral.is(cell)) {
                first.add(Sentences.quote(cell) + " in row " + (i + 1));
            }
        }
        return String.join(", ", first);
    }

    /// A few words for the head of a column: `number, 3 gaps`, `text, 2 values`.
    public String summary() {
        String what =
                switch (kind) {
                    case NUMBERS -> "number";
                    case DATES -> "date";
                    case WORDS ->
                        "text, " + (distinct < MOST_DISTINCT ? Sentences.count(distinct, "value") : "many values");
                };
        return what + (gaps == 0 ? "" : ", " + Sentences.count(gaps, "gap"));
    }

    /// Why the column cannot be a feature, or the target of a regression, in a few words; empty if it can.
    public Optional<String> unfitAsNumber(Gaps rule) {
        return switch (kind) {
            case DATES -> Optional.of("dates");
            case WORDS -> Optional.of("text");
            case NUMBERS -> {
                if (distinct < 2) {
                    yield Optional.of(distinct == 0 ? "empty" : "constant");
                }
                boolean stops = gaps > 0 && rule == Gaps.STOP;
                String what = words > 0 ? "text in row " : "gap in row ";
                yield stops ? Optional.of(what + (firstGap + 1)) : Optional.empty();
            }
        };
    }

    /// The same reason as one sentence with the remedy.
    public Optional<String> unfitSentence(Gaps rule) {
        return unfitAsNumber(rule).map(reason -> {
            if (kind == Kind.DATES) {
                return Quote.of(name) + " holds dates (" + offenders
                        + "), and a model needs numbers: read it as days, or add a column of them.";
            }
            if (kind == Kind.WORDS) {
                return Quote.of(name) + " holds words" + (offenders.isEmpty() ? "" : " (" + offenders + ")")
                        + ", and a model needs numbers: it can be the classes of a target.";
            }
            return distinct < 2
                    ? Quote.of(name) + " has the same value in every row and cannot explain anything."
                    : Quote.of(name) + " has " + Sentences.count(gaps, "gap")
                            + (words > 0 ? " (" + offenders + ")" : ", the first in row " + (firstGap + 1))
                            + ": choose to skip such rows or to fill them.";
        });
    }
}
