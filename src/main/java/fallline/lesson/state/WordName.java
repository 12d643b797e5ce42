package fallline.lesson.state;

import java.util.Optional;

/// The names whose values are words.
public enum WordName implements Worded {
    VERDICT("verdict", "how the run ended, in the words of docs/verdicts.md"),
    OPTIMIZER("optimizer", "the id of the run's optimizer"),
    SCHEDULE("schedule", "the kind of the run's schedule, as in the experiment file"),
    PROBLEM("problem", "the kind of problem, as in the experiment file");

    private final String word;
    private final String meaning;

    WordName(String word, String meaning) {
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

    /// The one that is written so.
    public static Optional<WordName> of(String word) {
        return Worded.of(values(), word);
    }
}
