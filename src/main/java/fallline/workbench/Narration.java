package fallline.workbench;

import fallline.experiment.SettingsAt;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.run.Verdict;
import fallline.expr.NumberText;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.RateFacts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One sentence on what happens at the playhead in the chosen run.
///
/// @param tone how good that is
/// @param sentence without a full stop
/// @param tooFast whether a smaller learning rate is the cure
public record Narration(Tone tone, String sentence, boolean tooFast) {
    /// How good something is.
    public enum Tone {
        /// On its way, or there.
        GOOD,
        /// Worth a second look.
        DOUBTFUL,
        /// Not what anybody wants.
        BAD,
        /// Nothing to judge yet.
        QUIET
    }

    /// What happens at the playhead of `scene` in its chosen run.
    public static Narration of(Scene scene) {
        String name = scene.chosen().name();
        RunRecord record = scene.record(name).orElse(null);
        if (record == null) {
            return new Narration(Tone.QUIET, name + " is being computed", false);
        }
        if (record.refusal().isPresent()) {
            return new Narration(Tone.BAD, record.refusal().get(), false);
        }
        Trace trace = record.trace().orElse(null);
        if (trace == null || trace.length() == 0) {
            return new Narration(Tone.QUIET, name + " is being computed", false);
        }
        Verdict verdict = record.verdict().orElse(null);
        int step = scene.shownStep(trace);
        boolean atTheEnd = trace.lastFiniteStep() < 0 || step >= trace.lastFiniteStep();
        if (verdict instanceof Verdict.Diverged diverged && (atTheEnd || step > diverged.turn())) {
            return new Narration(Tone.BAD, cause(name, scene, diverged), diverged.lastFinite() >= 0);
        }
        if (verdict instanceof Verdict.Diverging diverging && (atTheEnd || step > diverging.turn())) {
            return ended(name, scene, diverging);
        }
        if (verdict != null && atTheEnd) {
            return ended(name, scene, verdict);
        }
        return moving(name, scene, trace, step);
    }

    private static Narration moving(String name, Scene scene, Trace trace, int step) {
        if (!trace.isMeasured(step) || !trace.isMeasured(Math.max(0, step - 1))) {
            return new Narration(Tone.QUIET, name + " at step " + step + ": J over all rows is being measured", false);
        }
        String numbers = numbers(trace.loss(step), trace.gradientNorm(step));
        if (step == 0) {
            return new Narration(Tone.GOOD, name + " starts: " + numbers, false);
        }
        double change = trace.loss(step) - trace.loss(step - 1);
        boolean maximise = goal(scene) == Goal.MAXIMISE;
        if (change == 0) {
            return new Narration(Tone.DOUBTFUL, name + " stays level: " + numbers, false);
        }
        boolean wanted = maximise ? change > 0 : change < 0;
        String verb = change < 0 ? maximise ? "slips down" : "descends" : maximise ? "climbs" : "goes up";
        return new Narration(wanted ? Tone.GOOD : Tone.DOUBTFUL, name + " " + verb + ": " + numbers, false);
    }

    private static Narration ended(String name, Scene scene, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Converged v ->
                new Narration(Tone.GOOD, name + " converged: " + numbers(v.loss(), v.gradientNorm()), false);
            case Verdict.Saddle v ->
                new Narration(
                        Tone.DOUBTFUL,
                        name + " stands on a saddle: ‖∇J‖ " + brief(v.gradientNorm()) + ", λmin "
                                + brief(v.smallestEigenvalue()),
                        false);
            case Verdict.Diverged v -> new Narration(Tone.BAD, cause(name, scene, v), v.lastFinite() >= 0);
            case Verdict.Diverging v ->
                new Narration(Tone.BAD, cause(name, scene, v.turn(), v.rate(), v.limit()), true);
            case Verdict.LeftDomain v ->
                new Narration(
                        Tone.BAD, name + " left the domain at step " + v.step() + ": " + fault(v), v.lastFinite() >= 0);
            case Verdict.Stalled v ->
                new Narration(
                        Tone.DOUBTFUL,
                        name + " stalled (tiny steps of " + brief(v.stepLength()) + "): ‖∇J‖ "
                                + brief(v.gradientNorm()),
                        false);
            case Verdict.Flat v ->
                new Narration(Tone.DOUBTFUL, name + " is on flat ground: ‖∇J‖ " + brief(v.gradientNorm()), false);
            case Verdict.Oscillating v ->
                new Narration(
                        Tone.DOUBTFUL,
                        name + " oscillates: J between " + brief(v.lowest()) + " and " + brief(v.highest()),
                        true);
            case Verdict.BudgetUsed v ->
                new Narration(Tone.GOOD, name + " used its steps: " + numbers(v.loss(), v.gradientNorm()), false);
            case Verdict.Endless v ->
                new Narration(
                        Tone.DOUBTFUL,
                        name + " follows weights that grow for ever, for a plane separates the classes: "
                                + numbers(v.loss(), v.gradientNorm()),
                        false);
        };
    }

    private static String fault(Verdict.LeftDomain verdict) {
        String operation = verdict.fault().operation();
        String argument = brief(verdict.fault().argument());
        return switch (operation) {
            case "/" -> "division by " + argument;
            case "^" -> "a fractional power of " + argument;
            default -> operation + " of " + argument;
        };
    }

    /// Why a run diverged. For some methods the limit on a bowl is exact, and their text says what exceeds it: of plain
    /// descent every step multiplies the error along the steepest axis by 1 − lr·λmax, whose size exceeds 1 beyond
    /// lr·λmax = 2.
    private static String cause(String name, Scene scene, Verdict.Diverged verdict) {
        if (verdict.lastFinite() < 0) {
            return name + " cannot start: J or its gradient is not finite there";
        }
        return cause(name, scene, verdict.turn(), verdict.rate(), verdict.limit());
    }

    private static String cause(String name, Scene scene, int turn, double rate, double limit) {
        Optional<RateFacts.Excess> excess = scene.record(scene.chosen().name())
                .flatMap(RunRecord::task)
                .flatMap(task -> excess(task, turn, rate, 2 / limit));
        if (excess.isPresent()) {
            return name + " diverges: " + excess.get().name() + " = "
                    + brief(excess.get().value()) + " > " + bound(excess.get().bound());
        }
        return name + " diverges: J " + (goal(scene) == Goal.MAXIMISE ? "falls" : "grows") + " from step " + turn
                + " on at rate " + brief(rate);
    }

    private static Optional<RateFacts.Excess> excess(RunTask task, int turn, double rate, double largest) {
        Map<String, Double> settings =
                new HashMap<>(SettingsAt.of(task.recipe(), turn).numbers(task.optimizer()));
        settings.put(Hyperparameter.LEARNING_RATE, rate);
        return task.optimizer().rates().excess(settings, largest);
    }

    /// A whole number without a point.
    private static String bound(double value) {
        return value == Math.rint(value) ? NumberText.of(value) : brief(value);
    }

    private static Goal goal(Scene scene) {
        Objective objective = scene.experiment().problem().objective();
        return objective.goal();
    }

    private static String numbers(double loss, double norm) {
        return "J " + brief(loss) + ", ‖∇J‖ " + brief(norm);
    }

    /// Three significant digits, with a true minus sign: `21.2`, `0.00125`, `4.1e−9`.
    private static String brief(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        String text = exponent >= -4 && exponent < 6
                ? rounded.setScale(Math.max(0, 2 - exponent), RoundingMode.HALF_EVEN)
                        .toPlainString()
                : rounded.movePointLeft(exponent)
                                .setScale(2, RoundingMode.HALF_EVEN)
                                .toPlainString() + "e" + exponent;
        return text.replace('-', '−');
    }
}
