package fallline.objective;

import fallline.data.CompleteRows;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.objective.Problem.ModelOptions;
import java.util.List;
import java.util.Optional;

/// What all models on data have in common, and the way from one such problem to the next when its data or options are
/// edited.
///
/// @param problem the model
/// @param data its data, with all columns and the rule for gaps
/// @param features the columns that the prediction reads
/// @param target the column that is predicted
/// @param options degree, penalty, units, loss
/// @param classes whether the target names classes
public record DataProblem(
        Problem problem, Dataset data, List<String> features, String target, ModelOptions options, boolean classes) {
    public DataProblem {
        features = List.copyOf(features);
    }

    /// The data side of a problem; empty for a formula.
    public static Optional<DataProblem> of(Problem problem) {
        return problem instanceof Problem.OnData p
                ? Optional.of(new DataProblem(
                        p,
                        p.data(),
                        p.features(),
                        p.target(),
                        p.options(),
                        !p.objective().classes().isEmpty()))
                : Optional.empty();
    }

    /// The same model on other data.
    ///
    /// @throws DataException with a sentence, if a column of them does not fit
    public Problem withData(Dataset other) {
        return rebuilt(other, options);
    }

    /// The same data under other options.
    ///
    /// @throws DataException with a sentence, if an option does not fit
    public Problem withOptions(ModelOptions other) {
        return rebuilt(data, other);
    }

    private Problem rebuilt(Dataset table, ModelOptions chosen) {
        return switch (problem) {
            case Problem.Formula _ -> throw new IllegalStateException("a formula has no data");
            case Problem.Linear _ -> Problems.linear(table, features, target, chosen);
            case Problem.Logistic p -> Problems.logistic(table, features, target, positive(p.positive(), table), chosen);
            case Problem.Softmax _ -> Problems.softmax(table, features, target, chosen);
            case Problem.Network p ->
                Problems.network(
                        table, features, target, p.positive().flatMap(label -> positive(label, table)), p.design(), chosen);
        };
    }

    /// The label coded 1, while the data have it; a label that was renamed is chosen anew.
    private Optional<String> positive(String label, Dataset table) {
        try {
            Labels.of(table, target, Optional.of(label));
            return Optional.of(label);
        } catch (DataException _) {
            return Optional.empty();
        }
    }

    /// The rows of the data that the model reads.
    public CompleteRows rows() {
        return CompleteRows.of(data, features, target, classes);
    }
}
