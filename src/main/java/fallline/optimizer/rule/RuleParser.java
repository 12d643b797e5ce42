package fallline.optimizer.rule;

import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Function;
import fallline.expr.Scope;
import fallline.expr.parse.Parser;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Hyperparameter.Interval;
import fallline.optimizer.Hyperparameter.Range;
import fallline.optimizer.OptimizerCard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the text of an update rule.
///
/// A line is a fact (`paper: Polyak 1964`), a hyperparameter (`lr = 0.001 (1e-6 .. 10, log) in [0, inf) "caption"`),
/// a state (`state m = 0, v = 0`), an assignment (`m <- beta1*m + (1 - beta1)*g "caption"`), a definition
/// (`mhat = m/(1 - beta1^t)`), or a comment (`# …`). docs/optimizers.md describes it for users.
final class RuleParser {
    private static final Pattern FACT = Pattern.compile("(name|paper|about|matters|fails|batch|symbols):\\s*(.*)");
    private static final String NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";
    private static final Pattern HYPERPARAMETER = Pattern.compile("(?<name>\\w+)\\s*=\\s*(?<initial>" + NUMBER
            + ")\\s*\\(\\s*(?<low>" + NUMBER + ")\\s*\\.\\.\\s*(?<high>" + NUMBER + ")\\s*(?<log>,\\s*log)?\\s*\\)"
            + "(?:\\s*in\\s*(?<open>[\\[(])\\s*(?<least>" + NUMBER + "|-inf)\\s*,\\s*(?<most>" + NUMBER
            + "|inf)\\s*(?<close>[])]))?");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?<name>\\w+)\\s*(?<arrow><-|=)\\s*(?<value>.*)");
    private static final Pattern CAPTION = Pattern.compile("\\s*\"([^\"]*)\"\\s*$");

    private static final String NO_RATE = "a rule needs a learning rate: add a line lr = 0.01 (1e-6 .. 10, log)";

    private final String id;
    private final Map<String, String> facts = new HashMap<>();
    private final List<Hyperparameter> hyperparameters = new ArrayList<>();
    private final Map<String, Expr> initials = new LinkedHashMap<>();
    private final List<Rule.Line> lines = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> locals = new HashSet<>();
    private int number;

    private RuleParser(String id) {
        this.id = id;
    }

    /// The rule that `text` describes.
    ///
    /// @throws RuleException at the first mistake
    static Rule parse(String id, String text) {
        return new RuleParser(id).rule(text);
    }

    private Rule rule(String text) {
        for (String line : text.lines().toList()) {
            number++;
            read(line);
        }
        require(isHyperparameter(Hyperparameter.LEARNING_RATE), NO_RATE);
        require(
                lines.stream().anyMatch(line -> line.target().equals(Rule.THETA)),
                "a rule must move theta: add a line theta <- theta - lr*g");
        return RuleShape.complete(
                id,
                new OptimizerCard(
                        facts.getOrDefault("name", id),
                        facts.getOrDefault("paper", ""),
                        facts.getOrDefault("about", ""),
                        facts.getOrDefault("matters", ""),
                        facts.getOrDefault("fails", "")),
                facts.getOrDefault("batch", "any").equals("full"),
                hyperparameters,
                initials,
                lines,
                symbols());
    }

    private void read(String whole) {
        String line = whole.strip();
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        Matcher fact = FACT.matcher(line);
        if (fact.matches()) {
            facts.put(fact.group(1), fact.group(2).strip());
            return;
        }
        Matcher caption = CAPTION.matcher(line);
        String words = caption.find() ? caption.group(1) : "";
        String rest = words.isEmpty() ? line : line.substring(0, caption.start());
        int indent = whole.indexOf(rest.isEmpty() ? line : rest.substring(0, 1));
        if (rest.startsWith("state ")) {
            readStates(rest, indent);
        } else if (HYPERPARAMETER.matcher(rest).lookingAt()) {
            readHyperparameters(rest, words, indent);
        } else {
            readLine(rest, words, indent);
        }
    }

    private void readHyperparameters(String text, String caption, int indent) {
        Matcher matcher = HYPERPARAMETER.matcher(text);
        int end = 0;
        while (end < text.length()
                && matcher.find(end)
                && text.substring(end, matcher.start()).isBlank()) {
            add(matcher, caption, indent);
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw mistake("expected another hyperparameter such as beta = 0.9 (0 .. 1)", indent + end);
        }
    }

    private void add(Matcher matcher, String caption, int indent) {
        String name = matcher.group("name");
        double initial = Double.parseDouble(matcher.group("initial"));
        double low = Double.parseDouble(matcher.group("low"));
        double high = Double.parseDouble(matcher.group("high"));
        boolean logarithmic = matcher.group("log") != null;
        Interval limits = matcher.group("open") == null
                ? new Interval(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false)
                : new Interval(
                        bound(matcher.group("least")),
                        matcher.group("open").equals("["),
                        bound(matcher.group("most")),
                        matcher.group("close").equals("]"));
        if (!(low < high) || (logarithmic && low <= 0) || !limits.contains(initial)) {
            throw mistake(
                    "the range of " + name + " must rise, start above 0 if it is log, and its default must be allowed",
                    indent + matcher.start("low"));
        }
        declare(name, indent + matcher.start());
        hyperparameters.add(new Hyperparameter(name, caption, new Range(initial, low, high, logarithmic, limits)));
    }

    private static double bound(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private void readStates(String text, int indent) {
        int at = "state ".length();
        for (String part : text.substring(at).split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw mistake("a state needs its first value: write state m = 0", indent + at);
            }
            String name = part.substring(0, equals).strip();
            Scope scope =
                    new Scope(hyperparameters.stream().map(Hyperparameter::name).toList());
            Expr initial = expression(part.substring(equals + 1), scope, indent + at + equals + 1);
            declare(name, indent + at);
            initials.put(name, initial);
            at += part.length() + 1;
        }
    }

    private void readLine(String text, String caption, int indent) {
        Matcher matcher = ASSIGNMENT.matcher(text);
        if (!matcher.matches()) {
            throw mistake("expected a hyperparameter, a state, name <- value or name = value", indent);
        }
        String name = matcher.group("name");
        boolean assigns = matcher.group("arrow").equals("<-");
        boolean assignable = name.equals(Rule.THETA) || name.equals(Rule.GRADIENT) || initials.containsKey(name);
        if (assigns && !assignable) {
            throw mistake(
                    "'" + name + "' is not a state: only theta, g and states take <-; write " + name + " = …", indent);
        }
        Set<String> names = new LinkedHashSet<>(List.of(Rule.THETA, Rule.GRADIENT, Rule.TIME));
        names.addAll(known);
        Expr value = expression(matcher.group("value"), new Scope(List.copyOf(names)), indent + matcher.start("value"));
        if (!assigns) {
            if (name.equals(Hyperparameter.LEARNING_RATE) && !known.contains(name)) {
                throw mistake(NO_RATE, indent); // lr = 0.01, a definition: its range is missing
            }
            declare(name, indent);
            locals.add(name);
        }
        lines.add(new Rule.Line(
                name, value, RuleShape.withoutPowers(value, this::isHyperparameter), caption, false, assigns));
    }

    private boolean isHyperparameter(String name) {
        return hyperparameters.stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    private void declare(String name, int column) {
        if (!Scope.isName(name)
                || Function.of(name).isPresent()
                || List.of(Rule.THETA, Rule.GRADIENT, Rule.TIME).contains(name)) {
            throw mistake("'" + name + "' cannot be declared: choose another name", column);
        }
        if (!known.add(name)) {
            throw mistake("the name '" + name + "' is declared twice", column);
        }
    }

    private Expr expression(String text, Scope scope, int offset) {
        try {
            return Parser.parse(text, scope);
        } catch (FormulaException e) {
            throw new RuleException(e.sentence(), number, offset + e.column(), offset + e.endColumn());
        }
    }

    private Map<String, String> symbols() {
        Map<String, String> symbols = new HashMap<>();
        for (String pair : facts.getOrDefault("symbols", "").split(",", -1)) {
            String[] words = pair.strip().split("\\s+", 2);
            if (words.length == 2) {
                symbols.put(words[0], words[1]);
            }
        }
        return symbols;
    }

    private void require(boolean condition, String sentence) {
        if (!condition) {
            throw mistake(sentence, 0);
        }
    }

    /// @param column from 0
    private RuleException mistake(String sentence, int column) {
        return new RuleException(sentence, Math.max(1, number), column + 1, column + 2);
    }
}
