package fallline.experiment.edit;

import fallline.experiment.Experiment;
import fallline.objective.SampledObjective;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import java.util.Optional;

/// From which rows a run takes its gradient, as the card shows it.
///
/// @param size the rows of a batch
/// @param rows the rows of the data; 0 for formulas
/// @param refusal why there is no choice, in one sentence
public record Batches(Kind kind, int size, int rows, Optional<String> refusal) {
    public enum Kind {
        FULL,
        MINI,
        STOCHASTIC,
        /// Batches that a file lists row by row; no button stands for them.
        GIVEN
    }

    public static Batches of(
            Experiment experiment, Optional<Optimizer> optimizer, boolean searches, Batching batching) {
        int rows = experiment.problem().objective() instanceof SampledObjective sampled ? sampled.rows() : 0;
        Optional<String> refusal = rows == 0
                ? Optional.of("Formulas have no rows to batch.")
                : optimizer
                        .filter(Optimizer::needsFullBatch)
                        .map(o -> o.card().name())
                        .or(() -> searches ? Optional.of("A line search") : Optional.empty())
                        .map(who -> who + " needs the gradient over all rows.");
        return switch (batching) {
            case Batching.Full _ -> new Batches(Kind.FULL, rows, rows, refusal);
            case Batching.Shuffled(int size) ->
                new Batches(size == 1 ? Kind.STOCHASTIC : Kind.MINI, size, rows, refusal);
            case Batching.Given given -> new Batches(Kind.GIVEN, given.batches().getFirst().length, rows, refusal);
        };
    }

    /// A size for a first mini-batch: about a tenth of the rows, at most 32.
    int suggestedSize() {
        return Math.max(2, Math.min(32, rows / 10));
    }

    /// The batching of another kind.
    public Batching batching(Kind wanted) {
        return switch (wanted) {
            case FULL, GIVEN -> Batching.full();
            case MINI -> new Batching.Shuffled(kind == Kind.MINI ? size : suggestedSize());
            case STOCHASTIC -> new Batching.Shuffled(1);
        };
    }
}
