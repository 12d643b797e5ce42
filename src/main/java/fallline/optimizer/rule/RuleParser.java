package fallline.optimizer.rule;

import fallline.card.CardException;
import fallline.card.CardLine;
import fallline.card.CardScanner;
import fallline.card.CardText;
import fallline.card.Declaration;
import fallline.card.Fact;
import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Function;
import fallline.expr.Graph;
import fallline.expr.Scope;
import fallline.expr.parse.Parser;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Hyperparameter.Interval;
import fallline.optimizer.Hyperparameter.Range;
import fallline.optimizer.rule.Rule.LineKind;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the text of an update rule.
///
/// A line is a fact (`paper: Polyak 1964`), a hyperparameter (`lr = 0.001 (1e-6 .. 10, log) in [0, inf) "caption"`),
/// a state (`state m = 0, v = 0`), an assignment (`m <- beta1*m + (1 - beta1)*g "caption"`), a definition
/// (`mhat = m/(1 - beta1^t)`), a sum over all parameters (`n = sum(g^2)`), the point where the slope is read
/// (`at <- theta + momentum*b`), or a comment (`# …`). docs/optimizers.md describes it for users.
public final class RuleParser {
    /// The most characters and lines of a rule.
    private static final CardText.Limits LIMITS = new CardText.Limits("a rule", 20_000, 1_000);

    private static final String NO_RATE = "a rule needs a learning rate";
    private static final String ADD_RATE = "add a line lr = 0.01 (1e-6 .. 10, log)";
    private static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

    /// A line without its caption.
    private record Statement(CardLine line, String text, String caption) {}

    private final String id;
    private final Map<String, Fact> facts = new HashMap<>();
    private final Map<String, Hyperparameter> hyperparameters = new LinkedHashMap<>();
    private final Map<String, Expr> initials = new LinkedHashMap<>();
    private final List<Rule.Line> lines = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>(List.of(Rule.THETA, Rule.GRADIENT, Rule.TIME));

    /// Whether a line so far reads or sets `g`, or reads the loss.
    private boolean readsSlope;

    private boolean readsLoss;
    private boolean computesRate;

    private RuleParser(String id) {
        this.id = id;
    }

    /// The rule that `text` describes.
    ///
    /// @throws RuleException at the first mistake
    static Rule parse(String id, String text) {
        try {
            return new RuleParser(id).rule(text);
        } catch (CardException e) {
            throw new RuleException(e.sentence(), e.line(), e.column(), e.endColumn());
        }
    }

    private Rule rule(String text) throws CardException {
        List<CardLine> read = CardText.lines(text, CardText.Indent.MEANS_NOTHING, LIMITS);
        for (CardLine line : read) {
            read(line);
        }
        CardLine last = read.isEmpty() ? CardLine.of("") : read.getLast();
        if (!hyperparameters.containsKey(Hyperparameter.LEARNING_RATE) && !computesRate) {
            throw last.mistake(NO_RATE, ADD_RATE, 0, 1);
        }
        if (lines.stream().noneMatch(line -> line.target().equals(Rule.THETA))) {
            throw last.mistake("a rule must move theta", "add a line theta <- theta - lr*g", 0, 1);
        }
        List<Hyperparameter> parameters = List.copyOf(hyperparameters.values());
        Rule rule = RuleShape.complete(id, RuleFacts.read(id, facts, parameters, known), parameters, initials, lines);
        boolean ratePerParameter = rule.lines().stream()
                .anyMatch(line -> line.target().equals(Hyperparameter.LEARNING_RATE) && !line.scalar());
        if (computesRate && ratePerParameter) {
            throw last.mistake(
                    "lr must be one number for all parameters", "call what differs by parameter another name", 0, 1);
        }
        return rule;
    }

    private void read(CardLine line) throws CardException {
        Fact fact = line.fact().orElse(null);
        if (fact != null) {
            if (RuleFacts.RETIRED.contains(fact.key())) {
                return;
            }
            if (!RuleFacts.KEYS.contains(fact.key())) {
                throw line.mistake(
                        "unknown fact " + Quote.of(fact.key()),
                        "use " + String.join(", ", RuleFacts.KEYS),
                        0,
                        fact.key().length());
            }
            facts.put(fact.key(), fact);
            return;
        }
        Statement statement = statement(line);
        CardScanner scanner = new CardScanner(CardLine.of(statement.text), 0);
        String first = scanner.name();
        boolean declares = !first.isEmpty() && scanner.isAtEquals();
        if (first.equals("state") && !declares && !scanner.skip("<-")) {
            readStates(statement, scanner.at());
        } else if (new CardScanner(line, 0).isAtRange()) {
            readHyperparameters(statement);
        } else {
            readLine(statement);
        }
    }

    /// Takes the caption off: what stands in quotes at the end of the line.
    private static Statement statement(CardLine line) {
        String text = line.text();
        int end = text.length() - 1;
        int begin = text.endsWith("\"") ? text.lastIndexOf('"', end - 1) : -1;
        return begin < 0
                ? new Statement(line, text, "")
                : new Statement(line, text.substring(0, begin).stripTrailing(), text.substring(begin + 1, end));
    }

    private void readHyperparameters(Statement statement) throws CardException {
        int end = statement.text.length();
        CardScanner scanner = new CardScanner(statement.line, 0);
        while (scanner.at() < end) {
            scanner.atEnd();
            if (!scanner.isAtRange()) {
                throw scanner.mistake("expected another hyperparameter such as beta = 0.9 (0 .. 1)", "", end);
            }
            int begin = scanner.at();
            add(statement, scanner.declaration(scanner.name(), begin));
        }
    }

    private void add(Statement statement, Declaration declaration) throws CardException {
        String name = declaration.name();
        Declaration.Range range = declaration.range().orElseThrow();
        Interval limits = declaration
                .limits()
                .map(l -> new Interval(l.low(), l.lowIncluded(), l.high(), l.highIncluded()))
                .orElse(ALL);
        if (!(range.low() < range.high())
                || (range.logarithmic() && range.low() <= 0)
                || !limits.contains(declaration.value())) {
            throw statement.line.mistake(
                    "the range of " + Quote.shortened(name)
                            + " must rise, start above 0 if it is log, and its default must be allowed",
                    "",
                    declaration.rangeBegin(),
                    declaration.end());
        }
        declare(name, statement.line, declaration.begin());
        Range kind = new Range(declaration.value(), range.low(), range.high(), range.logarithmic(), limits);
        hyperparameters.put(name, new Hyperparameter(name, statement.caption, kind));
    }

    /// @param begin where the first name stands
    private void readStates(Statement statement, int begin) throws CardException {
        String text = statement.text;
        List<String> names = new ArrayList<>(hyperparameters.keySet());
        names.add(Rule.THETA);
        Scope scope = new Scope(names);
        int at = begin;
        while (at <= text.length()) {
            int end = partEnd(text, at);
            CardScanner scanner = new CardScanner(statement.line, at);
            String name = scanner.name();
            int nameBegin = scanner.at() - name.length();
            if (name.isEmpty() || !scanner.isAtEquals() || scanner.at() >= end) {
                throw statement.line.mistake(
                        "a state needs its first value", "write state m = 0", nameBegin, nameBegin + 1);
            }
            int value = scanner.at() + 1;
            Expr initial = expression(statement.line, text.substring(value, end), scope, value);
            declare(name, statement.line, nameBegin);
            initials.put(name, initial);
            at = end + 1;
        }
    }

    /// Where the part that begins at `at` ends: at the next comma outside brackets.
    public static int partEnd(String text, int at) {
        int depth = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' && depth <= 0) {
                return i;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        }
        return text.length();
    }

    private void readLine(Statement statement) throws CardException {
        CardLine line = statement.line;
        CardScanner scanner = new CardScanner(line, 0);
        String name = scanner.name();
        int end = name.length();
        boolean assigns = scanner.skip("<-");
        if (name.isEmpty() || (!assigns && !scanner.skip("="))) {
            throw line.mistake("expected a hyperparameter, a state, name <- value or name = value", "", 0, end);
        }
        boolean looks = assigns && name.equals(Rule.AT) && !known.contains(Rule.AT);
        boolean assignable =
                looks || name.equals(Rule.THETA) || name.equals(Rule.GRADIENT) || initials.containsKey(name);
        if (assigns && !assignable) {
            String shown = Quote.shortened(name);
            throw line.mistake(
                    Quote.of(shown) + " is not a state",
                    "only theta, g and states take <-; write " + shown + " = …",
                    0,
                    end);
        }
        int begin = Math.min(scanner.at(), statement.text.length());
        int sum = assigns || known.contains(SumText.NAME) ? -1 : SumText.summand(statement.text, begin);
        Expr value = sum < 0
                ? expression(line, statement.text.substring(begin), scope(), begin)
                : expression(line, statement.text.substring(sum, statement.text.lastIndexOf(')')), scope(), sum);
        Set<String> read = Graph.names(value);
        checkRate(name, sum < 0 && read.isEmpty(), line, end);
        boolean loss = read.contains(Rule.LOSS) && !known.contains(Rule.LOSS);
        boolean readsNow = readsSlope || name.equals(Rule.GRADIENT) || read.contains(Rule.GRADIENT) || loss;
        if (looks && readsNow) {
            throw line.mistake(
                    "where the slope is read must be said before g and loss are", "move this line up", 0, end);
        }
        readsSlope = readsNow;
        readsLoss |= loss;
        if (looks) {
            known.add(name);
        } else if (!assigns) {
            declare(name, line, 0);
        }
        lines.add(new Rule.Line(
                name,
                value,
                RuleShape.withoutPowers(value, hyperparameters::containsKey),
                statement.caption,
                false,
                assigns,
                looks ? LineKind.POINT : sum < 0 ? LineKind.VALUE : LineKind.SUM));
    }

    /// What a line may read: what was declared, and the loss unless that is a name of the text's own.
    private Scope scope() {
        List<String> names = new ArrayList<>(known);
        if (!known.contains(Rule.LOSS)) {
            names.add(Rule.LOSS);
        }
        return new Scope(names);
    }

    /// A rate may be worked out, `lr = …` from what the step knows; one that is a mere number needs a range.
    private void checkRate(String name, boolean constant, CardLine line, int end) throws CardException {
        if (name.equals(Hyperparameter.LEARNING_RATE) && !hyperparameters.containsKey(name)) {
            if (constant) {
                throw line.mistake(NO_RATE, ADD_RATE, 0, end);
            }
            computesRate = true;
        }
    }

    private void declare(String name, CardLine line, int begin) throws CardException {
        int end = begin + name.length();
        String shown = Quote.of(name);
        if (!Scope.isName(name)
                || Function.of(name).isPresent()
                || List.of(Rule.THETA, Rule.GRADIENT, Rule.TIME).contains(name)) {
            throw line.mistake(shown + " cannot be declared", "choose another name", begin, end);
        }
        if (!known.add(name) || (name.equals(Rule.LOSS) && readsLoss)) {
            throw line.mistake("the name " + shown + " is declared twice", "", begin, end);
        }
    }

    private static Expr expression(CardLine line, String text, Scope scope, int offset) throws CardException {
        try {
            return Parser.parse(text, scope);
        } catch (FormulaException e) {
            if (SumText.isWithin(text) && !scope.names().contains(SumText.NAME)) {
                throw line.mistake(
                        "a sum over all parameters has a line of its own",
                        "write n = sum(g^2), and below it read n",
                        offset + e.column() - 1,
                        offset + e.endColumn() - 1);
            }
            throw line.mistake(e.sentence(), "", offset + e.column() - 1, offset + e.endColumn() - 1);
        }
    }
}
