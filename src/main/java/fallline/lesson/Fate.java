package fallline.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What becomes of a run, as the audience says it before the verdict comes.
public enum Fate {
    CONVERGES("converges", List.of("converged", "not there yet")),
    CRAWLS("crawls", List.of("crawling", "stalled", "at rest", "flat")),
    OSCILLATES("oscillates", List.of("oscillating", "hovering")),
    DIVERGES("diverges", List.of("diverged", "diverging", "unbounded", "left the domain"));

    private final String word;
    private final List<String> verdicts;

    Fate(String word, List<String> verdicts) {
        this.word = word;
        this.verdicts = verdicts;
    }

    /// As people say it.
    public String word() {
        return word;
    }

    /// The verdicts that come to this.
    public List<String> verdicts() {
        return verdicts;
    }

    /// What a verdict comes to; empty for those of which nobody asks, such as a saddle.
    public static Optional<Fate> of(String verdict) {
        return Arrays.stream(values())
                .filter(fate -> fate.verdicts.contains(verdict))
                .findFirst();
    }
}
