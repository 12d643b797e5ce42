package fallline.analysis.repeat;

import fallline.experiment.RunRecipe;
import fallline.experiment.SettingsAt;
import fallline.experiment.Start;
import fallline.optimizer.batch.Batching;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of a run is drawn by lot, and so another in each repeat.
///
/// @param batches whether the rows of batches are shuffled
/// @param noise whether noise is added to gradients
/// @param start whether the start is random
public record Chance(boolean batches, boolean noise, boolean start) {
    /// What of a recipe from a start is drawn by lot, now or after a change.
    public static Chance of(RunRecipe recipe, Start start) {
        List<SettingsAt> settings = Stream.concat(
                        Stream.of(SettingsAt.base(recipe)),
                        recipe.changes().stream().map(change -> SettingsAt.of(recipe, change.step())))
                .toList();
        return new Chance(
                settings.stream().anyMatch(at -> at.batching() instanceof Batching.Shuffled),
                settings.stream().anyMatch(at -> at.modifiers().gradientNoise() > 0),
                start instanceof Start.Random);
    }

    /// Whether anything is.
    public boolean any() {
        return batches || noise || start;
    }

    /// `batches and start`; empty if nothing is.
    public String words() {
        List<String> parts = Stream.of(batches ? "batches" : "", noise ? "noise" : "", start ? "start" : "")
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.size() < 3
                ? String.join(" and ", parts)
                : parts.stream().limit(2).collect(Collectors.joining(", ", "", " and " + parts.getLast()));
    }

    /// What a repeat varies, in one sentence.
    public String sentence() {
        if (!any()) {
            return "Nothing in this run is drawn by lot: every repeat would be the run itself.";
        }
        boolean onlyStart = start && !batches && !noise;
        return onlyStart
                ? "The method draws no lots: only the random start varies from repeat to repeat."
                : "From repeat to repeat other " + (start ? words().replace(" and start", "") : words()) + " are drawn"
                        + (start ? ", and another random start." : ".");
    }
}
