package fallline.optimizer.rule;

import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.expr.print.PythonDialect;
import fallline.expr.print.PythonNames;
import fallline.expr.print.PythonPrinter;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.OptimizerCard;
import fallline.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A rule as a Python class: its states are made by the constructor, and `step` holds the rule's lines, for all
/// parameters at once.
///
/// `step(theta, t, ask, …hyperparameters)` asks `ask.gradient(theta)` for (J, g) and returns the new θ and the rate.
/// The text needs the library of its dialect, and `CarriedPower` where the rule reads powers `b^t`.
final class RulePython {
    private static final int COMMENT_COLUMN = 44;

    private final Rule rule;
    private final PythonDialect dialect;
    private final PythonNames names = new PythonNames();
    private final PythonPrinter printer;

    private RulePython(Rule rule, PythonDialect dialect) {
        this.rule = rule;
        this.dialect = dialect;
        printer = new PythonPrinter(dialect, names);
    }

    /// The class, with `className` for its name.
    static List<String> lines(Rule rule, PythonDialect dialect, String className) {
        return new RulePython(rule, dialect).lines(className);
    }

    private List<String> lines(String className) {
        List<String> lines = new ArrayList<>();
        for (String reserved : List.of(Rule.THETA, Rule.TIME, Rule.GRADIENT)) {
            names.of(reserved);
        }
        String arguments = rule.hyperparameters().stream()
                .map(parameter -> ", " + names.of(parameter.name()))
                .collect(Collectors.joining());
        lines.add("class " + className + ":");
        addDescription(lines, rule.facts().card());
        lines.add("");
        if (!rule.states().isEmpty() || !rule.powers().isEmpty()) {
            lines.add("    def __init__(self, theta" + arguments + "):");
            rule.states()
                    .forEach(state -> lines.add("        self." + names.of(state.name()) + " = " + initial(state)));
            rule.powers().forEach(base -> lines.add("        self." + power(base) + " = CarriedPower()"));
        } else {
            lines.add("    def __init__(self, theta, **_):");
            lines.add("        pass  # it remembers nothing");
        }
        lines.add("");
        lines.add("    def step(self, theta, t, ask" + arguments + "):");
        addStep(lines);
        return List.copyOf(lines);
    }

    private static void addDescription(List<String> lines, OptimizerCard card) {
        String title = words(card.name()) + (card.paper().isEmpty() ? "." : " (" + words(card.paper()) + ").");
        if (card.about().isEmpty()) {
            lines.add("    \"\"\"" + title + "\"\"\"");
        } else {
            lines.add("    \"\"\"" + title);
            lines.add("");
            lines.add("    " + words(card.about()));
            lines.add("    \"\"\"");
        }
    }

    /// A text that may stand in a docstring.
    private static String words(String text) {
        return Printable.of(text.replaceAll("\\R", " "))
                .replace('\\', '/')
                .replace("\"", "'")
                .strip();
    }

    private void addStep(List<String> lines) {
        if (!rule.looksElsewhere()) {
            lines.add(gradient(Rule.THETA));
        }
        for (String base : rule.powers()) {
            String name = power(base);
            lines.add(commented(
                    name + " = self." + name + ".at(" + names.of(base) + ", t)", names.of(base) + " to the power t"));
        }
        if (!rule.states().isEmpty()) {
            lines.add("        " + joined("", state -> true) + " = " + joined("self.", state -> true));
        }
        for (Rule.Line line : rule.lines()) {
            String value = printer.print(line.read());
            lines.add(commented(
                    names.of(line.target()) + " = " + (line.sums() ? "total(" + value + ")" : value), line.caption()));
            if (line.looks()) {
                lines.add(gradient(line.target()));
            }
        }
        Predicate<Rule.State> changed =
                state -> rule.lines().stream().anyMatch(line -> line.target().equals(state.name()));
        if (rule.states().stream().anyMatch(changed)) {
            lines.add("        " + joined("self.", changed) + " = " + joined("", changed));
        }
        lines.add("        return theta, " + names.of(Hyperparameter.LEARNING_RATE));
    }

    /// Asks for the slope.
    private String gradient(String at) {
        return "        " + (rule.readsLoss() ? names.of(Rule.LOSS) : "_") + ", g = ask.gradient(" + names.of(at) + ")";
    }

    private String joined(String prefix, Predicate<Rule.State> which) {
        return rule.states().stream()
                .filter(which)
                .map(state -> prefix + names.of(state.name()))
                .collect(Collectors.joining(", "));
    }

    private String power(String base) {
        return names.of(Rule.power(base));
    }

    private String initial(Rule.State state) {
        String value = printer.print(state.initial());
        if (state.scalar()) {
            return "scalar(" + value + ")";
        }
        if (Graph.names(state.initial()).contains(Rule.THETA)) {
            return value;
        }
        boolean zero = state.initial() instanceof Expr.Num(double number) && number == 0;
        return dialect.module() + ".zeros_like(theta)" + (zero ? "" : " + (" + value + ")");
    }

    private static String commented(String code, String comment) {
        return "        " + (comment.isEmpty() ? code : pad(code) + "  # " + comment.replaceAll("\\R", " "));
    }

    private static String pad(String code) {
        return code + " ".repeat(Math.max(0, COMMENT_COLUMN - code.length()));
    }

    /// The keyword under which `step` takes a hyperparameter, by its name.
    static Map<String, String> keywords(Rule rule) {
        PythonNames names = new PythonNames();
        for (String reserved : List.of(Rule.THETA, Rule.TIME, Rule.GRADIENT)) {
            names.of(reserved);
        }
        return rule.hyperparameters().stream()
                .map(Hyperparameter::name)
                .collect(Collectors.toMap(name -> name, names::of, (first, _) -> first));
    }
}
