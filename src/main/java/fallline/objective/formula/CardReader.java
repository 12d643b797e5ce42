package fallline.objective.formula;

import fallline.card.CardException;
import fallline.card.CardLine;
import fallline.card.CardScanner;
import fallline.card.CardText;
import fallline.card.Declaration;
import fallline.card.Fact;
import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Scope;
import fallline.expr.eval.Interpreter;
import fallline.expr.parse.Parser;
import fallline.objective.formula.CatalogueFunction.Interval;
import fallline.objective.formula.FirstRate.Outcome;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the card of a function.
///
/// A line is a fact (`name: Rosenbrock`, `minimum: a, a^2`), a parameter (`a = 1 (0 .. 3)`), the formula
/// (`J(x, y) = …`), or a comment (`# …`); a line that begins with a space continues the one above. What a line uses
/// stands above it. docs/functions.md describes it for users.
final class CardReader {
    private static final CardText.Limits LIMITS = new CardText.Limits("a card", 100_000, 1_000);

    private static final String ALWAYS = " always";
    private static final int MOST_STEPS = 1_000_000;

    /// A formula with its text.
    private record Formula(String text, Expr expression, List<String> variables) {}

    private final String id;
    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, FormulaParameter> parameters = new LinkedHashMap<>();
    private final List<List<Double>> starts = new ArrayList<>();
    private final List<KnownPoint> points = new ArrayList<>();
    private final List<FirstRate> rates = new ArrayList<>();
    private @Nullable Formula formula;
    private List<Interval> box = List.of();
    private CatalogueFunction.Kind kind = CatalogueFunction.Kind.SMOOTH;
    private int number = 1;

    private CardReader(String id) {
        this.id = id;
    }

    /// The function that `text` describes.
    ///
    /// @throws CatalogueException at the first mistake
    static CatalogueFunction read(String id, String text) {
        return new CardReader(id).function(text);
    }

    private CatalogueFunction function(String text) {
        try {
            for (CardLine line : CardText.lines(text, CardText.Indent.CONTINUES, LIMITS)) {
                number = line.number();
                read(line);
            }
        } catch (CardException e) {
            throw new CatalogueException(id, e.line(), e.sentence());
        }
        Formula whole = whole();
        for (String key : List.of("name", "kind", "source", "teaches")) {
            require(words.containsKey(key), "there is no " + Quote.of(key) + ": add a line " + key + ": …");
        }
        require(
                !box.isEmpty(),
                "there is no box: add a line box: " + whole.variables().getFirst() + " -1 .. 1");
        require(!starts.isEmpty(), "there is no start: add a line start: with a number for each variable");
        return new CatalogueFunction(
                id,
                words.getOrDefault("name", id),
                kind,
                words.getOrDefault("teaches", ""),
                words.getOrDefault("source", ""),
                whole.text(),
                whole.expression(),
                whole.variables(),
                parameters,
                box,
                starts,
                points,
                rates);
    }

    private void read(CardLine line) throws CardException {
        CardScanner scanner = new CardScanner(line, 0);
        String name = scanner.name();
        if (name.equals("J") && scanner.skip("(")) {
            readFormula(line, scanner.at());
        } else if (!name.isEmpty() && scanner.isAtEquals()) {
            readParameter(scanner.declaration(name, 0), scanner);
        } else {
            Fact fact = line.fact()
                    .filter(known -> Character.isLowerCase(known.key().charAt(0)))
                    .orElseThrow(() -> mistake(Quote.of(line.text())
                            + " is no fact, parameter or formula: write key: value, a = 1 (0 .. 3) or J(x, y) = …"));
            readFact(fact);
        }
    }

    private void readParameter(Declaration declaration, CardScanner scanner) {
        String name = Quote.shortened(declaration.name());
        require(formula == null, "the parameter " + name + " stands below the formula: put it above");
        require(
                scanner.atEnd() && declaration.limits().isEmpty(),
                "nothing may stand behind the range of " + name + ": write " + name + " = 1 (0 .. 3)");
        double value = declaration.value();
        Declaration.Range range = declaration
                .range()
                .orElseThrow(() -> mistake("the parameter " + name + " has no range: write " + name + " = 1 (0 .. 3)"));
        require(
                range.low() < range.high() && range.low() <= value && value <= range.high(),
                "the range of " + name + " must rise and hold " + Quote.shortened(declaration.written()) + ": write "
                        + name + " = 1 (0 .. 3)");
        require(!range.logarithmic() || range.low() > 0, "the range of " + name + " must start above 0 if it is log");
        FormulaParameter before = parameters.put(
                declaration.name(), new FormulaParameter(value, range.low(), range.high(), range.logarithmic()));
        require(before == null, twice(declaration.name()));
    }

    /// @param begin where the variables begin, behind the bracket
    private void readFormula(CardLine line, int begin) {
        String whole = line.text();
        int bracket = whole.indexOf(')', begin);
        CardScanner behind = new CardScanner(line, bracket < 0 ? whole.length() : bracket + 1);
        require(behind.skip("="), "the formula cannot be read: write J(x, y) = …");
        require(formula == null, twice("J"));
        List<String> variables = parts(whole.substring(begin, bracket));
        String text = behind.rest();
        int offset = whole.length() - text.length();
        try {
            Scope scope = new Scope(variables).with(List.copyOf(parameters.keySet()));
            formula = new Formula(text, Parser.parse(text, scope), List.copyOf(variables));
        } catch (FormulaException e) {
            throw mistake(String.valueOf(e.shifted(offset).getMessage()));
        } catch (IllegalArgumentException e) {
            throw mistake(e.getMessage() + "; choose another name");
        }
    }

    /// What stands between commas, without blanks.
    private static List<String> parts(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private void readFact(Fact fact) throws CardException {
        String key = fact.key();
        String value = fact.value();
        Optional<KnownPoint.Kind> point = named(KnownPoint.Kind.values(), KnownPoint.Kind::word, key);
        if (point.isPresent()) {
            boolean always = value.endsWith(ALWAYS);
            String place = always ? value.substring(0, value.length() - ALWAYS.length()) : value;
            points.add(new KnownPoint(point.get(), coordinates(key, place), always));
        } else if (isRate(fact)) {
            readRate(fact);
        } else {
            switch (key) {
                case "start" ->
                    starts.add(
                            coordinates(key, value).stream().map(this::number).toList());
                case "box" -> box = sides(fact);
                case "kind" -> {
                    kind = named(CatalogueFunction.Kind.values(), CatalogueFunction.Kind::word, value)
                            .orElseThrow(() -> mistake("there is no kind " + Quote.of(value) + ": use "
                                    + list(CatalogueFunction.Kind.values(), CatalogueFunction.Kind::word)));
                    once(key, value);
                }
                case "name", "source", "teaches" -> once(key, value);
                default ->
                    throw mistake("unknown fact " + Quote.of(key) + ": use name, kind, source, teaches, box, start, "
                            + list(KnownPoint.Kind.values(), KnownPoint.Kind::word)
                            + ", or a rate such as gd: lr = 0.1, 100 steps, reaches the minimum");
            }
        }
    }

    private void once(String key, String value) {
        require(!value.isEmpty(), Quote.of(key) + " is empty: say it behind the colon");
        require(words.put(key, value) == null, twice(key));
    }

    private List<Interval> sides(Fact fact) throws CardException {
        List<String> variables = whole().variables();
        List<String> parts = parts(fact.value());
        String example = Quote.shortened("write box: "
                + String.join(
                        ", ", variables.stream().map(name -> name + " -1 .. 1").toList()));
        require(parts.size() == variables.size(), "the box needs a side for each variable: " + example);
        require(box.isEmpty(), twice("box"));
        List<Interval> sides = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            sides.add(side(parts.get(i), variables.get(i), example));
        }
        return sides;
    }

    private Interval side(String text, String variable, String example) throws CardException {
        CardScanner scanner = new CardScanner(CardLine.of(text), 0);
        require(scanner.name().equals(variable), Quote.of(text) + " is no side: " + example);
        Declaration.Range ends;
        try {
            ends = scanner.interval("side", variable);
        } catch (CardException e) {
            throw mistake("in " + Quote.of(text) + ": " + e.sentence());
        }
        require(scanner.atEnd(), Quote.of(text) + " is no side: " + example);
        require(ends.low() < ends.high(), "the side " + Quote.of(text) + " must rise: exchange its ends");
        return new Interval(ends.low(), ends.high());
    }

    /// Whether a fact gives a rate for the methods of a family: its key is the family's, and it begins with `lr`.
    private static boolean isRate(Fact fact) {
        return fact.scanner().name().equals("lr");
    }

    private void readRate(Fact fact) throws CardException {
        String family = fact.key();
        String shown = Quote.shortened(family);
        String unread = "the rate of " + shown + " cannot be read: write " + shown
                + ": lr = 0.1, 100 steps, reaches the minimum";
        CardScanner scanner = fact.scanner();
        scanner.name();
        require(scanner.skip("="), unread);
        double rate = scanner.number("the rate of " + shown);
        require(scanner.skip(","), unread);
        double steps = scanner.number("the number of steps");
        require(scanner.name().equals("steps") && scanner.skip(","), unread);
        require(
                steps == Math.rint(steps) && steps >= 1 && steps <= MOST_STEPS,
                "the number of steps must be a whole number from 1 to 1\u202f000\u202f000");
        String words = scanner.rest();
        Outcome outcome = named(Outcome.values(), Outcome::words, words)
                .orElseThrow(
                        () -> mistake("no run " + Quote.of(words) + ": use " + list(Outcome.values(), Outcome::words)));
        require(rates.stream().noneMatch(known -> known.family().equals(family)), twice(family));
        rates.add(new FirstRate(family, rate, (int) steps, outcome));
    }

    /// One formula in the parameters for each variable.
    private List<Expr> coordinates(String key, String value) {
        int wanted = whole().variables().size();
        String[] parts = value.split(",", -1);
        require(
                parts.length == wanted,
                "the " + key + " has " + parts.length + " of " + wanted + (wanted == 1 ? " coordinate" : " coordinates")
                        + ": write one for each of " + Quote.shortened(String.join(", ", whole().variables())));
        Scope scope = new Scope(List.copyOf(parameters.keySet()));
        List<Expr> coordinates = new ArrayList<>();
        for (String part : parts) {
            try {
                coordinates.add(Parser.parse(part.strip(), scope));
            } catch (FormulaException e) {
                throw mistake("in " + Quote.of(part.strip()) + ": " + e.getMessage());
            }
        }
        return coordinates;
    }

    private double number(Expr coordinate) {
        try {
            return new Interpreter(coordinate, List.of(), 0).value(new double[0]);
        } catch (IllegalArgumentException e) {
            throw mistake("a start stands still when a parameter moves: write it in numbers");
        }
    }

    private Formula whole() {
        Formula known = formula;
        if (known == null) {
            throw mistake("there is no formula above: add a line J(x, y) = …");
        }
        return known;
    }

    private static <T> Optional<T> named(T[] all, Function<T, String> name, String wanted) {
        return Arrays.stream(all).filter(one -> name.apply(one).equals(wanted)).findFirst();
    }

    private static <T> String list(T[] all, Function<T, String> name) {
        return String.join(", ", Arrays.stream(all).map(name).toList());
    }

    private static String twice(String name) {
        return Quote.of(name) + " is given twice: remove one";
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            throw mistake(sentence);
        }
    }

    private CatalogueException mistake(String sentence) {
        return new CatalogueException(id, number, sentence);
    }
}
