package fallline.export;

import fallline.experiment.judge.Verdict;
import fallline.experiment.run.Recording;
import fallline.experiment.run.Trace;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// When a run first reached its target. It may have left it again: noise, and momentum, do that.
public sealed interface Reach {
    /// It did.
    ///
    /// @param gradients evaluations of the gradient up to there, where they were counted
    /// @param values evaluations of J alone up to there, where they were counted
    /// @param exact whether the steps before are known, too; else it may have been earlier
    record At(int step, OptionalLong gradients, OptionalLong values, boolean exact) implements Reach {}

    /// It never did.
    ///
    /// @param told whether J is known at every step, so that this is known
    record Never(boolean told) implements Reach {}

    /// It has not as far as is known by now: it is being computed or measured.
    record Open() implements Reach {}

    /// There is no target, or no run.
    record Untold() implements Reach {}

    /// @param whole whether all that will be known of the run is known
    /// @param verdict says whether a J that is not finite is one: outside of its domain J has no value
    static Reach of(FinishTarget target, Trace trace, boolean whole, Optional<Verdict> verdict) {
        if (!target.isSet()) {
            return new Untold();
        }
        boolean beforeKnown = true;
        boolean allKnown = true;
        for (int k = 0; k < trace.length(); k++) {
            boolean known = trace.isRecorded(k) && trace.isMeasured(k);
            if (known && target.reached(trace.loss(k))) {
                if (Double.isFinite(trace.loss(k)) || trace.recording().isPresent()) {
                    return at(trace, k, beforeKnown);
                }
                if (verdict.isEmpty()) {
                    return new Open();
                }
                if (!(verdict.get() instanceof Verdict.LeftDomain)) {
                    return at(trace, k, beforeKnown);
                }
            }
            beforeKnown = known;
            allKnown &= known;
        }
        return whole ? new Never(allKnown) : new Open();
    }

    private static At at(Trace trace, int step, boolean exact) {
        boolean counted = trace.recording().map(Recording::counts).orElse(true);
        int gradients = trace.evaluations(step);
        return new At(
                step,
                counted ? OptionalLong.of(gradients) : OptionalLong.empty(),
                trace.recording().isPresent()
                        ? OptionalLong.empty()
                        : OptionalLong.of(trace.allEvaluations(step) - (long) gradients),
                exact);
    }

    /// The step at the latest, if the target was reached.
    default OptionalInt first() {
        return this instanceof At at ? OptionalInt.of(at.step()) : OptionalInt.empty();
    }

    /// Evaluations of the gradient up to there.
    default OptionalLong gradients() {
        return OptionalLong.empty();
    }

    /// Evaluations of J alone up to there.
    default OptionalLong values() {
        return OptionalLong.empty();
    }

    /// In a word: `at`, `by`, `never`, `not seen`, `open`; empty without a target.
    default String word() {
        return switch (this) {
            case At at -> at.exact() ? "at" : "by";
            case Never never -> never.told() ? "never" : "not seen";
            case Open _ -> "open";
            case Untold _ -> "";
        };
    }
}
