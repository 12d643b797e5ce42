package fallline.lesson.read;

import fallline.card.CardException;
import fallline.card.CardLine;
import fallline.card.CardScanner;
import fallline.card.Fact;
import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Scope;
import fallline.expr.algebra.Derivative;
import fallline.expr.algebra.Simplifier;
import fallline.expr.parse.Parser;
import fallline.lesson.Task;
import fallline.lesson.Tolerance;
import fallline.lesson.condition.Condition;
import fallline.lesson.condition.Quantity;
import fallline.lesson.condition.Vocabulary;
import fallline.lesson.prose.Prose;
import fallline.lesson.state.Setup;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the task of a step, if it has one.
final class TaskReader {
    private static final List<String> TASKS = List.of("do", "number", "choice", "predict", "formula");
    private static final Pattern DERIVATIVE = Pattern.compile("^(?:d/d|∂/∂)\\s*([\\p{L}][\\p{L}\\p{Nd}_]*)\\s+");
    private static final Pattern PLACE = Pattern.compile("next|tenth|step\\s+([1-9][0-9]{0,4})");
    private static final Pattern RANK = Pattern.compile("rank\\s+rate\\s+(.+?)\\s+after\\s+([1-9][0-9]{0,4})");
    private static final String PREDICT = "write next, tenth, step 5, verdict, or rank rate 0.1, 0.5, 1.1 after 20";
    private static final int MOST_OPTIONS = 9;
    private static final int MOST_DERIVATIVES = 3;

    private final StepFacts facts;
    private final Setup setup;
    private final Vocabulary vocabulary;

    TaskReader(StepFacts facts, Setup setup, Vocabulary vocabulary) {
        this.facts = facts;
        this.setup = setup;
        this.vocabulary = vocabulary;
    }

    /// What a script calls the answer to a task.
    static String answer(Task task) {
        return switch (task) {
            case Task.Choice _ -> "choice";
            case Task.PredictFate _, Task.PredictPlace _, Task.PredictRank _ -> "predict";
            default -> "answer";
        };
    }

    Optional<Task> read() throws CardException {
        List<Fact> tasks = new ArrayList<>();
        for (String key : facts.keys()) {
            if (TASKS.contains(key)) {
                tasks.addAll(facts.all(key));
            }
        }
        if (tasks.size() > 1) {
            Fact second = tasks.get(1);
            throw second.line()
                    .mistake(
                            "the step has a task already: " + tasks.getFirst().key(),
                            "take one out, or begin another step",
                            0,
                            second.key().length());
        }
        String task = tasks.isEmpty() ? "" : tasks.getFirst().key();
        checkBelongs("within", List.of("number", "predict"), task);
        checkBelongs("option", List.of("choice"), task);
        checkBelongs("names", List.of("formula"), task);
        checkBelongs("domain", List.of("formula"), task);
        checkBelongs("hint", TASKS, task);
        if (tasks.isEmpty()) {
            return Optional.empty();
        }
        Fact fact = tasks.getFirst();
        return Optional.of(
                switch (task) {
                    case "do" -> new Task.Do(Condition.parse(fact.line(), fact.begin(), vocabulary));
                    case "number" -> new Task.Number(quantity(fact), within(Tolerance.USUAL));
                    case "choice" -> choice(fact);
                    case "predict" -> predict(fact);
                    default -> formula(fact);
                });
    }

    private void checkBelongs(String key, List<String> tasks, String task) throws CardException {
        Optional<Fact> fact = facts.find(key);
        if (fact.isPresent() && !tasks.contains(task)) {
            throw fact.get()
                    .line()
                    .mistake(
                            key + " belongs to a task",
                            "add " + String.join(": or ", tasks) + ":, or take it out",
                            0,
                            key.length());
        }
    }

    private Quantity quantity(Fact fact) throws CardException {
        return Quantity.parse(fact.line(), fact.begin(), fact.line().text().length(), vocabulary);
    }

    /// `0.05` or `2 %`.
    private Tolerance within(Tolerance usual) throws CardException {
        Optional<Fact> fact = facts.find("within");
        if (fact.isEmpty()) {
            return usual;
        }
        CardScanner scanner = fact.get().scanner();
        double amount = scanner.number("within");
        boolean relative = scanner.skip("%");
        if (!scanner.atEnd() || !(amount >= 0)) {
            throw fact.get().mistake("within is no distance", "write one such as 0.05, or a share such as 2 %");
        }
        return new Tolerance(relative ? amount / 100 : amount, relative);
    }

    private Task.Choice choice(Fact fact) throws CardException {
        List<Prose> options = new ArrayList<>();
        for (Fact option : facts.all("option")) {
            options.add(Prose.parse(option, vocabulary));
        }
        if (options.size() < 2 || options.size() > MOST_OPTIONS) {
            throw fact.mistake(
                    "a choice needs 2 to " + MOST_OPTIONS + " options, and has " + options.size(),
                    "add lines such as option: It diverges");
        }
        String text = fact.value();
        boolean number = text.matches("[0-9]+");
        if (number && (text.length() > 1 || text.equals("0") || Integer.parseInt(text) > options.size())) {
            throw fact.mistake(
                    "there is no option of that number", "write the number of the right one, 1 to " + options.size());
        }
        return new Task.Choice(options, quantity(fact));
    }

    private Task predict(Fact fact) throws CardException {
        String text = fact.value();
        Matcher place = PLACE.matcher(text);
        if (place.matches()) {
            int steps = text.equals("next") ? 1 : text.equals("tenth") ? 10 : Integer.parseInt(place.group(1));
            if (setup.view().playhead() + steps > setup.experiment().steps()) {
                throw fact.mistake(
                        "the run ends before that step",
                        "predict an earlier one, or let the experiment take more steps");
            }
            return new Task.PredictPlace(steps, within(Tolerance.OF_PREDICTION));
        }
        if (facts.find("within").isPresent()) {
            throw facts.find("within")
                    .get()
                    .mistake("within belongs to a place", "take it out, or write predict: next");
        }
        if (text.equals("verdict")) {
            return new Task.PredictFate();
        }
        Matcher rank = RANK.matcher(text);
        if (!rank.matches()) {
            throw fact.mistake("this cannot be predicted", PREDICT);
        }
        int steps = Integer.parseInt(rank.group(2));
        if (steps > setup.experiment().steps()) {
            throw fact.mistake("the run ends before that step", "let the experiment take more steps");
        }
        return new Task.PredictRank(rates(fact, rank.group(1)), steps);
    }

    private static List<Double> rates(Fact fact, String text) throws CardException {
        List<Double> rates = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            try {
                rates.add(new CardScanner(CardLine.of(part.strip()), 0).number("a rate"));
            } catch (CardException e) {
                throw fact.mistake(e.problem(), e.remedy());
            }
        }
        Set<Double> distinct = new HashSet<>(rates);
        if (rates.size() < 2 || rates.size() > MOST_OPTIONS || distinct.size() < rates.size()) {
            throw fact.mistake("two or more different rates are to be put in order", PREDICT);
        }
        return rates;
    }

    private Task.Formula formula(Fact fact) throws CardException {
        List<String> names = names(fact);
        String text = fact.value();
        int skipped = 0;
        List<String> by = new ArrayList<>();
        Matcher derivative = DERIVATIVE.matcher(text);
        while (derivative.find()) {
            by.add(Scope.plain(derivative.group(1)));
            skipped += derivative.end();
            text = text.substring(derivative.end());
            derivative = DERIVATIVE.matcher(text);
        }
        if (by.size() > MOST_DERIVATIVES || !names.containsAll(by)) {
            throw fact.mistake(
                    "this derivative cannot be taken",
                    "derive at most " + MOST_DERIVATIVES + " times, by names of the formula: "
                            + String.join(", ", names));
        }
        Expr formula =
                text.equals("J") && !names.contains("J") ? ofExperiment(fact) : parsed(fact, text, skipped, names);
        for (String name : by) {
            formula = Simplifier.simplify(Derivative.of(formula, name));
        }
        return new Task.Formula(formula, names, domain(names));
    }

    private Expr ofExperiment(Fact fact) throws CardException {
        if (setup.experiment().problem() instanceof Problem.Formula problem) {
            return problem.objective().formula();
        }
        throw fact.mistake("J is no formula here", "write the formula itself, and its names as names: x, y");
    }

    private static Expr parsed(Fact fact, String text, int skipped, List<String> names) throws CardException {
        try {
            return Parser.parse(text, new Scope(names));
        } catch (FormulaException e) {
            int begin = fact.begin() + skipped;
            throw fact.line().mistake(e.sentence(), "", begin + e.column() - 1, begin + e.endColumn() - 1);
        } catch (IllegalArgumentException e) {
            throw fact.mistake(String.valueOf(e.getMessage()), "");
        }
    }

    private List<String> names(Fact task) throws CardException {
        Optional<Fact> fact = facts.find("names");
        if (fact.isPresent()) {
            List<String> names = Arrays.stream(fact.get().value().split(",", -1))
                    .map(String::strip)
                    .map(Scope::plain)
                    .toList();
            try {
                return new Scope(names).names();
            } catch (IllegalArgumentException e) {
                throw fact.get().mistake(String.valueOf(e.getMessage()), "");
            }
        }
        if (setup.experiment().problem() instanceof Problem.Formula problem) {
            List<String> names = new ArrayList<>(problem.variables());
            names.addAll(problem.parameters().keySet());
            return names;
        }
        throw task.mistake("no names are known for the answer", "add a line such as names: x, y");
    }

    /// `x = 0.1 .. 3`.
    private Map<String, Task.Interval> domain(List<String> names) throws CardException {
        Map<String, Task.Interval> domain = new HashMap<>();
        for (Fact fact : facts.all("domain")) {
            CardScanner scanner = fact.scanner();
            String name = Scope.plain(scanner.name());
            if (!names.contains(name) || !scanner.skip("=")) {
                throw fact.mistake(
                        "this says of no name of the answer where it lies",
                        "write one such as " + names.getFirst() + " = 0.1 .. 3");
            }
            var range = scanner.interval("domain", name);
            if (!scanner.atEnd() || !(range.low() < range.high())) {
                throw fact.mistake("the domain does not rise", "write one such as " + name + " = 0.1 .. 3");
            }
            domain.put(name, new Task.Interval(range.low(), range.high()));
        }
        return domain;
    }
}
