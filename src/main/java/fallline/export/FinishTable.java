package fallline.export;

import fallline.experiment.Run;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.Recording;
import fallline.experiment.run.Trace;
import fallline.number.Numbers;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// How the runs ended, a line each.
public record FinishTable(List<Line> lines) {
    private static final int DIGITS = 6;
    private static final String SPECIAL = "([&%$#_{}])";

    /// How a run ended.
    ///
    /// @param gradients evaluations of the gradient, where they were counted
    /// @param values evaluations of J besides, where they were counted
    /// @param loss the last J
    /// @param gradientNorm the last ‖∇J‖; NaN where it is not known
    /// @param verdict in a word or two
    public record Line(
            String run,
            int steps,
            OptionalLong gradients,
            OptionalLong values,
            double loss,
            double gradientNorm,
            String verdict) {}

    public FinishTable {
        lines = List.copyOf(lines);
    }

    /// Of the runs that have ended.
    public static FinishTable of(Scene scene) {
        List<Line> lines = new ArrayList<>();
        for (Run run : scene.experiment().runs()) {
            scene.record(run.name()).ifPresent(record -> record.verdict().ifPresent(verdict -> record.trace()
                    .ifPresent(trace -> lines.add(line(run.name(), trace, verdict)))));
        }
        return new FinishTable(lines);
    }

    private static Line line(String name, Trace trace, Verdict verdict) {
        int last = trace.lastStep();
        boolean recorded = trace.recording().isPresent();
        boolean counts = trace.recording().map(Recording::counts).orElse(true);
        return new Line(
                name,
                last,
                counts ? OptionalLong.of(trace.evaluations(last)) : OptionalLong.empty(),
                recorded ? OptionalLong.empty() : OptionalLong.of(trace.functionEvaluations()),
                trace.loss(last),
                trace.gradientNorm(last),
                verdict.word());
    }

    /// With tabs between the cells, as spreadsheets take it from the clipboard; numbers in all their digits.
    public String text() {
        StringBuilder text =
                new StringBuilder("run\tsteps\tgradient evaluations\tfunction evaluations\tfinal J\t‖∇J‖\tverdict\n");
        lines.forEach(line -> text.append(line.run().replaceAll("[\t\n\r]", " "))
                .append('\t')
                .append(line.steps())
                .append('\t')
                .append(count(line.gradients()))
                .append('\t')
                .append(count(line.values()))
                .append('\t')
                .append(line.loss())
                .append('\t')
                .append(Double.isNaN(line.gradientNorm()) ? "" : Double.toString(line.gradientNorm()))
                .append('\t')
                .append(line.verdict())
                .append('\n'));
        return text.toString();
    }

    /// As a `tabular` with the rules of the package booktabs.
    public String latex() {
        StringBuilder text = new StringBuilder("""
                \\begin{tabular}{lrrrrrl}
                \\toprule
                run & steps & gradients & values of $J$ & final $J$ & $\\lVert\\nabla J\\rVert$ & verdict \\\\
                \\midrule
                """);
        lines.forEach(line -> text.append(escaped(line.run()))
                .append(" & ")
                .append(line.steps())
                .append(" & ")
                .append(count(line.gradients()))
                .append(" & ")
                .append(count(line.values()))
                .append(" & $")
                .append(Numbers.latex(line.loss(), DIGITS))
                .append("$ & ")
                .append(Double.isNaN(line.gradientNorm()) ? "" : "$" + Numbers.latex(line.gradientNorm(), DIGITS) + "$")
                .append(" & ")
                .append(escaped(line.verdict()))
                .append(" \\\\\n"));
        return text.append("\\bottomrule\n\\end{tabular}\n").toString();
    }

    private static String count(OptionalLong count) {
        return count.isPresent() ? Long.toString(count.getAsLong()) : "";
    }

    /// Words in LaTeX's text: what means something there is written as its sign.
    private static String escaped(String words) {
        return words.replaceAll("\\p{Cntrl}", " ")
                .replace("\\", "\u0000")
                .replaceAll(SPECIAL, "\\\\$1")
                .replace("~", "\\textasciitilde{}")
                .replace("^", "\\textasciicircum{}")
                .replace("\u0000", "\\textbackslash{}");
    }
}
