package fallline.optimizer;

import java.util.Arrays;

/// What an update may ask of the objective during one step, counted.
///
/// Everything here is in the sense of descent: when the objective is maximised, values and gradients come with their
/// sign changed. Gradients are over the step's batch.
public interface Evaluation {
    /// Knows nothing of any objective: values and slopes are 0, products too.
    Evaluation NOTHING = new Evaluation() {
        @Override
        public double gradient(double[] theta, double[] gradient) {
            Arrays.fill(gradient, 0);
            return 0;
        }

        @Override
        public double value(double[] theta) {
            return 0;
        }

        @Override
        public void hessianTimes(double[] theta, double[] direction, double[] product) {
            Arrays.fill(product, 0);
        }
    };

    /// The value at `theta`, with the gradient written into `gradient`; counts one gradient evaluation.
    double gradient(double[] theta, double[] gradient);

    /// The value at `theta`; counts one function evaluation.
    double value(double[] theta);

    /// The Hessian at `theta` times `direction`, written into `product`.
    void hessianTimes(double[] theta, double[] direction, double[] product);
}
