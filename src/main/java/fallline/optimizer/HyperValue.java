package fallline.optimizer;

/// The value of a hyperparameter: a number, a word, or yes/no.
public sealed interface HyperValue {
    /// A number, such as a learning rate.
    record Amount(double value) implements HyperValue {}

    /// One of the words that the hyperparameter lists, such as `strong-wolfe`.
    record Word(String value) implements HyperValue {}

    /// A switch.
    record Flag(boolean value) implements HyperValue {}

    /// A number as a hyperparameter's value.
    static HyperValue of(double value) {
        return new Amount(value);
    }
}
