package fallline.objective.model;

import java.util.OptionalInt;

/// What single rows say: what is predicted of them, how far that is off, and the gradient of their loss. It is computed
/// by the model's own kernel, a row at a time. One thread uses it at a time.
public final class RowGradients {
    private final DataModel model;
    private final int[] one = new int[1];

    /// @param model its penalties are no row's, and left out
    public RowGradients(DataModel model) {
        this.model = model.withoutPenalty();
    }

    /// The gradient of the loss of row `row` (from 0), n numbers.
    public double[] of(double[] theta, int row) {
        one[0] = row;
        return mean(theta, one, 0, 1);
    }

    /// The mean of the gradients of the rows `rows[from] … rows[to − 1]`, n numbers.
    public double[] mean(double[] theta, int[] rows, int from, int to) {
        double[] gradient = new double[model.dimension()];
        model.gradient(theta, rows, from, to, gradient);
        return gradient;
    }

    /// What is predicted of a row, one number an output: a value, or probabilities of classes.
    public double[] predictions(double[] theta, int row) {
        double[][] outputs = model.predict(theta, features(row));
        double[] numbers = new double[outputs.length];
        for (int c = 0; c < numbers.length; c++) {
            numbers[c] = outputs[c][0];
        }
        return numbers;
    }

    /// The features of a row in the model's units, as k columns of one number.
    double[][] features(int row) {
        double[][] columns = model.features().columns();
        double[][] numbers = new double[columns.length][1];
        for (int j = 0; j < columns.length; j++) {
            numbers[j][0] = columns[j][row];
        }
        return numbers;
    }

    /// The residual of a row in one output: prediction less target, where a class's target is 1 for its own rows and 0
    /// for others.
    ///
    /// @param gradient of the row, as [#of] gives it
    public double residual(double[] gradient, int output) {
        return gradient[model.outputBias(output)] / model.mean().loss().slopeFactor();
    }

    /// What the prediction should have been: the value, or 1 for the class of the row and 0 for others.
    public double target(int row, int output) {
        double y = model.target()[row];
        return model.outputs() == 1 ? y : y == output ? 1 : 0;
    }

    /// The output that parameter `index` leads to alone; empty for one whose way to the outputs goes through hidden
    /// units.
    public OptionalInt output(int index) {
        int outputs = model.outputs();
        if (outputs == 1) {
            return OptionalInt.of(0);
        }
        int bias = index - model.outputBias(0);
        if (bias >= 0) {
            return OptionalInt.of(bias);
        }
        var last = model.weights().getLast();
        return index >= last.at() ? OptionalInt.of((index - last.at()) / last.inputs()) : OptionalInt.empty();
    }
}
