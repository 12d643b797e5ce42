package fallline.analysis.compare;

import fallline.experiment.judge.Digits;
import fallline.experiment.run.Replay;
import fallline.experiment.run.Trace;
import fallline.workbench.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// The question where two runs part: asked on the FX thread, answered on any.
///
/// Both are looked at wherever both are known. Where the parameters of both are, they are compared, and J besides; else
/// losses alone. A difference is relative to the largest size that the quantity has had so far in either run.
///
/// @param one the name of a run
/// @param other the name of another
public record CompareQuestion(
        String one, RunRecord.Path ones, String other, RunRecord.Path others, Tolerance tolerance) {
    /// The answer.
    ///
    /// @param cancelled asked now and then
    /// @throws CancellationException if it said yes
    public Comparison answer(BooleanSupplier cancelled) {
        return new Walk(cancelled).answer();
    }

    private boolean recorded() {
        return ones.trace().recording().isPresent()
                || others.trace().recording().isPresent();
    }

    private boolean knowParameters() {
        return ones.trace().hasPath()
                && others.trace().hasPath()
                && ones.trace().dimension() == others.trace().dimension();
    }

    /// The way along both.
    private final class Walk {
        private final BooleanSupplier cancelled;
        private final Trace mine = ones.trace();
        private final Trace theirs = others.trace();
        private final boolean parameters = knowParameters();
        private final List<String> names = ones.task().objective().parameterNames();
        private final Replay myReplay = new Replay(ones.task(), mine);
        private final Replay theirReplay = new Replay(others.task(), theirs);
        private final double[] scales = new double[names.size() + 1];
        private int compared;
        private int before = -1;
        private int largestStep = -1;
        private Gap largest = new Gap("", 0, 0);
        private double largestShare;

        Walk(BooleanSupplier cancelled) {
            this.cancelled = cancelled;
        }

        Comparison answer() {
            int last = Math.min(mine.lastStep(), theirs.lastStep());
            for (int step = 0; step <= last; step++) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                if (mine.isRecorded(step) && theirs.isRecorded(step)) {
                    Optional<Gap> gap = at(step);
                    if (gap.isPresent()) {
                        return parted(step, gap.get());
                    }
                    compared++;
                    before = step;
                }
            }
            return agreed();
        }

        /// The first quantity that differs at a step.
        private Optional<Gap> at(int step) {
            if (parameters) {
                double[] x = theta(myReplay, step);
                double[] y = theta(theirReplay, step);
                for (int i = 0; i < x.length; i++) {
                    if (!same(i, names.get(i), x[i], y[i], step)) {
                        return Optional.of(new Gap(names.get(i), x[i], y[i]));
                    }
                }
            }
            return same(names.size(), "J", mine.loss(step), theirs.loss(step), step)
                    ? Optional.empty()
                    : Optional.of(new Gap("J", mine.loss(step), theirs.loss(step)));
        }

        private boolean same(int place, String name, double x, double y, int step) {
            scales[place] = Math.max(scales[place], Math.max(size(x), size(y)));
            double share = scales[place] > 0 ? Math.abs(x - y) / scales[place] : 0;
            if (share > largestShare) {
                largestShare = share;
                largest = new Gap(name, x, y);
                largestStep = step;
            }
            return tolerance.same(x, y, scales[place]);
        }

        private static double size(double value) {
            return Double.isFinite(value) ? Math.abs(value) : 0;
        }

        private static double[] theta(Replay replay, int step) {
            replay.moveTo(step);
            return replay.theta();
        }

        private Comparison agreed() {
            if (compared == 0) {
                return new Comparison(
                        one + " and " + other + " have no step in common that is known of both.",
                        Optional.empty(),
                        List.of());
            }
            String where = compared == 1 ? "at the one step" : "at all " + Digits.whole(compared) + " steps";
            String most = largestStep < 0
                    ? ", to the bit"
                    : "; they differ most in " + largest.quantity() + " at step " + Digits.whole(largestStep) + ", by "
                            + Digits.three(largestShare);
            String rest = mine.lastStep() == theirs.lastStep()
                    ? ""
                    : " " + (mine.lastStep() > theirs.lastStep() ? one : other) + " goes on alone.";
            return new Comparison(
                    one + " and " + other + " agree " + tolerance.words() + " " + where + " that both have" + most + "."
                            + losses() + rest,
                    Optional.empty(),
                    largestStep < 0 ? List.of() : List.of(largest));
        }

        private String losses() {
            return parameters ? "" : " Only losses could be compared.";
        }

        private Comparison parted(int step, Gap gap) {
            List<Gap> gaps = new ArrayList<>(List.of(gap));
            if (parameters && !gap.quantity().equals("J")) {
                gaps.add(new Gap("J", mine.loss(step), theirs.loss(step)));
            }
            String by = gap.quantity() + " is " + Digits.three(gap.one()) + " and " + Digits.three(gap.other())
                    + ", apart by " + Digits.three(gap.relative()) + " of the larger";
            String first = step == 0 || before < 0
                    ? one + " and " + other + " differ from the first step on that both have, step "
                            + Digits.whole(step) + ": "
                    : one + " and " + other + " part at step " + Digits.whole(step) + ": ";
            return new Comparison(first + by + ". " + why(step, gap, gaps), Optional.of(step), gaps);
        }

        /// What of the step makes the difference; its numbers are added.
        private String why(int step, Gap gap, List<Gap> gaps) {
            if (recorded()) {
                return parameters
                        ? "Of a recorded path only parameters and losses are known, so the stages of its rule cannot be"
                                + " compared."
                        : "Only losses could be compared.";
            }
            int index = names.indexOf(gap.quantity());
            if (index < 0) {
                return "Their parameters are still the same.";
            }
            if (step == 0) {
                return "They start at different places.";
            }
            myReplay.moveTo(step - 1);
            theirReplay.moveTo(step - 1);
            double[] rates = {mine.rate(step), theirs.rate(step)};
            StageSearch.Found found =
                    new StageSearch(myReplay, theirReplay, tolerance).first(index, gap.quantity(), rates);
            found.gap().ifPresent(gaps::add);
            return "In the step from " + Digits.whole(step - 1) + " to " + Digits.whole(step) + " " + found.words()
                    + ".";
        }
    }
}
