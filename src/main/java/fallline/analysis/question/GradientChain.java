package fallline.analysis.question;

import fallline.experiment.run.Replay;
import fallline.objective.model.DataModel;
import fallline.objective.model.RowGradients;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How the gradient of a step came about, for one parameter: the rows that the step saw, what was predicted of
/// each, how far that was off, each row's gradient, and their mean, which with the ridge is what the rule reads.
///
/// @param first the first rows of the step, at least one
/// @param rest the sum of the gradients of all other rows of the step
/// @param rows how many rows the step saw
/// @param ridge what the penalty l2/2·‖w‖² adds; 0 without one, and for an intercept or a bias
/// @param gradient as the engine gives it to the rule, but for modifiers
public record GradientChain(List<Line> first, double rest, int rows, double ridge, double gradient) {
    /// The rest of more rows than these is had from the gradient, which saw them already.
    private static final int MOST_SUMMED = 50_000;

    /// One row of data.
    ///
    /// @param row its place among the model's rows, from 0
    /// @param output which of the model's outputs is shown
    /// @param target what the prediction should have been; for a class 1 or 0
    /// @param prediction the value, or the probability of the class
    /// @param residual prediction less target
    /// @param gradient the slope of the row's loss by the parameter
    public record Line(int row, int output, double target, double prediction, double residual, double gradient) {}

    public GradientChain {
        first = List.copyOf(first);
    }

    /// The chain of the step that starts where `replay` is.
    ///
    /// @param singles the rows of `model`
    /// @param parameter its place in θ
    /// @param most so many rows one by one at most
    public static GradientChain of(Replay replay, DataModel model, RowGradients singles, int parameter, int most) {
        double[] theta = replay.ruleTheta();
        int[] batch = replay.batchRows();
        int[] rows = batch.length == 0 ? IntStream.range(0, model.rows()).toArray() : batch;
        int shown = Math.min(most, rows.length);
        List<Line> first = new ArrayList<>(shown);
        for (int i = 0; i < shown; i++) {
            first.add(line(model, singles, theta, rows[i], parameter));
        }
        double[] penalty = new double[theta.length];
        model.mean().loss().ridge().addTo(penalty, theta);
        double ridge = penalty[parameter];
        double gradient = replay.stepGradient()[parameter];
        int others = rows.length - shown;
        double rest = 0;
        if (others > MOST_SUMMED) {
            rest = (gradient - ridge) * rows.length
                    - first.stream().mapToDouble(Line::gradient).sum();
        } else if (others > 0) {
            rest = others * singles.mean(theta, rows, shown, rows.length)[parameter];
        }
        return new GradientChain(first, rest, rows.length, ridge, gradient);
    }

    private static Line line(DataModel model, RowGradients singles, double[] theta, int row, int parameter) {
        double[] gradient = singles.of(theta, row);
        int output = singles.output(parameter).orElseGet(() -> (int) model.target()[row]);
        return new Line(
                row,
                output,
                singles.target(row, output),
                singles.predictions(theta, row)[output],
                singles.residual(gradient, output),
                gradient[parameter]);
    }

    /// The sum of the gradients of all rows but the first `shown`.
    public double restAfter(int shown) {
        double sum = rest;
        for (Line line : first.subList(shown, first.size())) {
            sum += line.gradient();
        }
        return sum;
    }

    /// The mean of all rows' gradients.
    public double mean() {
        return restAfter(0) / rows;
    }
}
