package fallline.lesson;

import fallline.lesson.state.Worded;
import java.util.Optional;

/// The controls that a step of a lesson may show or lock.
public enum Control implements Worded {
    RATE("rate", "the learning rate"),
    OPTIMIZER("optimizer", "the choice of the optimizer"),
    SETTINGS("settings", "the optimizer's other settings, such as momentum"),
    SCHEDULE("schedule", "the schedule of the rate"),
    BATCH("batch", "the batch"),
    START("start", "the start"),
    COUNT("count", "how many steps the runs take"),
    SEED("seed", "the seed"),
    FORMULA("formula", "the formula, and whether it is minimised or maximised"),
    PARAMETERS("parameters", "the sliders of the formula's constants"),
    MODEL("model", "the model's options: degree, penalty, standardise, layers"),
    RUNS("runs", "the list of runs, with the button that adds one"),
    PLAY("play", "playing and stepping"),
    VERDICT("verdict", "the verdict of the chosen run");

    private final String word;
    private final String meaning;

    Control(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /// The one that is called so.
    public static Optional<Control> of(String word) {
        return Worded.of(values(), word);
    }
}
