package fallline.objective.model;

import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A column of two classes, coded 0 and 1.
///
/// @param column the column's name
/// @param negative the label coded 0, as it stands in the data
/// @param positive the label coded 1
/// @param codes 0 or 1 for each row; not to be changed
public record Labels(String column, String negative, String positive, double[] codes) {
    /// So many different labels are counted and listed at most; a column of measurements has as many as rows.
    private static final int MOST = 6;

    /// Codes a column.
    ///
    /// @param positive the label to be coded 1; if absent, the larger of two numbers or the later of two words in
    ///     alphabetical order (by code point)
    /// @throws DataException if the column is unknown, has a missing value, one label or more than two, or no label
    ///     `positive`
    public static Labels of(Dataset data, String column, Optional<String> positive) {
        return switch (data.column(column)) {
            case NumberColumn numbers -> ofNumbers(data, numbers, positive);
            case TextColumn text -> ofWords(data, text, positive);
        };
    }

    private static Labels ofNumbers(Dataset data, NumberColumn column, Optional<String> positive) {
        double[] values = DesignMatrix.finite(data, column.name());
        List<Double> distinct = new ArrayList<>();
        for (double value : values) {
            double plain = value + 0.0; // −0 and 0 are one label
            if (distinct.size() <= MOST && !distinct.contains(plain)) {
                distinct.add(plain);
            }
        }
        check(data, column.name(), distinct.stream().map(Labels::text).toList());
        double larger = Math.max(distinct.get(0), distinct.get(1));
        double one = positive.map(word -> number(data, column.name(), distinct, word))
                .orElse(larger);
        double zero = distinct.get(0) == one ? distinct.get(1) : distinct.get(0);
        double[] codes = new double[values.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = values[i] == one ? 1 : 0;
        }
        return new Labels(column.name(), text(zero), text(one), codes);
    }

    private static Labels ofWords(Dataset data, TextColumn column, Optional<String> positive) {
        List<String> values = column.values();
        int missing = values.indexOf("");
        if (missing >= 0) {
            throw new DataException(data.name() + ": column " + Quote.of(column.name()) + " has a missing value in row "
                    + (missing + 1) + ": skip such rows (gaps: skip), or choose another target.");
        }
        List<String> distinct = new ArrayList<>();
        for (String value : values) {
            if (distinct.size() <= MOST && !distinct.contains(value)) {
                distinct.add(value);
            }
        }
        check(data, column.name(), distinct);
        String later = distinct.get(0).compareTo(distinct.get(1)) > 0 ? distinct.get(0) : distinct.get(1);
        String one = positive.orElse(later);
        if (!distinct.contains(one)) {
            throw unknown(data, column.name(), one, distinct);
        }
        double[] codes = new double[values.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = values.get(i).equals(one) ? 1 : 0;
        }
        return new Labels(column.name(), distinct.get(distinct.get(0).equals(one) ? 1 : 0), one, codes);
    }

    private static void check(Dataset data, String column, List<String> distinct) {
        if (distinct.size() == 2) {
            return;
        }
        String found = distinct.size() == 1
                ? "only one value (" + distinct.getFirst() + ")"
                : (distinct.size() > MOST ? "more than " + MOST : String.valueOf(distinct.size())) + " values ("
                        + String.join(", ", distinct.subList(0, Math.min(MOST, distinct.size())))
                        + (distinct.size() > MOST ? ", …" : "") + ")";
        throw new DataException(data.name() + ": column " + Quote.of(column) + " has " + found
                + " where logistic regression needs two: choose a target with two classes.");
    }

    private static double number(Dataset data, String column, List<Double> distinct, String word) {
        try {
            double value = Double.parseDouble(word) + 0.0;
            if (distinct.contains(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // a word is no label of a column of numbers: the sentence below says so
        }
        throw unknown(data, column, word, distinct.stream().map(Labels::text).toList());
    }

    private static DataException unknown(Dataset data, String column, String word, List<String> labels) {
        return new DataException(data.name() + ": column " + Quote.of(column) + " has no value " + Quote.of(word)
                + " to be the positive class: choose " + String.join(" or ", labels) + ".");
    }

    /// `1` rather than `1.0`.
    static String text(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
