package fallline.lesson;

import fallline.lesson.state.Worded;
import java.util.Optional;

/// The panes that a step of a lesson may show.
public enum Pane implements Worded {
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

    @Override
    public String word() {
        return word;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /// The one that is called so.
    public static Optional<Pane> of(String word) {
        return Worded.of(values(), word);
    }
}
