package fallline.app.runs;

import fallline.app.settings.Wording;
import fallline.experiment.Run;
import fallline.experiment.SettingsAt;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.number.Numbers;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Schedule;
import fallline.workbench.RecordedNotes;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One run as a line of the list: a pure function of the scene.
///
/// @param summary its rate and what else sets it apart: `α 0.1, β 0.9`
/// @param verdict how it ended, in a word; `computing …` until it has, `judging …` until that is known
/// @param cost how many gradients and values of J the run asked for, in one sentence; empty while it is computed
/// @param detail why it cannot be made, or the word with its cause
record RunLine(
        String name,
        String summary,
        String cost,
        String verdict,
        Tone tone,
        String detail,
        boolean hidden,
        boolean chosen) {
    /// Whether an end is a good one.
    enum Tone {
        GOOD,
        DOUBTFUL,
        BAD,
        NEUTRAL
    }

    static List<RunLine> of(Scene scene) {
        List<RunLine> lines = new ArrayList<>();
        String chosen = scene.chosen().name();
        for (Run run : scene.experiment().runs()) {
            Optional<RunRecord> record = scene.record(run.name());
            Optional<String> refusal = record.flatMap(RunRecord::refusal);
            Optional<Verdict> verdict = record.flatMap(RunRecord::verdict);
            String word = refusal.isPresent()
                    ? "not possible"
                    : verdict.map(Verdict::word)
                            .orElse(record.filter(RunRecord::judging).isPresent() ? "judging …" : "computing …");
            Tone tone =
                    refusal.isPresent() ? Tone.BAD : verdict.map(RunLine::tone).orElse(Tone.NEUTRAL);
            lines.add(new RunLine(
                    run.name(),
                    summary(run, record.flatMap(RunRecord::task).map(RunTask::optimizer)),
                    verdict.isPresent() && run.recorded().isEmpty()
                            ? record.flatMap(RunRecord::trace)
                                    .map(RunLine::cost)
                                    .orElse("")
                            : "",
                    word,
                    tone,
                    refusal.orElse(verdict.map(Verdict::sentence).orElse(word)) + notes(scene, run),
                    scene.view().runs().hidden().contains(run.name()),
                    run.name().equals(chosen)));
        }
        return List.copyOf(lines);
    }

    /// What is to be said of a recorded path besides: `. At step 0 its loss column says …`
    private static String notes(Scene scene, Run run) {
        if (run.recorded().isEmpty() || scene.trace(run.name()).isEmpty()) {
            return "";
        }
        List<String> names = scene.experiment().problem().objective().parameterNames();
        List<String> notes =
                RecordedNotes.of(run.recorded().get(), scene.trace(run.name()).get(), names);
        return notes.isEmpty() ? "" : ". " + String.join(" ", notes);
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict.tone()) {
            case GOOD -> Tone.GOOD;
            case DOUBTFUL -> Tone.DOUBTFUL;
            case BAD -> Tone.BAD;
            case QUIET -> Tone.NEUTRAL;
        };
    }

    private static String cost(Trace trace) {
        int steps = Math.max(0, trace.lastStep());
        return Numbers.whole(steps) + (steps == 1 ? " step" : " steps") + " took "
                + Numbers.whole(steps == 0 ? 0 : trace.evaluations(steps)) + " gradients and "
                + Numbers.whole(trace.functionEvaluations()) + " values of J besides.";
    }

    private static String summary(Run run, Optional<Optimizer> optimizer) {
        if (run.recorded().isPresent()) {
            return "recorded";
        }
        SettingsAt settings = SettingsAt.base(run.recipe());
        List<String> parts = new ArrayList<>();
        optimizer
                .filter(Optimizer::hasRate)
                .ifPresent(known -> parts.add("α " + Numbers.brief(settings.rate(known), 3)));
        if (settings.hyperparameters().get("momentum") instanceof HyperValue.Amount(double momentum)) {
            parts.add("β " + Numbers.brief(momentum, 3));
        }
        if (settings.batching() instanceof Batching.Shuffled(int size)) {
            parts.add(size == 1 ? "1 row" : Numbers.whole(size) + " rows");
        }
        if (!(settings.schedule() instanceof Schedule.Constant)) {
            parts.add(Wording.schedule(settings.schedule()));
        }
        if (run.recipe().lineSearch().isPresent()) {
            parts.add("line search");
        }
        if (!settings.modifiers().equals(Modifiers.NONE)) {
            parts.add(Wording.modifiers(settings.modifiers()));
        }
        int changes = run.recipe().changes().size();
        if (changes > 0) {
            parts.add(changes == 1 ? "1 change" : changes + " changes");
        }
        return String.join(", ", parts);
    }
}
