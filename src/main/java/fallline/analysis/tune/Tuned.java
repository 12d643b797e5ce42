package fallline.analysis.tune;

import fallline.experiment.RunRecipe;
import java.util.List;
import java.util.Optional;

/// One optimizer after its trials.
///
/// @param trials all of them, in order
/// @param best the winner; empty if every trial diverged
/// @param ends J of the winner at the end: on each of the streams that it was judged on
/// @param sensitivity how J at the end depends on the rate beside the best; empty without a rate or a winner
public record Tuned(
        Entrant entrant, List<Trial> trials, Optional<Trial> best, double[] ends, Optional<Sensitivity> sensitivity) {
    public Tuned {
        trials = List.copyOf(trials);
    }

    /// The recipe of the winner.
    public Optional<RunRecipe> recipe() {
        return best.map(trial -> entrant.with(trial.values()));
    }

    /// What the winner is judged by: J at the end, of several streams the median; NaN if there is none.
    public double score() {
        return ends.length == 0 ? Double.NaN : Sensitivity.median(ends);
    }

    /// All evaluations that its trials made.
    public long spent() {
        return trials.stream().mapToLong(trial -> trial.end().evaluations()).sum();
    }
}
