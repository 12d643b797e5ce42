package fallline.analysis.compare;

import fallline.experiment.run.Replay;
import fallline.optimizer.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Finds the first stage in which two computed runs make the same step in different ways: the rows that they look at,
/// the gradient, what is done to it, what the rule remembers, the rate, the step itself.
final class StageSearch {
    private final Replay one;
    private final Replay other;
    private final Tolerance tolerance;

    /// @param one moved to where the step begins
    /// @param other moved to the same step
    StageSearch(Replay one, Replay other, Tolerance tolerance) {
        this.one = one;
        this.other = other;
        this.tolerance = tolerance;
    }

    /// What differs first.
    ///
    /// @param words what is said of it: `the rate differs`
    /// @param gap its numbers, if it has any
    record Found(String words, Optional<Gap> gap) {
        Found(String words, Gap gap) {
            this(words, Optional.of(gap));
        }
    }

    /// @param index the parameter that differs after the step
    /// @param rates the rates of the step
    Found first(int index, String name, double[] rates) {
        if (!Arrays.equals(one.batchRows(), other.batchRows())) {
            return new Found("they look at other rows of the data", Optional.empty());
        }
        Gap slope = new Gap("∂J/∂" + name, one.fullGradient()[index], other.fullGradient()[index]);
        List<Gap> gaps = new ArrayList<>(List.of(slope));
        List<String> words = new ArrayList<>(List.of("their gradients differ already"));
        List<Stage> mine = one.explain(index, name);
        List<Stage> theirs = other.explain(index, name);
        int shared = 0;
        while (shared < Math.min(mine.size(), theirs.size()) && alike(mine.get(shared), theirs.get(shared))) {
            shared++;
        }
        boolean sameRule = shared == mine.size() && shared == theirs.size();
        for (int i = 0; i < shared; i++) {
            if (sameRule && i == shared - 1) {
                gaps.add(new Gap("rate", rates[0], rates[1]));
                words.add("their rates differ");
            }
            Stage stage = mine.get(i);
            String caption = stage.caption().isEmpty() ? stage.target() : stage.caption();
            gaps.add(new Gap(caption, stage.value(), theirs.get(i).value()));
            words.add("the stage “" + caption + "” differs");
        }
        Optional<Found> found = first(gaps, words, tolerance);
        if (found.isEmpty() && !sameRule) {
            return new Found(
                    "their rules are others, from the stage “" + caption(mine, theirs, shared) + "” on",
                    Optional.empty());
        }
        return found.or(() -> first(gaps, words, Tolerance.EXACT))
                .orElseGet(() -> new Found("every stage is the same to the bit", Optional.empty()));
    }

    private static boolean alike(Stage mine, Stage theirs) {
        return mine.caption().equals(theirs.caption()) && mine.symbols().equals(theirs.symbols());
    }

    private static String caption(List<Stage> mine, List<Stage> theirs, int index) {
        Stage stage = index < mine.size() ? mine.get(index) : theirs.get(index);
        return stage.caption().isEmpty() ? stage.target() : stage.caption();
    }

    private static Optional<Found> first(List<Gap> gaps, List<String> words, Tolerance tolerance) {
        for (int i = 0; i < gaps.size(); i++) {
            Gap gap = gaps.get(i);
            double scale = Math.max(Math.abs(gap.one()), Math.abs(gap.other()));
            boolean known = !Double.isNaN(gap.one()) || !Double.isNaN(gap.other());
            if (known && !tolerance.same(gap.one(), gap.other(), scale)) {
                return Optional.of(new Found(words.get(i), gap));
            }
        }
        return Optional.empty();
    }
}
