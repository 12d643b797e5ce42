package fallline.analysis.tune;

import fallline.curvature.Extremes;
import fallline.curvature.SurveyedRows;
import fallline.experiment.SettingsAt;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.objective.Objective;
import fallline.optimizer.modifier.Modifiers;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// From which rate on the steps of a run grow along the steepest direction, as the curvature says it at two places: for
/// gradient descent 2/λmax. A run that begins at the first and is to come by the second has to keep below both.
final class RateCeiling {
    private RateCeiling() {}

    /// The limit at the start and where the sweep was after `step` steps: the lower one. Empty where the rule's text
    /// names none that depends on the curvature alone, where modifiers change the steps, and on level ground.
    static Optional<Double> of(RateSearch search, Trace trace, int step) {
        RunTask task = search.task();
        SettingsAt settings = SettingsAt.of(task.recipe(), 0);
        if (!task.optimizer().rates().hasPlainLimit() || !settings.modifiers().equals(Modifiers.NONE)) {
            return Optional.empty();
        }
        Map<String, Double> numbers = settings.numbers(task.optimizer());
        Objective objective = SurveyedRows.of(task.objective()).objective();
        return Stream.of(task.start(), Replay.theta(task, trace, step))
                .flatMap(theta -> limit(task, numbers, Extremes.at(objective, theta)).stream())
                .min(Double::compare);
    }

    private static Optional<Double> limit(RunTask task, Map<String, Double> numbers, Extremes ends) {
        return task.optimizer()
                .rates()
                .stability(numbers, ends.smallest(), ends.largest())
                .map(found -> found.limit());
    }
}
