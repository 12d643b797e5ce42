package fallline.export;

import fallline.number.Numbers;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a table of how runs finished, for spreadsheets and for LaTeX.
final class FinishText {
    private static final int DIGITS = 6;
    private static final String SPECIAL = "([&%$#_{}])";

    private static final Pattern NUMBER = Pattern.compile("-?(\\d[\\d.E-]*|Infinity)");

    private static final List<String> HEADINGS = List.of(
            "run",
            "target",
            "reached",
            "steps to target",
            "gradient evaluations to target",
            "function evaluations to target",
            "steps",
            "gradient evaluations",
            "function evaluations",
            "final J",
            "gradient norm",
            "verdict");

    private FinishText() {}

    /// Lines of cells, ended by a line feed; numbers in all their digits, nothing where there is none.
    static String table(FinishTable table, char separator) {
        StringBuilder text = new StringBuilder(line(HEADINGS, separator));
        for (FinishTable.Line line : table.lines()) {
            Reach reach = line.reach();
            text.append(line(
                    List.of(
                            line.run().replaceAll("\\p{Cntrl}", " "),
                            table.target().plain(),
                            reach.word(),
                            count(reach.first()),
                            count(reach.gradients()),
                            count(reach.values()),
                            Integer.toString(line.steps()),
                            count(line.gradients()),
                            count(line.values()),
                            number(line.loss()),
                            number(line.gradientNorm()),
                            line.verdict()),
                    separator));
        }
        return text.toString();
    }

    private static String line(List<String> cells, char separator) {
        return cells.stream()
                .map(cell -> separator == '\t' || isNumber(cell) ? cell : TraceCsv.quoted(cell, separator))
                .collect(Collectors.joining(String.valueOf(separator), "", "\n"));
    }

    /// Numbers with a minus are no formulas of a spreadsheet.
    private static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches();
    }

    private static String number(double number) {
        return Double.isNaN(number) ? "" : Double.toString(number);
    }

    private static String count(OptionalInt count) {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "";
    }

    private static String count(OptionalLong count) {
        return count.isPresent() ? Long.toString(count.getAsLong()) : "";
    }

    /// The counts up to the target, or in all where there is none.
    static String latex(FinishTable table) {
        String counted = table.target().isSet() ? "to $" + table.target().latex() + "$" : "in all";
        StringBuilder text = new StringBuilder("""
                \\begin{tabular}{lrrrrrl}
                \\toprule
                 & \\multicolumn{3}{c}{%s} &  &  &  \\\\
                \\cmidrule(lr){2-4}
                run & steps & gradients & values of $J$ & final $J$ & $\\lVert\\nabla J\\rVert$ & verdict \\\\
                \\midrule
                """.formatted(counted));
        table.lines().forEach(line -> text.append(escaped(line.run()))
                .append(" & ")
                .append(counts(table.target(), line))
                .append(" & ")
                .append(formula(line.loss()))
                .append(" & ")
                .append(formula(line.gradientNorm()))
                .append(" & ")
                .append(escaped(line.verdict()))
                .append(" \\\\\n"));
        return text.append("\\bottomrule\n\\end{tabular}\n").toString();
    }

    /// Three cells.
    private static String counts(FinishTarget target, FinishTable.Line line) {
        if (!target.isSet()) {
            return line.steps() + " & " + count(line.gradients()) + " & " + count(line.values());
        }
        Reach reach = line.reach();
        return switch (reach) {
            case Reach.At at ->
                atMost(at, Integer.toString(at.step())) + " & " + atMost(at, count(at.gradients())) + " & "
                        + atMost(at, count(at.values()));
            case Reach.Never _, Reach.Open _, Reach.Untold _ -> reach.word() + " &  & ";
        };
    }

    private static String atMost(Reach.At at, String count) {
        return at.exact() || count.isEmpty() ? count : "$\\le " + count + "$";
    }

    private static String formula(double number) {
        return Double.isNaN(number) ? "" : "$" + Numbers.latex(number, DIGITS) + "$";
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
