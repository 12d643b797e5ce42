package fallline.problem;

import fallline.data.Column;
import fallline.data.CompleteRows;
import fallline.data.Dataset;
import fallline.data.Split;
import fallline.objective.model.DataModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The rows of a data set that a model learns from, and those that are held out to test it.
///
/// @param training the rows of the objective
/// @param test rows of their own; empty where none are held out
record ModelRows(CompleteRows training, Optional<Dataset> test) {
    /// Applies the data's rules for gaps and tests to the columns that a model reads.
    ///
    /// @param classes whether the target names classes
    /// @throws fallline.data.DataException with a sentence, if no row is left
    static ModelRows of(Dataset data, List<String> features, String target, boolean classes) {
        CompleteRows complete = CompleteRows.of(data, features, target, classes);
        List<Column> read = new ArrayList<>();
        for (Column column : complete.data().columns()) {
            if (features.contains(column.name()) || column.name().equals(target)) {
                read.add(column);
            }
        }
        // a column with gaps is refused by the model, which then names the row of the data
        if (data.holdOut().isEmpty() || read.isEmpty() || read.stream().anyMatch(ModelRows::hasGap)) {
            return new ModelRows(complete, Optional.empty());
        }
        Dataset narrow = new Dataset(data.name(), data.source(), read);
        Split split = Split.of(narrow, data.holdOut().get());
        int[] kept = IntStream.of(split.trainingRows()).map(complete::original).toArray();
        return new ModelRows(new CompleteRows(split.training(), Optional.of(kept)), Optional.of(split.test()));
    }

    private static boolean hasGap(Column column) {
        return switch (column) {
            case Column.NumberColumn numbers -> !Arrays.stream(numbers.values()).allMatch(Double::isFinite);
            case Column.TextColumn text -> text.values().contains("");
        };
    }

    /// The rows of the objective.
    Dataset learnt() {
        return training.data();
    }

    /// The model on the rows that are held out.
    ///
    /// @throws fallline.data.DataException with a sentence, if they have a class that the training rows have not
    Optional<DataModel> tested(DataModel trained, String target) {
        return test.map(rows -> HeldOut.of(trained, rows, target));
    }
}
