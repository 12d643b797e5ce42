package fallline.optimizer.rule;

import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.expr.print.LatexPrinter;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Stage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;

/// Writes the lines of a rule in LaTeX, in symbols and with numbers.
public final class RuleLatex {
    private static final MathContext DIGITS = new MathContext(5, RoundingMode.HALF_EVEN);

    private final Rule rule;
    private final RuleLayout layout;
    private final String parameter;

    /// @param parameter LaTeX of the parameter that θ stands for
    RuleLatex(Rule rule, RuleLayout layout, String parameter) {
        this.rule = rule;
        this.layout = layout;
        this.parameter = parameter;
    }

    /// A line with its numbers.
    ///
    /// @param slots the values that the line reads
    Stage stage(Rule.Line line, double[] slots, double value) {
        String numbers = line.sums()
                ? number(value)
                : LatexPrinter.print(line.written(), name -> number(slots[layout.slot(name)]));
        return new Stage(line.caption(), line.target(), symbols(line), numbers, value);
    }

    /// A line in symbols.
    String symbols(Rule.Line line) {
        String arrow = line.assigns() ? " \\leftarrow " : " = ";
        if (!line.sums()) {
            return symbol(line.target()) + arrow + LatexPrinter.print(line.written(), this::symbol);
        }
        String summand = LatexPrinter.print(line.written(), this::summand);
        boolean brackets = line.written() instanceof Expr.Sum;
        return symbol(line.target()) + arrow + "\\sum " + (brackets ? "\\left(" + summand + "\\right)" : summand);
    }

    /// A sum is over all parameters: θ is none of them.
    private String summand(String name) {
        return name.equals(Rule.THETA) ? symbols().getOrDefault(name, "\\theta") : symbol(name);
    }

    private Map<String, String> symbols() {
        return rule.facts().symbols();
    }

    /// Whether the line reads a hyperparameter that is 0, which switches it off.
    boolean readsIdleSetting(Rule.Line line, double[] slots) {
        Set<String> names = Graph.names(line.written());
        return rule.hyperparameters().stream()
                .map(Hyperparameter::name)
                .anyMatch(name -> names.contains(name) && slots[layout.slot(name)] == 0);
    }

    private String symbol(String name) {
        if (name.equals(Rule.THETA)) {
            return parameter;
        }
        String standard = name.equals(Rule.LOSS) && rule.readsLoss()
                ? "J"
                : name.equals(Rule.AT) && rule.looksElsewhere() ? "\\tilde{\\theta}" : LatexPrinter.name(name);
        return symbols().getOrDefault(name, standard);
    }

    /// Five digits are enough to follow a step by eye; the trace has them all.
    public static String number(double value) {
        return Double.isFinite(value)
                ? LatexPrinter.number(new BigDecimal(value).round(DIGITS).doubleValue())
                : LatexPrinter.number(value);
    }
}
