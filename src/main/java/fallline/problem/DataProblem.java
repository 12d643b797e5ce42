package fallline.problem;

import fallline.data.CompleteRows;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.objective.model.Labels;
import fallline.problem.Problem.ModelOptions;
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
        Problem.OnData problem,
        Dataset data,
        List<String> features,
        String target,
        ModelOptions options,
        boolean classes) {
    public DataProblem {
        features = List.copyOf(features);
    }

    /// The data side of a problem; empty for a formula.
    public static Optional<DataProblem> of(Problem problem) {
        return problem instanceof Problem.OnData model
                ? Optional.of(new DataProblem(
                        model, model.data(), model.features(), model.target(), model.options(), classifies(model)))
                : Optional.empty();
    }

    /// The same model on other data. A class that was coded 1 and is no more is chosen anew.
    ///
    /// @throws DataException with a sentence, if a column of them does not fit
    public Problem.OnData withData(Dataset other) {
        return rebuilt(problem.draft().withData(other));
    }

    /// The same data under other options.
    ///
    /// @throws DataException with a sentence, if an option does not fit
    public Problem.OnData withOptions(ModelOptions other) {
        return rebuilt(problem.draft().withOptions(other));
    }

    private Problem.OnData rebuilt(ModelDraft draft) {
        return problem.family().make(draft.withPositive(positive(draft.data(), draft.positive())));
    }

    private static boolean classifies(Problem.OnData model) {
        return !model.objective().classes().isEmpty();
    }

    /// The label coded 1, while the data have it and one other; a label that was renamed is chosen anew.
    private Optional<String> positive(Dataset table, Optional<String> before) {
        try {
            if (before.isPresent()) {
                Labels.of(ModelRows.of(table, features, target, true).learnt(), target, before);
            }
            return before;
        } catch (DataException _) {
            return Optional.empty();
        }
    }

    /// The rows of the data that the model learns from.
    public CompleteRows rows() {
        return ModelRows.of(data, features, target, classes).training();
    }

    /// How many rows of the data have no gap that the model would mind: those that it learns from and those held out.
    public int completeRows() {
        return CompleteRows.of(data, features, target, classes).rows();
    }
}
