package fallline.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The panes that a step of a lesson may show.
public enum Pane {
    LOSS("loss", "the loss, as a curve or as contours"),
    SURFACE("surface", "the loss as a solid"),
    FIT("fit", "the data and what the model predicts"),
    CONVERGENCE("convergence", "the curves of all runs"),
    STEP("step", "*This step*"),
    STEPS("steps", "the list of all steps"),
    TABLE("table", "the table of data");

    private final String word;
    private final String meaning;

    Pane(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /// As a lesson says it.
    public String word() {
        return word;
    }

    /// What it is, for people.
    public String meaning() {
        return meaning;
    }

    /// The one that is called so.
    public static Optional<Pane> of(String word) {
        return Arrays.stream(values()).filter(pane -> pane.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Pane::word).toList();
    }
}
