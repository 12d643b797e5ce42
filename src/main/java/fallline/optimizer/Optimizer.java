package fallline.optimizer;

import fallline.text.Quote;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A method that moves parameters downhill: what it is called, what can be set, and how to make its step.
///
/// An optimizer is immutable and shared; the numbers of a run live in a flat state array, so that a run can be stored,
/// repeated and forked at any step.
public interface Optimizer {
    /// The name in files: `adam`.
    String id();

    /// What people should know about it.
    OptimizerCard card();

    /// What is known of its learning rate.
    default RateFacts rates() {
        return RateFacts.NONE;
    }

    /// The numbers P by which it divides the gradient in the step that starts here, one a parameter; empty where it
    /// does not, or does not say so ([RateFacts#isPreconditioned]). Nothing is changed.
    ///
    /// @param t the number of the step, from 1
    default Optional<double[]> preconditioner(
            double[] theta, double[] hyper, double[] state, int t, Evaluation evaluation) {
        return Optional.empty();
    }

    /// Whether its step goes straight down the slope, at a rate whose limit is known.
    default boolean goesStraightDown() {
        return rates().hasPlainLimit() && stateSize(1) == 0;
    }

    /// Whether it scales its steps by second derivatives, known or learned, so that narrow valleys do not slow it.
    default boolean learnsCurvature() {
        return false;
    }

    /// How many products of the Hessian with a direction a step asks for. Each costs about what a gradient does,
    /// and a fair budget counts it as one.
    default int curvatureProducts(int dimension) {
        return 0;
    }

    /// Whether it looks for a lower point along a line by itself, and stands still where it finds none.
    default boolean searchesLines() {
        return false;
    }

    /// The largest slope at which it rests by its own test; 0 if it never does.
    default double restingSlope() {
        return 0;
    }

    /// The class of exported Python that makes the same steps, for a method that no rule describes.
    default Optional<String> pythonClass() {
        return Optional.empty();
    }

    /// The hyperparameter that one-cycle and cyclic schedules move against the rate, if it has one.
    default Optional<String> momentum() {
        return Optional.empty();
    }

    /// What a first run sets besides its rate.
    default Map<String, HyperValue> firstSettings() {
        return Map.of();
    }

    /// Which of the names that its stages set are directions, one number a parameter: +1 for one that points uphill as
    /// the gradient does, −1 for one that points where the step goes.
    default Map<String, Integer> ways() {
        return Map.of("g", 1, "d", -1);
    }

    /// Its step in symbols, line by line.
    List<Equation> equations();

    /// Its settings, in the order of the array that updates read.
    List<Hyperparameter> hyperparameters();

    /// Whether the method makes sense only with the gradient over all rows.
    boolean needsFullBatch();

    /// Whether it reads the slope at another point than the parameters that it shows.
    default boolean readsSlopeElsewhere() {
        return false;
    }

    /// The number of state numbers for `dimension` parameters.
    int stateSize(int dimension);

    /// A worker that makes the steps for `dimension` parameters; one thread uses it at a time.
    Update update(int dimension);

    /// Whether it has a learning rate; one that searches for the length of every step has none.
    default boolean hasRate() {
        return hyperparameters().stream().anyMatch(parameter -> parameter.name().equals(Hyperparameter.LEARNING_RATE));
    }

    /// Whether a recipe may add a backtracking line search.
    default boolean takesLineSearch() {
        return false;
    }

    /// A worker like the other, that shortens its steps by a line search.
    ///
    /// @throws IllegalArgumentException with a sentence, if the method takes no line search
    default Update update(int dimension, Backtracking search) {
        throw new IllegalArgumentException(id() + " takes no line search: gd and newton do");
    }

    /// The place of the hyperparameter `name`.
    ///
    /// @throws IllegalArgumentException with a sentence that lists the names, if there is none
    default int indexOf(String name) {
        for (int i = 0; i < hyperparameters().size(); i++) {
            if (hyperparameters().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(id() + " has no hyperparameter " + Quote.of(name) + ": it has "
                + String.join(
                        ", ",
                        hyperparameters().stream().map(Hyperparameter::name).toList()));
    }
}
