package fallline.app.settings;

import fallline.experiment.RunRecipe;
import fallline.experiment.SettingsAt;
import fallline.experiment.run.RateCurve;
import fallline.experiment.run.Trace;
import fallline.number.Numbers;
import fallline.optimizer.Backtracking;
import fallline.optimizer.Optimizer;
import fallline.optimizer.modifier.ModifierFit;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Schedule;
import fallline.optimizer.schedule.ScheduleKind;
import fallline.workbench.Scene;
import java.util.Optional;

/// What is done around the rule of the chosen run, as the card shows it.
///
/// @param fit which modifiers go with the optimizer
/// @param search the line search, if the run has one
/// @param takesSearch whether its optimizer takes one
/// @param used the rate of the step at the playhead, if the recipe's rate there is another
/// @param curve the rate over the run
record Method(
        Schedule schedule,
        Modifiers modifiers,
        ModifierFit fit,
        Optional<Backtracking> search,
        boolean takesSearch,
        Optional<Double> used,
        RateCurve curve) {
    private static final int MOST_POINTS = 240;

    /// @param settings those that the card shows
    static Method of(Scene scene, Optional<Optimizer> optimizer, SettingsAt settings) {
        RunRecipe recipe = scene.chosen().recipe();
        Optional<Trace> trace = scene.chosenTrace();
        return new Method(
                settings.schedule(),
                settings.modifiers(),
                optimizer
                        .map(rule -> ModifierFit.of(rule, recipe.lineSearch().isPresent()))
                        .orElse(ModifierFit.ALL),
                recipe.lineSearch(),
                optimizer.map(Optimizer::takesLineSearch).orElse(false),
                optimizer.filter(Optimizer::hasRate).flatMap(rule -> used(scene, trace, rule, settings)),
                optimizer
                        .map(rule ->
                                RateCurve.of(recipe, rule, scene.experiment().steps(), trace, MOST_POINTS))
                        .orElse(RateCurve.NONE));
    }

    /// At the last step it is the rate of the step that led there.
    private static Optional<Double> used(Scene scene, Optional<Trace> trace, Optimizer optimizer, SettingsAt settings) {
        return trace.filter(known -> known.lastStep() >= 1)
                .map(known -> known.rate(Math.min(scene.view().playhead() + 1, known.lastStep())))
                .filter(Double::isFinite)
                .filter(rate -> rate != settings.rate(optimizer));
    }

    /// The schedule in a few words: `warm-up, cosine, now 0.05`.
    String scheduleWords() {
        return Wording.schedule(schedule) + (ScheduleKind.of(schedule) == ScheduleKind.CONSTANT ? "" : now());
    }

    /// The line search in a few words.
    String searchWords() {
        return search.isPresent() ? "backtracking" + now() : "none";
    }

    private String now() {
        return used.map(rate -> ", now " + Numbers.brief(rate, 3)).orElse("");
    }
}
