package fallline.analysis.predict;

import fallline.experiment.judge.Verdict;
import java.util.Optional;

/// What becomes of a run, as one says it beforehand.
public enum Fate {
    CONVERGES("converges"),
    OSCILLATES("oscillates"),
    DIVERGES("diverges");

    private final String word;

    Fate(String word) {
        this.word = word;
    }

    /// As in a question: `converges`.
    public String word() {
        return word;
    }

    /// What a verdict says of it. A run that is still on its way to where it will be converges; one that is held up by
    /// noise goes up and down. Empty where it is none of the three: a run that does not start, or rests elsewhere.
    public static Optional<Fate> of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Converged _, Verdict.NotThereYet _, Verdict.Crawling _ -> Optional.of(CONVERGES);
            case Verdict.Oscillating _, Verdict.Hovering _ -> Optional.of(OSCILLATES);
            case Verdict.Diverged _, Verdict.Diverging _, Verdict.Unbounded _ -> Optional.of(DIVERGES);
            case Verdict.CannotStart _,
                    Verdict.NoSlope _,
                    Verdict.LeftDomain _,
                    Verdict.Separable _,
                    Verdict.Saddle _,
                    Verdict.Maximum _,
                    Verdict.Degenerate _,
                    Verdict.Flat _,
                    Verdict.AtRest _,
                    Verdict.Stalled _,
                    Verdict.Recorded _ -> Optional.empty();
        };
    }
}
