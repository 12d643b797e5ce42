package fallline.problem;

import fallline.objective.model.DataModel;
import java.util.List;
import java.util.OptionalDouble;

/// How well a model predicts the rows that it is on, in numbers that do not depend on its loss.
public sealed interface Score {
    /// Of a value.
    ///
    /// @param rSquared R² = 1 − Σ r²/Σ (y − ȳ)², the part of the variance that is explained; empty for a constant
    /// target
    /// @param deviation √(Σ r²/m), in the target's units
    record OfValue(OptionalDouble rSquared, double deviation) implements Score {}

    /// Of classes.
    ///
    /// @param classes the labels, in order
    /// @param confusion `confusion[actual][predicted]` rows; a row is predicted to be of its most probable class,
    /// of
    ///     equal ones the first
    record OfClasses(List<String> classes, int[][] confusion) implements Score {
        public OfClasses {
            classes = List.copyOf(classes);
        }

        /// The share of rows whose class is predicted.
        public double accuracy() {
            long right = 0;
            long all = 0;
            for (int actual = 0; actual < confusion.length; actual++) {
                right += confusion[actual][actual];
                for (int count : confusion[actual]) {
                    all += count;
                }
            }
            return (double) right / all;
        }
    }

    /// The score of `model` at θ on its own rows.
    static Score of(DataModel model, double[] theta) {
        double[][] predicted = model.predict(theta, model.features().columns());
        return model.classes().isEmpty()
                ? ofValues(predicted[0], model.target())
                : ofClasses(predicted, model.target(), model.classes());
    }

    private static OfValue ofValues(double[] predicted, double[] target) {
        double mean = 0;
        for (double y : target) {
            mean += y;
        }
        mean /= target.length;
        double total = 0;
        double left = 0;
        for (int i = 0; i < target.length; i++) {
            left = Math.fma(predicted[i] - target[i], predicted[i] - target[i], left);
            total = Math.fma(target[i] - mean, target[i] - mean, total);
        }
        return new OfValue(
                total == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - left / total),
                Math.sqrt(left / target.length));
    }

    private static OfClasses ofClasses(double[][] predicted, double[] codes, List<String> classes) {
        int[][] confusion = new int[classes.size()][classes.size()];
        for (int i = 0; i < codes.length; i++) {
            confusion[(int) codes[i]][mostProbable(predicted, i)]++;
        }
        return new OfClasses(classes, confusion);
    }

    private static int mostProbable(double[][] predicted, int row) {
        if (predicted.length == 1) {
            return predicted[0][row] > 0.5 ? 1 : 0;
        }
        int best = 0;
        for (int c = 1; c < predicted.length; c++) {
            if (predicted[c][row] > predicted[best][row]) {
                best = c;
            }
        }
        return best;
    }
}
