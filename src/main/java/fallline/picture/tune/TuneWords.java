package fallline.picture.tune;

import fallline.analysis.tune.Tuned;
import fallline.number.Numbers;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Settings that were found, in words.
public final class TuneWords {
    private static final int DIGITS = 4;

    private TuneWords() {}

    /// `lr 0.018, momentum 0.91`, in the order of the rule.
    public static String settings(Tuned tuned, Map<String, HyperValue> values) {
        List<String> words = new ArrayList<>();
        for (Hyperparameter setting : tuned.entrant().optimizer().hyperparameters()) {
            HyperValue value = values.get(setting.name());
            if (value != null) {
                words.add(setting.name() + " " + word(value));
            }
        }
        return String.join(", ", words);
    }

    private static String word(HyperValue value) {
        return switch (value) {
            case HyperValue.Amount(double amount) -> Numbers.brief(amount, DIGITS);
            case HyperValue.Word(String word) -> word;
            case HyperValue.Flag(boolean flag) -> flag ? "yes" : "no";
        };
    }
}
