package fallline.app.runs;

import fallline.app.settings.Wording;
import fallline.experiment.Experiment;
import fallline.experiment.Fork;
import fallline.experiment.Run;
import fallline.experiment.SettingsAt;
import fallline.experiment.edit.Edits;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.figure.paint.RunStyle;
import fallline.number.Numbers;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Schedule;
import fallline.picture.RunPaths;
import fallline.workbench.RecordedNotes;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One run as a line of the list: a pure function of the scene.
///
/// @param rate its learning rate, `α 0.1`; `recorded` for a path that was computed elsewhere
/// @param summary its rate and what else sets it apart: `α 0.1, β 0.9`
/// @param fork where it was forked: `from step 57 of Adam`; empty if it was not
/// @param branch the step alone; empty if it was not
/// @param origin the same as a sentence, with whether the way up to there is still the same; empty if it was not
/// @param verdict how it ended, in a word; `computing …` until it has, `judging …` until that is known
/// @param cost how many gradients and values of J the run asked for, in one sentence; empty while it is computed
/// @param detail why it cannot be made, or the word with its cause
/// @param solo whether it is drawn and no other is
record RunLine(
        String name,
        RunStyle style,
        String rate,
        String summary,
        String fork,
        String branch,
        String origin,
        String cost,
        String verdict,
        Tone tone,
        String detail,
        boolean hidden,
        boolean chosen,
        boolean solo) {
    private static final String RECORDED = "recorded";

    /// Whether an end is a good one.
    enum Tone {
        GOOD("●"),
        DOUBTFUL("▲"),
        BAD("■"),
        NEUTRAL("○");

        private final String mark;

        Tone(String mark) {
            this.mark = mark;
        }

        /// The sign in its place where there is no room for a word.
        String mark() {
            return mark;
        }
    }

    static List<RunLine> of(Scene scene) {
        List<String> names = scene.experiment().runs().stream().map(Run::name).toList();
        return scene.experiment().runs().stream()
                .map(run -> of(scene, run, names))
                .toList();
    }

    private static RunLine of(Scene scene, Run run, List<String> names) {
        Optional<RunRecord> record = scene.record(run.name());
        Optional<String> refusal = record.flatMap(RunRecord::refusal);
        Optional<Verdict> verdict = record.flatMap(RunRecord::verdict);
        Optional<Optimizer> optimizer = record.flatMap(RunRecord::task).map(RunTask::optimizer);
        String word = refusal.isPresent()
                ? "not possible"
                : verdict.map(Verdict::word)
                        .orElseGet(() -> record.map(RunLine::waits).orElse("computing …"));
        Tone tone = refusal.isPresent() ? Tone.BAD : verdict.map(RunLine::tone).orElse(Tone.NEUTRAL);
        boolean costed = verdict.isPresent() && run.recorded().isEmpty();
        return new RunLine(
                run.name(),
                RunPaths.style(scene, run),
                run.recorded().isEmpty() ? rate(run, optimizer) : word.equals(RECORDED) ? "" : RECORDED,
                summary(run, optimizer),
                run.fork().map(Fork::text).orElse(""),
                run.fork().map(fork -> String.valueOf(fork.step())).orElse(""),
                run.fork().map(fork -> origin(scene.experiment(), run, fork)).orElse(""),
                costed ? record.flatMap(RunRecord::trace).map(RunLine::cost).orElse("") : "",
                word,
                tone,
                refusal.orElse(verdict.map(Verdict::sentence).orElse(word)) + notes(scene, run),
                scene.view().runs().hidden().contains(run.name()),
                run.name().equals(scene.chosen().name()),
                scene.view().runs().isSolo(run.name(), names));
    }

    private static String waits(RunRecord record) {
        return record instanceof RunRecord.Veiled ? "hidden" : record.judging() ? "judging …" : "computing …";
    }

    private static String origin(Experiment experiment, Run run, Fork fork) {
        return fork.of()
                .map(parent -> "Forked " + fork.text()
                        + (Edits.sharesItsWay(experiment, run)
                                ? "; both went the same way up to there."
                                : "; settings before that step were changed since."))
                .orElse("Forked at step " + fork.step() + " of a run that is gone.");
    }

    /// What is to be said of the run when the pointer rests on its name.
    String about() {
        return name + (summary.isEmpty() ? "" : ": " + summary) + "." + (origin.isEmpty() ? "" : " " + origin);
    }

    /// What is to be read aloud.
    String spoken() {
        List<String> parts = new ArrayList<>(List.of(name));
        parts.add(summary);
        parts.add(fork.isEmpty() ? "" : "forked " + fork);
        parts.add(verdict);
        parts.add(hidden ? "hidden" : "");
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
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

    private static String rate(Run run, Optional<Optimizer> optimizer) {
        return optimizer
                .filter(Optimizer::hasRate)
                .map(known -> "α " + Numbers.brief(SettingsAt.base(run.recipe()).rate(known), 3))
                .orElse("");
    }

    private static String summary(Run run, Optional<Optimizer> optimizer) {
        if (run.recorded().isPresent()) {
            return RECORDED;
        }
        SettingsAt settings = SettingsAt.base(run.recipe());
        List<String> parts = new ArrayList<>();
        parts.add(rate(run, optimizer));
        parts.removeIf(String::isEmpty);
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
