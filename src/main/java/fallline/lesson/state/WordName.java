package fallline.lesson.state;

import java.util.Arrays;
import java.util.Optional;

/// The names whose values are words.
public enum WordName {
    VERDICT("verdict", "how the run ended, in the words of docs/verdicts.md"),
    OPTIMIZER("optimizer", "the id of the run's optimizer"),
    PROBLEM("problem", "the kind of problem, as in the experiment file");

    private final String word;
    private final String meaning;

    WordName(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /// As it is written.
    public String word() {
        return word;
    }

    /// What it is, for people.
    public String meaning() {
        return meaning;
    }

    /// The one that is written so.
    public static Optional<WordName> of(String word) {
        return Arrays.stream(values()).filter(name -> name.word.equals(word)).findFirst();
    }
}
