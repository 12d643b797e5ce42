package fallline.export;

import fallline.experiment.Run;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.Recording;
import fallline.experiment.run.Trace;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/// What the runs that are shown took to reach a target, and how they ended, a line each.
///
/// @param target what they are to reach
public record FinishTable(FinishTarget target, List<Line> lines) {
    /// A run.
    ///
    /// @param steps how many it made
    /// @param gradients evaluations of the gradient in all, where they were counted
    /// @param values evaluations of J alone in all, where they were counted
    /// @param loss the last J; NaN where it is not known
    /// @param gradientNorm the last ‖∇J‖; NaN where it is not known
    /// @param verdict in a word or two, or what is still done
    public record Line(
            String run,
            Reach reach,
            int steps,
            OptionalLong gradients,
            OptionalLong values,
            double loss,
            double gradientNorm,
            String verdict) {}

    /// What lines can be sorted by.
    public enum Column {
        RUN,
        STEPS,
        GRADIENTS,
        VALUES,
        LOSS,
        GRADIENT_NORM,
        VERDICT;

        /// Words by the alphabet, numbers by size; lines without a number come last either way.
        Comparator<Line> order(boolean descending) {
            return switch (this) {
                case RUN -> words(Line::run, descending);
                case VERDICT -> words(Line::verdict, descending);
                case STEPS, GRADIENTS, VALUES, LOSS, GRADIENT_NORM -> {
                    Comparator<Line> size = Comparator.comparingDouble(this::number);
                    yield Comparator.<Line, Boolean>comparing(line -> Double.isNaN(number(line)))
                            .thenComparing(descending ? size.reversed() : size);
                }
            };
        }

        private static Comparator<Line> words(Function<Line, String> word, boolean descending) {
            Comparator<Line> order = Comparator.comparing(word, String.CASE_INSENSITIVE_ORDER);
            return descending ? order.reversed() : order;
        }

        /// NaN where there is none.
        private double number(Line line) {
            return switch (this) {
                case STEPS -> number(line.reach().first());
                case GRADIENTS -> number(line.reach().gradients());
                case VALUES -> number(line.reach().values());
                case LOSS -> line.loss();
                case GRADIENT_NORM -> line.gradientNorm();
                case RUN, VERDICT -> Double.NaN;
            };
        }

        private static double number(OptionalInt count) {
            return count.isPresent() ? count.getAsInt() : Double.NaN;
        }

        private static double number(OptionalLong count) {
            return count.isPresent() ? count.getAsLong() : Double.NaN;
        }
    }

    public FinishTable {
        lines = List.copyOf(lines);
    }

    /// Of the runs that are shown, in their order. It looks for J* if it is not at hand, and through all steps.
    public static FinishTable of(Scene scene) {
        FinishTarget target = FinishTarget.of(scene);
        List<Line> lines = new ArrayList<>();
        for (Run run : scene.shownRuns()) {
            scene.record(run.name()).ifPresent(record -> lines.add(line(target, run.name(), record)));
        }
        return new FinishTable(target, lines);
    }

    private static Line line(FinishTarget target, String name, RunRecord record) {
        Optional<Trace> trace = record.trace().filter(path -> path.length() > 0);
        return trace.isPresent() && record.refusal().isEmpty()
                ? line(target, name, trace.get(), record.verdict(), record.judging())
                : new Line(
                        name,
                        new Reach.Untold(),
                        0,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Double.NaN,
                        Double.NaN,
                        record.refusal().isPresent() ? "cannot be made" : "computing");
    }

    /// The line of one run.
    ///
    /// @param verdict if it is judged; then no more will be known of the run
    /// @param judging whether the verdict alone is awaited
    public static Line line(FinishTarget target, String name, Trace trace, Optional<Verdict> verdict, boolean judging) {
        int last = trace.lastStep();
        boolean recorded = trace.recording().isPresent();
        boolean counts = trace.recording().map(Recording::counts).orElse(true);
        boolean whole = verdict.isPresent() || judging;
        return new Line(
                name,
                Reach.of(target, trace, whole, verdict),
                last,
                counts ? OptionalLong.of(trace.evaluations(last)) : OptionalLong.empty(),
                recorded ? OptionalLong.empty() : OptionalLong.of(trace.functionEvaluations()),
                trace.loss(last),
                trace.gradientNorm(last),
                verdict.map(Verdict::word).orElse(judging ? "judging" : "computing"));
    }

    /// The same lines in another order; equal ones stay as they are.
    public FinishTable sorted(Column column, boolean descending) {
        return new FinishTable(
                target, lines.stream().sorted(column.order(descending)).toList());
    }

    /// With tabs between the cells, as spreadsheets take it from the clipboard; numbers in all their digits.
    public String text() {
        return FinishText.table(this, '\t');
    }

    /// As CSV, with the same columns.
    public String csv() {
        return FinishText.table(this, ',');
    }

    /// As a `tabular` with the rules of the package booktabs.
    public String latex() {
        return FinishText.latex(this);
    }
}
