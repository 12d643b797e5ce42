package fallline.objective.model;

import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A column of classes, numbered in the order of their first appearance.
///
/// @param column the column's name
/// @param labels the classes, as they stand in the data
/// @param codes for each row the number of its class, from 0; not to be changed
public record Classes(String column, List<String> labels, double[] codes) {
    /// More than so many classes are a column of measurements.
    public static final int MOST = 1_000;

    public Classes {
        labels = List.copyOf(labels);
    }

    /// Numbers a column of words or numbers.
    ///
    /// @throws DataException if the column is unknown, has a missing value, one class or more than a thousand
    public static Classes of(Dataset data, String column) {
        List<String> words = words(data, column);
        Map<String, Integer> numbers = new HashMap<>();
        List<String> labels = new ArrayList<>();
        double[] codes = new double[words.size()];
        for (int i = 0; i < codes.length; i++) {
            String word = words.get(i);
            Integer number = numbers.get(word);
            if (number == null) {
                number = labels.size();
                numbers.put(word, number);
                labels.add(word);
                if (labels.size() > MOST) {
                    throw new DataException(data.name() + ": column " + Quote.of(column) + " has more than " + MOST
                            + " different values: choose a target with fewer classes.");
                }
            }
            codes[i] = number;
        }
        if (labels.size() < 2) {
            throw new DataException(data.name() + ": column " + Quote.of(column) + " has only one value ("
                    + labels.getFirst() + ") where classes are told apart: choose a target with two classes or more.");
        }
        return new Classes(column, labels, codes);
    }

    /// The labels of a column, one a row.
    ///
    /// @throws DataException if the column is unknown or has a missing value
    public static List<String> words(Dataset data, String column) {
        return switch (data.column(column)) {
            case NumberColumn _ -> words(DesignMatrix.finite(data, column));
            case TextColumn text -> present(data, text);
        };
    }

    private static List<String> words(double[] values) {
        List<String> words = new ArrayList<>(values.length);
        for (double value : values) {
            words.add(Labels.text(value + 0.0)); // −0 and 0 are one label
        }
        return words;
    }

    private static List<String> present(Dataset data, TextColumn column) {
        int missing = column.values().indexOf("");
        if (missing >= 0) {
            throw new DataException(data.name() + ": column " + Quote.of(column.name()) + " has a missing value in row "
                    + (missing + 1) + ": fill or remove such rows, or choose another target.");
        }
        return column.values();
    }
}
