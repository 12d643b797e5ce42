package fallline.lesson.mark;

import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Scope;
import fallline.expr.eval.Interpreter;
import fallline.expr.parse.Parser;
import fallline.lesson.Fate;
import fallline.lesson.LessonStep;
import fallline.lesson.Task;
import fallline.lesson.state.At;
import fallline.lesson.state.Engine;
import fallline.lesson.state.Known;
import fallline.lesson.state.WordName;
import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Marks the answers to a step: the engine computes what is right, from the experiment as the step gives it. Not for
/// the FX thread; one thread uses it at a time. It computes the step's experiment once, when first asked.
public final class Marker {
    private static final Pattern COMMA = Pattern.compile("[-−+]?\\d+,\\d+");
    private static final int MOST_COORDINATES = 2;
    private static final int LONGEST = 2_000;

    private final LessonStep step;
    private final Engine engine;
    private Optional<Known> given = Optional.empty();

    public Marker(LessonStep step, Engine engine) {
        this.step = step;
        this.engine = engine;
    }

    /// What the engine knows of the experiment as the step gives it.
    public Known given() {
        if (given.isEmpty()) {
            given = Optional.of(Known.of(step.setup(), engine));
        }
        return given.get();
    }

    /// Marks what was reached, for a task that is to be done; other tasks are not solved by that.
    public Mark mark(Known reached) {
        if (step.task().orElse(null) instanceof Task.Do(var condition)) {
            return condition.holds(reached)
                    ? new Terms(step, engine)
                            .objection(reached)
                            .map(Mark::wrong)
                            .orElseGet(Mark::right)
                    : Mark.NOT_YET;
        }
        return Mark.wrong("This step asks for an answer.");
    }

    /// Marks what was answered: a number; the number of an option; one or two coordinates with a comma between, or
    /// rates, the best first; a word; a formula.
    public Mark mark(String answer) {
        String said = answer.strip();
        if (said.isEmpty()) {
            return Mark.wrong("There is no answer yet.");
        }
        if (said.length() > LONGEST) {
            return Mark.wrong("The answer is too long.");
        }
        return switch (step.task().orElse(null)) {
            case null -> Mark.wrong("This step asks for nothing.");
            case Task.Do _ -> Mark.wrong("This step asks to do something.");
            case Task.Number number -> number(number, said);
            case Task.Choice choice -> choice(choice, said);
            case Task.PredictPlace place -> place(place, said);
            case Task.PredictRank rank -> rank(rank, said);
            case Task.PredictFate _ -> fate(said);
            case Task.Formula formula -> formula(formula, said);
        };
    }

    private Mark number(Task.Number task, String said) {
        Optional<Double> number = number(said);
        if (number.isEmpty()) {
            return Mark.wrong(Quote.of(said) + " is no number: write one such as 12.8 or 1/3.");
        }
        double right = right(task);
        if (task.within().holds(number.get(), right)) {
            return Mark.right();
        }
        boolean sign = task.within().holds(-number.get(), right);
        return Mark.wrong(sign ? "Look at the sign." : Numbers.brief(number.get(), 6) + " is not it.");
    }

    /// The right number.
    public double right(Task.Number task) {
        return task.expected().value(given());
    }

    /// The number of the right option, from 1; 0 if the engine gives none.
    public int right(Task.Choice task) {
        double right = task.right().value(given());
        boolean whole = right == Math.rint(right)
                && right >= 1
                && right <= task.options().size();
        return whole ? (int) right : 0;
    }

    private Mark choice(Task.Choice task, String said) {
        if (!said.matches("[1-9]") || Integer.parseInt(said) > task.options().size()) {
            return Mark.wrong("Choose one of the " + task.options().size() + " answers.");
        }
        return Integer.parseInt(said) == right(task) ? Mark.right() : Mark.wrong("No, it is another one.");
    }

    /// Where the run will be: its parameters if they are one or two, else J alone.
    public double[] right(Task.PredictPlace task) {
        int playhead = step.setup().view().playhead();
        return place(playhead + task.steps());
    }

    /// Where it stands before.
    public double[] now() {
        return place(step.setup().view().playhead());
    }

    private double[] place(int at) {
        int dimension = step.setup().experiment().problem().objective().dimension();
        At.Step where = new At.Step(at);
        if (dimension > MOST_COORDINATES) {
            return new double[] {given().number("J", where, Optional.empty())};
        }
        double[] theta = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            theta[i] = given().number(Known.THETA + (i + 1), where, Optional.empty());
        }
        return theta;
    }

    /// How far a guess is from the truth.
    public static double distance(double[] guess, double[] truth) {
        double distance = 0;
        for (int i = 0; i < truth.length; i++) {
            distance = Math.hypot(distance, guess[i] - truth[i]);
        }
        return distance;
    }

    private Mark place(Task.PredictPlace task, String said) {
        double[] truth = right(task);
        List<Double> guess = truth.length == 1 ? number(said).stream().toList() : numbers(said);
        if (guess.size() != truth.length) {
            return Mark.wrong(
                    truth.length == 1
                            ? Quote.of(said) + " is no number: write one such as 12.8."
                            : "Write " + truth.length + " numbers with a comma between.");
        }
        double[] point = guess.stream().mapToDouble(Double::doubleValue).toArray();
        double distance = distance(point, truth);
        String sentence = distance > 0
                ? "The guess is " + Numbers.brief(distance, 3) + " from where it lands."
                : "The guess is where it lands, exactly.";
        return new Mark(task.within().holds(distance, 0, distance(now(), truth)), sentence);
    }

    /// The rates in their right order, the best first.
    public List<Double> right(Task.PredictRank task) {
        boolean most = step.setup().experiment().problem().goal() == Goal.MAXIMISE;
        List<double[]> ends = new ArrayList<>();
        for (double rate : task.rates()) {
            ends.add(new double[] {rate, engineLoss(task, rate, most)});
        }
        ends.sort(Comparator.comparingDouble(end -> end[1]));
        return ends.stream().map(end -> end[0]).toList();
    }

    /// J after the steps in the sense of descent; infinite where the run does not get there.
    private double engineLoss(Task.PredictRank task, double rate, boolean most) {
        Known there = given().afterRate(rate);
        double loss = there.number("J", new At.Step(task.steps()), Optional.empty());
        return Double.isFinite(loss) ? (most ? -loss : loss) : Double.POSITIVE_INFINITY;
    }

    private Mark rank(Task.PredictRank task, String said) {
        List<Double> order = numbers(said);
        if (order.size() != task.rates().size() || !order.containsAll(task.rates())) {
            return Mark.wrong("Put all of them in order: "
                    + task.rates().stream().map(Numbers::typed).collect(Collectors.joining(", ")) + ".");
        }
        List<Double> right = right(task);
        if (order.equals(right)) {
            return Mark.right();
        }
        return Mark.wrong(
                order.getFirst().equals(right.getFirst())
                        ? "The best is right, the rest is not."
                        : "Another one is best.");
    }

    /// What becomes of the run; empty if that is none of the words that are offered.
    public Optional<Fate> fate() {
        return given().word(WordName.VERDICT, Optional.empty()).flatMap(Fate::of);
    }

    private Mark fate(String said) {
        Optional<Fate> guess = Arrays.stream(Fate.values())
                .filter(fate -> fate.word().equals(said) || fate.verdicts().contains(said))
                .findFirst();
        if (guess.isEmpty()) {
            return Mark.wrong("Say one of "
                    + Arrays.stream(Fate.values()).map(Fate::word).collect(Collectors.joining(", ")) + ".");
        }
        return guess.equals(fate()) ? Mark.right() : Mark.wrong("It does something else.");
    }

    private static Mark formula(Task.Formula task, String said) {
        Expr formula;
        try {
            formula = Parser.parse(said, new Scope(task.names()));
        } catch (FormulaException e) {
            return Mark.wrong("The formula cannot be read: " + e.getMessage() + ".");
        }
        return new FormulaEquality(task.names(), task.domain())
                .difference(formula, task.expected())
                .map(difference -> Mark.wrong(sentence(difference)))
                .orElseGet(Mark::right);
    }

    private static String sentence(FormulaEquality.Difference difference) {
        if (difference.place().isEmpty()) {
            return "The formula is defined nowhere that could be tried.";
        }
        return difference.undefined()
                ? "It is not the same: " + difference.place() + " one of the two is not defined."
                : "It is not the same: look " + difference.place() + ".";
    }

    private static List<Double> numbers(String said) {
        List<Double> numbers = new ArrayList<>();
        for (String part : said.replace("(", "").replace(")", "").strip().split("[,;]\\s*|\\s+", -1)) {
            Optional<Double> number = number(part);
            if (number.isEmpty()) {
                return List.of();
            }
            numbers.add(number.get());
        }
        return numbers;
    }

    /// A number, or a calculation with numbers; a comma may stand for the point of one.
    private static Optional<Double> number(String said) {
        String text = COMMA.matcher(said).matches() ? said.replace(',', '.') : said;
        try {
            Expr formula = Parser.parse(text, Scope.of());
            double value = new Interpreter(formula, List.of(), 0).value(new double[0]);
            return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
        } catch (FormulaException _) {
            return Optional.empty();
        }
    }
}
