package fallline.objective.formula;

import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Scope;
import fallline.expr.eval.Interpreter;
import fallline.expr.parse.Parser;
import fallline.objective.formula.CatalogueFunction.Interval;
import fallline.objective.formula.FirstRate.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the card of a function.
///
/// A line is a fact (`name: Rosenbrock`, `minimum: a, a^2`), a parameter (`a = 1 (0 .. 3)`), the formula
/// (`J(x, y) = …`), or a comment (`# …`); a line that begins with a space continues the one above. What a line uses
/// stands above it. docs/functions.md describes it for users.
final class CardReader {
    private static final String NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";
    private static final String RANGE = "(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")";
    private static final Pattern PARAMETER =
            Pattern.compile("(\\w+)\\s*=\\s*(" + NUMBER + ")\\s*\\(\\s*" + RANGE + "\\s*(,\\s*log\\s*)?\\)");
    private static final Pattern FORMULA = Pattern.compile("J\\s*\\(([^)]*)\\)\\s*=\\s*(.*)");
    private static final Pattern FACT = Pattern.compile("([a-z][a-z ]*?)\\s*:\\s*(.*)");
    private static final Pattern SIDE = Pattern.compile("(\\w+)\\s+" + RANGE);
    private static final Pattern RATE =
            Pattern.compile("lr\\s*=\\s*(" + NUMBER + ")\\s*,\\s*(\\d+) steps\\s*,\\s*(.*)");
    private static final String ALWAYS = " always";
    private static final List<String> OPTIMIZERS = List.of("gd", "momentum", "adam");

    /// A line of the card with those that continue it.
    private record Line(int number, String text) {}

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
        for (Line line : lines(text)) {
            number = line.number();
            read(line.text());
        }
        Formula whole = whole();
        for (String key : List.of("name", "kind", "source", "teaches")) {
            require(words.containsKey(key), "there is no '" + key + "': add a line " + key + ": …");
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

    private List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int count = 0;
        for (String raw : text.lines().toList()) {
            count++;
            if (raw.isBlank() || raw.startsWith("#")) {
                continue;
            }
            boolean continues = Character.isWhitespace(raw.charAt(0));
            if (continues && lines.isEmpty()) {
                throw new CatalogueException(
                        id, count, "the card begins with a space, which continues the line above: remove it");
            }
            if (continues) {
                Line above = lines.removeLast();
                lines.add(new Line(above.number(), above.text() + " " + raw.strip()));
            } else {
                lines.add(new Line(count, raw.strip()));
            }
        }
        return lines;
    }

    private void read(String line) {
        Matcher declaration = FORMULA.matcher(line);
        Matcher parameter = PARAMETER.matcher(line);
        Matcher fact = FACT.matcher(line);
        if (declaration.matches()) {
            readFormula(declaration);
        } else if (parameter.matches()) {
            readParameter(parameter);
        } else if (fact.matches()) {
            readFact(fact.group(1), fact.group(2));
        } else {
            throw mistake("'" + line + "' is no fact, parameter or formula: write key: value, a = 1 (0 .. 3)"
                    + " or J(x, y) = …");
        }
    }

    private void readParameter(Matcher matcher) {
        String name = matcher.group(1);
        double value = Double.parseDouble(matcher.group(2));
        double low = Double.parseDouble(matcher.group(3));
        double high = Double.parseDouble(matcher.group(4));
        require(formula == null, "the parameter " + name + " stands below the formula: put it above");
        require(
                low < high && low <= value && value <= high,
                "the range of " + name + " must rise and hold " + matcher.group(2) + ": write " + name
                        + " = 1 (0 .. 3)");
        boolean logarithmic = matcher.group(5) != null;
        require(!logarithmic || low > 0, "the range of " + name + " must start above 0 if it is log");
        FormulaParameter before = parameters.put(name, new FormulaParameter(value, low, high, logarithmic));
        require(before == null, twice(name));
    }

    private void readFormula(Matcher matcher) {
        require(formula == null, twice("J"));
        List<String> variables = Arrays.asList(matcher.group(1).strip().split("\\s*,\\s*"));
        String text = matcher.group(2);
        try {
            Scope scope = new Scope(variables).with(List.copyOf(parameters.keySet()));
            formula = new Formula(text, Parser.parse(text, scope), List.copyOf(variables));
        } catch (FormulaException e) {
            throw mistake(String.valueOf(e.shifted(matcher.start(2)).getMessage()));
        } catch (IllegalArgumentException e) {
            throw mistake(e.getMessage() + "; choose another name");
        }
    }

    private void readFact(String key, String value) {
        Optional<KnownPoint.Kind> point = named(KnownPoint.Kind.values(), KnownPoint.Kind::word, key);
        if (point.isPresent()) {
            boolean always = value.endsWith(ALWAYS);
            String place = always ? value.substring(0, value.length() - ALWAYS.length()) : value;
            points.add(new KnownPoint(point.get(), coordinates(key, place), always));
        } else if (OPTIMIZERS.contains(key)) {
            readRate(key, value);
        } else {
            switch (key) {
                case "start" ->
                    starts.add(
                            coordinates(key, value).stream().map(this::number).toList());
                case "box" -> box = sides(value);
                case "kind" -> {
                    kind = named(CatalogueFunction.Kind.values(), CatalogueFunction.Kind::word, value)
                            .orElseThrow(() -> mistake("there is no kind '" + value + "': use "
                                    + list(CatalogueFunction.Kind.values(), CatalogueFunction.Kind::word)));
                    once(key, value);
                }
                case "name", "source", "teaches" -> once(key, value);
                default ->
                    throw mistake("unknown fact '" + key + "': use name, kind, source, teaches, box, start, "
                            + list(KnownPoint.Kind.values(), KnownPoint.Kind::word) + ", "
                            + String.join(", ", OPTIMIZERS));
            }
        }
    }

    private void once(String key, String value) {
        require(!value.isEmpty(), "'" + key + "' is empty: say it behind the colon");
        require(words.put(key, value) == null, twice(key));
    }

    private List<Interval> sides(String value) {
        List<String> variables = whole().variables();
        String[] parts = value.split("\\s*,\\s*", -1);
        String example = "write box: "
                + String.join(
                        ", ", variables.stream().map(name -> name + " -1 .. 1").toList());
        require(parts.length == variables.size(), "the box needs a side for each variable: " + example);
        require(box.isEmpty(), twice("box"));
        List<Interval> sides = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            Matcher side = SIDE.matcher(parts[i]);
            require(
                    side.matches() && side.group(1).equals(variables.get(i)),
                    "'" + parts[i] + "' is no side: " + example);
            Interval interval = new Interval(Double.parseDouble(side.group(2)), Double.parseDouble(side.group(3)));
            require(interval.low() < interval.high(), "the side '" + parts[i] + "' must rise: exchange its ends");
            sides.add(interval);
        }
        return sides;
    }

    private void readRate(String optimizer, String value) {
        Matcher matcher = RATE.matcher(value);
        require(
                matcher.matches(),
                "the rate of " + optimizer + " cannot be read: write " + optimizer
                        + ": lr = 0.1, 100 steps, reaches the minimum");
        Outcome outcome = named(Outcome.values(), Outcome::words, matcher.group(3))
                .orElseThrow(() ->
                        mistake("no run '" + matcher.group(3) + "': use " + list(Outcome.values(), Outcome::words)));
        require(rates.stream().noneMatch(rate -> rate.optimizer().equals(optimizer)), twice(optimizer));
        rates.add(new FirstRate(
                optimizer, Double.parseDouble(matcher.group(1)), Integer.parseInt(matcher.group(2)), outcome));
    }

    /// One formula in the parameters for each variable.
    private List<Expr> coordinates(String key, String value) {
        int wanted = whole().variables().size();
        String[] parts = value.split(",", -1);
        require(
                parts.length == wanted,
                "the " + key + " has " + parts.length + " of " + wanted + (wanted == 1 ? " coordinate" : " coordinates")
                        + ": write one for each of " + String.join(", ", whole().variables()));
        Scope scope = new Scope(List.copyOf(parameters.keySet()));
        List<Expr> coordinates = new ArrayList<>();
        for (String part : parts) {
            try {
                coordinates.add(Parser.parse(part.strip(), scope));
            } catch (FormulaException e) {
                throw mistake("in '" + part.strip() + "': " + e.getMessage());
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
        return "'" + name + "' is given twice: remove one";
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
