package fallline.optimizer;

import fallline.number.Numbers;
import fallline.text.Quote;
import java.util.List;

/// A setting of an optimizer: its name, what it does in a few words, and what values it takes.
///
/// @param name as in files: `lr`, `beta1`
/// @param caption a few words for the user, such as `running mean of the gradient`; may be empty
public record Hyperparameter(String name, String caption, Kind kind) {
    /// The name of the learning rate; a method that searches for its length, or works its rate out, has none.
    public static final String LEARNING_RATE = "lr";

    /// What values a hyperparameter takes, and its default.
    public sealed interface Kind {}

    /// A number. The slider spans `low … high`; any typed value within `limits` is taken.
    public record Range(double initial, double low, double high, boolean logarithmic, Interval limits)
            implements Kind {}

    /// One of some words; the first is the default.
    public record Choice(List<String> words) implements Kind {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /// Yes or no.
    public record Switch(boolean initial) implements Kind {}

    /// An interval of the real line; infinite ends are open.
    public record Interval(double low, boolean lowIncluded, double high, boolean highIncluded) {
        /// All numbers from 0 on.
        public static final Interval NON_NEGATIVE = new Interval(0, true, Double.POSITIVE_INFINITY, false);

        /// Whether `value` is a number inside.
        public boolean contains(double value) {
            return (lowIncluded ? value >= low : value > low) && (highIncluded ? value <= high : value < high);
        }

        @Override
        public String toString() {
            return (lowIncluded ? "[" : "(") + number(low) + ", " + number(high) + (highIncluded ? "]" : ")");
        }

        private static String number(double value) {
            return Double.isInfinite(value) ? value > 0 ? "infinity" : "-infinity" : Numbers.exact(value);
        }
    }

    /// The value that holds unless a recipe says otherwise.
    public HyperValue initial() {
        return switch (kind) {
            case Range range -> new HyperValue.Amount(range.initial());
            case Choice choice -> new HyperValue.Word(choice.words().getFirst());
            case Switch flag -> new HyperValue.Flag(flag.initial());
        };
    }

    /// The value as the number that an update reads: a word is its index, a switch 0 or 1.
    ///
    /// @param optimizer whose hyperparameter this is, for the message
    /// @throws IllegalArgumentException with a sentence that names parameter, optimizer and value
    public double encode(HyperValue value, String optimizer) {
        return switch (kind) {
            case Range range
            when value instanceof HyperValue.Amount(double amount) -> {
                if (!range.limits().contains(amount)) {
                    throw refusal(optimizer, "in " + range.limits(), Numbers.exact(amount));
                }
                yield amount;
            }
            case Choice choice
            when value instanceof HyperValue.Word(String word) && choice.words().contains(word) ->
                choice.words().indexOf(word);
            case Switch _ when value instanceof HyperValue.Flag(boolean flag) -> flag ? 1 : 0;
            case Range _ -> throw refusal(optimizer, "a number", describe(value));
            case Choice choice ->
                throw refusal(optimizer, "one of " + String.join(", ", choice.words()), describe(value));
            case Switch _ -> throw refusal(optimizer, "true or false", describe(value));
        };
    }

    private IllegalArgumentException refusal(String optimizer, String wanted, String got) {
        return new IllegalArgumentException(name + " of " + optimizer + " must be " + wanted + ", got " + got);
    }

    private static String describe(HyperValue value) {
        return switch (value) {
            case HyperValue.Amount(double amount) -> Numbers.exact(amount);
            case HyperValue.Word(String word) -> Quote.of(word);
            case HyperValue.Flag(boolean flag) -> Boolean.toString(flag);
        };
    }
}
