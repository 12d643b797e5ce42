package fallline.picture;

import fallline.experiment.Run;
import fallline.experiment.judge.Digits;
import fallline.experiment.run.Recording;
import fallline.experiment.run.Trace;
import fallline.objective.Goal;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What runs do at the playhead, in plain sentences for those who cannot see a picture: *Adam, step 64 of 200: J 5.03,
/// falling.* They depend on the scene alone; any thread.
public final class RunWords {
    private RunWords() {}

    /// A number of a trace at a step; NaN where it is not known.
    public interface Quantity {
        double at(Trace trace, int step);
    }

    /// A sentence for every run that is drawn, on its J.
    public static String all(Scene scene) {
        return all(scene, "J", RunWords::loss);
    }

    /// A sentence for every run that is drawn.
    ///
    /// @param name of the quantity: `‖∇J‖`
    public static String all(Scene scene, String name, Quantity quantity) {
        List<Run> runs = scene.shownRuns();
        return runs.isEmpty()
                ? "No run is shown."
                : runs.stream().map(run -> of(scene, run, name, quantity)).collect(Collectors.joining(" "));
    }

    /// The sentence for the chosen run, on its J.
    public static String chosen(Scene scene) {
        return of(scene, scene.chosen(), "J", RunWords::loss);
    }

    /// J over all rows, where it is measured.
    public static double loss(Trace trace, int step) {
        return trace.isMeasured(step) ? trace.loss(step) : Double.NaN;
    }

    private static String of(Scene scene, Run run, String name, Quantity quantity) {
        Optional<RunRecord> record = scene.record(run.name());
        Optional<String> refusal = record.flatMap(RunRecord::refusal);
        if (refusal.isPresent()) {
            return run.name() + " cannot be made: " + ended(refusal.get());
        }
        Trace trace = record.flatMap(RunRecord::trace)
                .filter(known -> known.length() > 0)
                .orElse(null);
        if (trace == null) {
            return run.name() + " is being computed.";
        }
        if (trace.lastFiniteStep() < 0) {
            return run.name() + " cannot start: J is not finite there.";
        }
        int step = scene.shownStep(trace);
        String value = value(trace, step, name, quantity) + trend(trace, step, quantity);
        return run.name() + ", " + place(scene, trace, record.orElseThrow(), step) + ": " + value
                + end(record.orElseThrow(), trace, step) + ".";
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    /// Where the run is, which may be before the playhead.
    private static String place(Scene scene, Trace trace, RunRecord record, int step) {
        int playhead = scene.view().playhead();
        String at = "step " + Digits.whole(step) + " of "
                + Digits.whole(scene.experiment().steps());
        if (step == playhead) {
            return at;
        }
        Optional<Recording> recording = trace.recording();
        if (recording.isPresent() && playhead < recording.get().steps()[0]) {
            return "recorded from " + at + " on";
        }
        if (recording.isPresent() && recording.get().after(playhead) > playhead) {
            return "not recorded at step " + Digits.whole(playhead) + ", last known at " + at;
        }
        if (step < trace.lastFiniteStep()) {
            return at;
        }
        return (record.settled() ? "ended at " : "computed up to ") + at;
    }

    private static String value(Trace trace, int step, String name, Quantity quantity) {
        double value = quantity.at(trace, step);
        return Double.isNaN(value) ? name + " not known" : name + " " + Digits.three(value);
    }

    /// Against the step before it that is known.
    private static String trend(Trace trace, int step, Quantity quantity) {
        int earlier = step > 0 ? trace.recordedStep(step - 1) : step;
        double change = earlier < step ? quantity.at(trace, step) - quantity.at(trace, earlier) : Double.NaN;
        if (Double.isNaN(change)) {
            return "";
        }
        return change < 0 ? ", falling" : change > 0 ? ", rising" : ", level";
    }

    /// How the run ended, where it stands at its end.
    private static String end(RunRecord record, Trace trace, int step) {
        return record.verdict()
                .filter(_ -> step >= trace.lastFiniteStep())
                .map(verdict -> "; " + verdict.word())
                .orElse("");
    }

    /// Which of the runs has the best J where it stands; nothing if fewer than two can be compared.
    public static String best(Scene scene) {
        boolean minimise = scene.experiment().problem().goal() == Goal.MINIMISE;
        String best = "";
        double value = Double.NaN;
        int compared = 0;
        for (Run run : scene.shownRuns()) {
            double loss = scene.trace(run.name())
                    .filter(trace -> trace.lastFiniteStep() >= 0
                            && trace.lossDifference().isEmpty()) // another loss is no better one
                    .map(trace -> loss(trace, scene.shownStep(trace)))
                    .orElse(Double.NaN);
            if (Double.isNaN(loss)) {
                continue;
            }
            compared++;
            if (Double.isNaN(value) || (minimise ? loss < value : loss > value)) {
                best = run.name();
                value = loss;
            }
        }
        return compared < 2 ? "" : (minimise ? " Lowest now: " : " Highest now: ") + best + ".";
    }
}
