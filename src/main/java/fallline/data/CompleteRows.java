package fallline.data;

import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The rows of a data set that a model reads, after the rule for gaps ([Gaps]) was applied to the columns that it
/// reads.
///
/// @param data the columns without gaps; the data set itself where nothing had to be done
/// @param kept the places of these rows in the data set, in order; empty if all are there
public record CompleteRows(Dataset data, Optional<int[]> kept) {
    /// Applies the rule of `data` to its columns `features` and `target`. Where the rule is to stop, or a column is not
    /// there, nothing is done: the model's own check has the sentence for it.
    ///
    /// @param classes whether the target names classes, so that its words are as good as numbers
    /// @throws DataException if no row is left, or a feature that is to be filled has no number
    public static CompleteRows of(Dataset data, List<String> features, String target, boolean classes) {
        boolean known = features.stream().allMatch(name -> data.find(name).isPresent())
                && data.find(target).isPresent();
        if (data.gaps() == Gaps.STOP || !known || features.isEmpty()) {
            return new CompleteRows(data, Optional.empty());
        }
        List<Column> used = new ArrayList<>();
        features.stream().distinct().forEach(feature -> used.add(asNumbers(data.column(feature))));
        Column answers = classes ? data.column(target) : asNumbers(data.column(target));
        int[] kept = IntStream.range(0, data.rows())
                .filter(row -> !isGap(answers, row))
                .filter(row -> data.gaps() == Gaps.FILL || used.stream().noneMatch(column -> isGap(column, row)))
                .toArray();
        if (kept.length == 0) {
            throw new DataException(data.name() + " has no row without a gap in " + Quote.list(features)
                    + ", " + target
                    + ": choose other columns"
                    + (data.gaps() == Gaps.SKIP ? ", or fill the gaps." : "."));
        }
        List<Column> complete = new ArrayList<>();
        used.forEach(column -> complete.add(filled(data.name(), taken(column, kept))));
        if (!features.contains(target)) {
            complete.add(taken(answers, kept));
        }
        Dataset rows = new Dataset(data.name(), data.source(), complete);
        return new CompleteRows(rows, kept.length == data.rows() ? Optional.empty() : Optional.of(kept));
    }

    /// The place in the data set of the model's row `row`, both from 0.
    public int original(int row) {
        return kept.map(places -> places[row]).orElse(row);
    }

    /// The model's row for a row of the data set; empty where that row is left out.
    public OptionalInt place(int original) {
        if (kept.isEmpty()) {
            return original < data.rows() ? OptionalInt.of(original) : OptionalInt.empty();
        }
        int at = Arrays.binarySearch(kept.get(), original);
        return at >= 0 ? OptionalInt.of(at) : OptionalInt.empty();
    }

    /// How many rows the model reads.
    public int rows() {
        return data.rows();
    }

    private static Column asNumbers(Column column) {
        if (column instanceof TextColumn text) {
            WordColumn mixed = WordColumn.of(text);
            return mixed.isMostlyNumbers() ? mixed.numbers() : column;
        }
        return column;
    }

    private static boolean isGap(Column column, int row) {
        return switch (column) {
            case NumberColumn numbers -> !Double.isFinite(numbers.values()[row]);
            case TextColumn text -> text.values().get(row).isEmpty();
        };
    }

    private static Column taken(Column column, int[] rows) {
        return switch (column) {
            case NumberColumn numbers -> {
                double[] values = new double[rows.length];
                for (int i = 0; i < rows.length; i++) {
                    values[i] = numbers.values()[rows[i]];
                }
                yield new NumberColumn(numbers.name(), values);
            }
            case TextColumn text ->
                new TextColumn(
                        text.name(),
                        IntStream.of(rows).mapToObj(text.values()::get).toList());
        };
    }

    /// The column with its mean in the place of its gaps. The array is the caller's own.
    private static Column filled(String data, Column column) {
        if (!(column instanceof NumberColumn numbers)) {
            return column;
        }
        double[] present = IntStream.range(0, column.rows())
                .filter(row -> !isGap(column, row))
                .mapToDouble(row -> numbers.values()[row])
                .toArray();
        if (present.length == 0) {
            throw new DataException(data + ": column " + Quote.of(column.name())
                    + " has no number from which a gap could be filled: choose another column.");
        }
        double mean = present.length == column.rows() ? 0 : Standardisation.mean(present);
        for (int row = 0; row < column.rows(); row++) {
            if (isGap(column, row)) {
                numbers.values()[row] = mean;
            }
        }
        return column;
    }
}
