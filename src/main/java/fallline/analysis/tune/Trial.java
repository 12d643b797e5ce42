package fallline.analysis.tune;

import fallline.experiment.run.BudgetedRun;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import java.util.Comparator;
import java.util.Map;

/// Settings that were tried, and how far they led on stream 0.
///
/// @param number from 1
/// @param values of the settings that are tuned, by name
/// @param end how far the run came
/// @param worth J at the end in the sense of descent: less is better; infinite where the run diverged
public record Trial(int number, Kind kind, Map<String, HyperValue> values, BudgetedRun end, double worth) {
    /// How settings were found.
    public enum Kind {
        /// The rule's defaults with a rate that suits the problem.
        FIRST("defaults"),
        /// Spread over the declared ranges.
        SPREAD("spread"),
        /// Near the best so far.
        REFINED("refined");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// The best first; of equals, the one that came first.
    static final Comparator<Trial> BEST =
            Comparator.comparingDouble(Trial::worth).thenComparingInt(Trial::number);

    public Trial {
        values = Map.copyOf(values);
    }

    /// Whether the run stayed finite, so that its J can be compared.
    public boolean counts() {
        return worth < Double.POSITIVE_INFINITY;
    }

    /// J in the sense of descent; infinite for a run that did not stay finite.
    static double worthOf(BudgetedRun end, Goal goal) {
        boolean ends = end.finite() && Double.isFinite(end.loss());
        return ends ? goal == Goal.MAXIMISE ? -end.loss() : end.loss() : Double.POSITIVE_INFINITY;
    }
}
