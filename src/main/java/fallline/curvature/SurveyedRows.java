package fallline.curvature;

import fallline.objective.Objective;
import fallline.objective.model.DataModel;
import fallline.objective.model.NeuralNetwork;
import fallline.objective.model.SoftmaxRegression;

/// What curvature is taken from: the objective itself, or of a network or softmax regression with very many rows, the
/// same model on some of them.
///
/// @param objective with scratch arrays of its own
/// @param sample how many rows were taken; 0 for all
public record SurveyedRows(Objective objective, int sample) {
    /// As many rows as verdicts look at.
    private static final int MOST = 20_000;

    public static SurveyedRows of(Objective objective) {
        Objective whole = objective.twin();
        if (whole instanceof NeuralNetwork || whole instanceof SoftmaxRegression) {
            DataModel part = ((DataModel) whole).sampled(MOST);
            return new SurveyedRows(part, part == whole ? 0 : MOST);
        }
        return new SurveyedRows(whole, 0);
    }
}
