package fallline.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rows of a data set that a model learns from, and those that are held out to test it.
///
/// @param training in the order of the data
/// @param test in the order of the data
/// @param trainingRows the places of the training rows in the data, rising
/// @param testRows the places of the test rows
public record Split(Dataset training, Dataset test, int[] trainingRows, int[] testRows) {
    /// The stream of a split's random numbers, so that neither batches nor starts depend on it.
    private static final long STREAM = -2;

    /// Draws the rows to be held out.
    ///
    /// @param share the part of the rows that is held out, between 0 and 1; rounded to whole rows, at least one on
    ///     each side
    /// @throws DataException with a sentence, if the share is out of range or there is only one row
    public static Split of(Dataset data, double share, long seed) {
        return of(data, new HoldOut(share, seed));
    }

    /// As above.
    ///
    /// @throws DataException with a sentence, if there is only one row
    public static Split of(Dataset data, HoldOut which) {
        int rows = data.rows();
        if (rows < 2) {
            throw new DataException(data.name() + " has only one row: there is nothing to hold out.");
        }
        int held = Math.clamp(Math.round(which.share() * rows), 1, rows - 1);
        int[] order = new int[rows];
        RandomStream.of(which.seed(), STREAM, 0).permute(order);
        int[] training = sorted(order, held, rows);
        int[] test = sorted(order, 0, held);
        return new Split(part(data, training), part(data, test), training, test);
    }

    private static int[] sorted(int[] order, int from, int to) {
        int[] rows = Arrays.copyOfRange(order, from, to);
        Arrays.sort(rows);
        return rows;
    }

    private static Dataset part(Dataset data, int[] rows) {
        List<Column> columns = new ArrayList<>();
        for (Column column : data.columns()) {
            columns.add(
                    switch (column) {
                        case Column.NumberColumn numbers ->
                            new Column.NumberColumn(
                                    numbers.name(),
                                    Arrays.stream(rows)
                                            .mapToDouble(row -> numbers.values()[row])
                                            .toArray());
                        case Column.TextColumn text ->
                            new Column.TextColumn(
                                    text.name(),
                                    Arrays.stream(rows)
                                            .mapToObj(text.values()::get)
                                            .toList());
                    });
        }
        return new Dataset(data.name(), new DataSource.Columns(), columns);
    }
}
