package fallline.optimizer;

import java.util.List;

/// Makes the steps of one optimizer. All that lasts from step to step is in `state`, so a step is a pure function of
/// (θ, state, hyperparameters, t) and the evaluation.
public interface Update {
    /// Writes the state before the first step.
    ///
    /// @param theta the start, n numbers
    /// @param hyper the hyperparameters in the optimizer's order
    void start(double[] theta, double[] hyper, double[] state);

    /// Moves `theta` and `state` on by one step, without allocation.
    ///
    /// @param t the number of this step, from 1
    /// @return the learning rate that was used: the one in `hyper`, or what a line search found
    double step(double[] theta, double[] hyper, double[] state, int t, Evaluation evaluation);

    /// Where the step from (θ, state) reads its slope, written into `point`; nothing else is changed. That is θ, unless
    /// the method looks elsewhere.
    default void lookFrom(double[] theta, double[] hyper, double[] state, int t, double[] point) {
        System.arraycopy(theta, 0, point, 0, point.length);
    }

    /// The stages of the step from (θ, state) for parameter `index`, in order, with their numbers; nothing is changed.
    ///
    /// @param name LaTeX of that parameter
    List<Stage> explain(
            double[] theta, double[] hyper, double[] state, int t, int index, String name, Evaluation evaluation);
}
