package fallline.workbench;

import fallline.experiment.Experiment;
import fallline.experiment.SettingsAt;
import fallline.experiment.judge.Cure;
import fallline.experiment.judge.Digits;
import fallline.experiment.judge.Tone;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.Recording;
import fallline.experiment.run.Trace;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One sentence on what happens at the playhead in the chosen run.
///
/// @param tone how good that is
/// @param sentence without a full stop
/// @param cures what mends it, the best first
public record Narration(Tone tone, String sentence, List<Cure> cures) {
    private static final int MOST_NAME = 48;

    /// A sentence that asks for no cure.
    public Narration(Tone tone, String sentence) {
        this(tone, sentence, List.of());
    }

    /// What happens at the playhead of `scene` in its chosen run.
    public static Narration of(Scene scene) {
        String name = Quote.shortened(scene.chosen().name(), MOST_NAME); // so that there is room for what it does
        RunRecord record = scene.record(scene.chosen().name()).orElse(null);
        if (record == null) {
            return new Narration(Tone.QUIET, name + " is being computed");
        }
        if (record.refusal().isPresent()) {
            return new Narration(Tone.BAD, record.refusal().get());
        }
        Trace trace = record.trace().orElse(null);
        if (trace == null || trace.length() == 0) {
            return new Narration(Tone.QUIET, name + " is being computed");
        }
        Verdict verdict = record.verdict().orElse(null);
        int step = scene.shownStep(trace);
        Optional<String> gap =
                trace.recording().flatMap(known -> gap(known, scene.view().playhead()));
        if (gap.isPresent()) {
            return new Narration(Tone.QUIET, name + " is " + gap.get());
        }
        boolean atTheEnd = trace.lastFiniteStep() < 0 || step >= trace.lastFiniteStep();
        boolean turned =
                switch (verdict) {
                    case Verdict.Diverged v -> step > v.turn();
                    case Verdict.Diverging v -> step > v.turn();
                    case null, default -> false;
                };
        if (verdict != null && (atTheEnd || turned)) {
            List<Cure> cures = new ArrayList<>(cures(verdict, step));
            if (goesOn(verdict) && isUsedUp(scene)) {
                cures.add(Cure.Further.USUAL);
            }
            return new Narration(verdict.tone(), name + " " + phrase(verdict), List.copyOf(cures));
        }
        if (record.judging() && atTheEnd) {
            return new Narration(Tone.QUIET, name + " is being judged", List.of());
        }
        if (!trace.isMeasured(step) || !trace.isMeasured(Math.max(0, step - 1))) {
            return new Narration(
                    Tone.QUIET, name + " at step " + Digits.whole(step) + ": J over all rows is being measured");
        }
        Narration alone = moving(name, scene, trace, step);
        return verdict == null || (verdict.tone() == Tone.GOOD && alone.tone == Tone.GOOD)
                ? alone
                : reconciled(moving(name + " at step " + Digits.whole(step), scene, trace, step), verdict);
    }

    /// What happens at a step, where it may seem to say something else than the word for the whole run: both are said,
    /// and a step that is well in a run that is not is no good news.
    private static Narration reconciled(Narration step, Verdict verdict) {
        Tone tone = step.tone == Tone.GOOD ? Tone.QUIET : step.tone;
        return new Narration(tone, step.sentence + "; in the end: " + verdict.word());
    }

    /// What is said where nothing is known: `not recorded between step 10 and 20`.
    private static Optional<String> gap(Recording known, int step) {
        int first = known.steps()[0];
        if (step < first) {
            return Optional.of("not recorded before step " + Digits.whole(first));
        }
        int before = known.before(step);
        int after = known.after(step);
        return before == step || after <= step
                ? Optional.empty()
                : Optional.of("not recorded between step " + Digits.whole(before) + " and " + Digits.whole(after));
    }

    private static Narration moving(String name, Scene scene, Trace trace, int step) {
        String numbers = numbers(trace.loss(step), trace.gradientNorm(step));
        if (step == 0) {
            return new Narration(Tone.GOOD, name + " starts: " + numbers);
        }
        int earlier = trace.recordedStep(step - 1);
        if (earlier >= step) {
            return new Narration(Tone.GOOD, name + " begins at step " + Digits.whole(step) + ": " + numbers);
        }
        double before = trace.loss(earlier);
        double change = trace.loss(step) - before;
        boolean maximise = goal(scene) == Goal.MAXIMISE;
        if (change == 0) {
            return new Narration(Tone.QUIET, name + " stays level: " + numbers);
        }
        boolean wanted = maximise ? change > 0 : change < 0;
        if (!wanted && Digits.three(before).equals(Digits.three(trace.loss(step)))) {
            return new Narration(Tone.QUIET, name + " hardly moves: " + numbers);
        }
        if (wanted) {
            return new Narration(Tone.GOOD, name + " " + (maximise ? "climbs" : "descends") + ": " + numbers);
        }
        String past = goesDownhill(scene, step - 1) ? (maximise ? " past the maximum" : " past the minimum") : "";
        return new Narration(
                Tone.DOUBTFUL,
                name + " steps" + (past.isEmpty() ? (maximise ? " down" : " up") : past) + ": J "
                        + (change > 0 ? "rises" : "falls") + " from " + Digits.three(before) + " to "
                        + Digits.three(trace.loss(step)));
    }

    /// Whether the step goes straight along the slope over all rows, so that what it did not gain lies behind it.
    private static boolean goesDownhill(Scene scene, int step) {
        SettingsAt settings = SettingsAt.of(scene.chosen().recipe(), step);
        return scene.record(scene.chosen().name())
                        .flatMap(RunRecord::traced)
                        .filter(task -> task.optimizer().goesStraightDown())
                        .isPresent()
                && settings.batching() instanceof Batching.Full
                && settings.modifiers().equals(Modifiers.NONE)
                && !settings.hyperparameters().containsKey("weight_decay");
    }

    /// The verdict as it follows the run's name; it holds the word of the run's row, or a form of it.
    private static String phrase(Verdict verdict) {
        String cause = verdict.cause();
        return switch (verdict) {
            case Verdict.CannotStart _ -> "cannot start: " + cause;
            case Verdict.NoSlope _ -> "has no slope: " + cause;
            case Verdict.LeftDomain _ -> "left the domain: " + cause;
            case Verdict.Diverged _ -> "diverged: " + cause;
            case Verdict.Separable _ -> "has no minimum (separable): " + cause;
            case Verdict.Unbounded _ -> "is unbounded: " + cause;
            case Verdict.Converged _ -> "converged: " + cause;
            case Verdict.Saddle _ -> "stands on a saddle: " + cause;
            case Verdict.Maximum _ -> "stands on a maximum: " + cause;
            case Verdict.Degenerate _ -> "stands on degenerate ground: " + cause;
            case Verdict.Flat _ -> "stands on flat ground: " + cause;
            case Verdict.Diverging _ -> "is diverging: " + cause;
            case Verdict.Hovering _ -> "is hovering: " + cause;
            case Verdict.Oscillating _ -> "oscillates " + cause;
            case Verdict.AtRest _ -> "is at rest: " + cause;
            case Verdict.Stalled _ -> "has stalled: " + cause;
            case Verdict.Crawling _ -> "is crawling: " + cause;
            case Verdict.NotThereYet _ -> "is not there yet: " + cause;
            case Verdict.Recorded _ -> "is recorded: " + cause;
        };
    }

    /// Whether nothing but the number of steps ended the run, so that more of them can bring something.
    private static boolean goesOn(Verdict verdict) {
        return switch (verdict) {
            case Verdict.NotThereYet _,
                    Verdict.Crawling _,
                    Verdict.Hovering _,
                    Verdict.Oscillating _,
                    Verdict.Separable _ -> true;
            default -> false;
        };
    }

    /// Whether the playhead is at the last step of all, and there can be more.
    private static boolean isUsedUp(Scene scene) {
        int steps = scene.experiment().steps();
        return scene.view().playhead() >= steps
                && steps < Experiment.MOST_STEPS
                && scene.chosen().recorded().isEmpty();
    }

    /// Without the jump to where the playhead is.
    private static List<Cure> cures(Verdict verdict, int step) {
        return verdict.cures().stream()
                .filter(cure -> !(cure instanceof Cure.JumpTo(int there) && there == step))
                .toList();
    }

    private static Goal goal(Scene scene) {
        Objective objective = scene.experiment().problem().objective();
        return objective.goal();
    }

    private static String numbers(double loss, double norm) {
        return "J " + Digits.three(loss) + (Double.isNaN(norm) ? "" : ", ‖∇J‖ " + Digits.three(norm));
    }
}
