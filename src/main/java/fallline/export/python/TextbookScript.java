package fallline.export.python;

import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.run.TaskResolver;
import fallline.export.ExportException;
import fallline.expr.print.PythonNames;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.rule.Rule;
import fallline.optimizer.rule.RuleLoop;
import fallline.optimizer.rule.RuleOptimizer;
import fallline.optimizer.schedule.Schedule;
import fallline.problem.Problem;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One run as a script that a student can read: J, its gradient and the loop of the textbook, some fifteen lines beside
/// the data. It prints a line a step: t, J and the parameters.
///
/// It makes the run's steps with its rate and its start, up to the last digits; [PythonScript] has all of them. The
/// order of rows in mini-batches is NumPy's.
public final class TextbookScript {
    /// Data of more numbers are nothing to read.
    private static final int MOST_NUMBERS = 20_000;

    private final Experiment experiment;
    private final Run run;
    private final RuleOptimizer rule;
    private final TextbookProblem problem;
    private final PythonNames names = new PythonNames();

    private TextbookScript(Experiment experiment, Run run, RuleOptimizer rule) {
        this.experiment = experiment;
        this.run = run;
        this.rule = rule;
        problem = new TextbookProblem(experiment.problem(), run.recipe().batching() instanceof Batching.Shuffled);
        List.of("gradient", "A", "y", "ROWS", "rng", "order", "SIZES", "layers", "forward", "activation", "slope")
                .forEach(names::fresh);
        names.call(Rule.THETA, problem.theta());
        names.of("t");
        names.of(Rule.GRADIENT);
    }

    /// The text of the script.
    ///
    /// @throws ExportException with a sentence that says why there is none and what to do, where a few lines do not
    /// say what the run does
    /// @throws IllegalArgumentException with a sentence, if the recipe does not fit
    public static String text(Experiment experiment, Run run, TaskResolver resolver) {
        resolver.resolve(experiment, run);
        List<String> objections = objections(experiment, run, resolver);
        if (!objections.isEmpty() || !(resolver.optimizer(experiment, run) instanceof RuleOptimizer rule)) {
            throw new ExportException("The short script has no lines for "
                    + String.join(", ", objections)
                    + " in " + Quote.of(run.name()) + ": write the exact script, or choose another run.");
        }
        return new TextbookScript(experiment, run, rule).text();
    }

    private static List<String> objections(Experiment experiment, Run run, TaskResolver resolver) {
        if (run.recorded().isPresent()) {
            return List.of("a recorded path");
        }
        RunRecipe recipe = run.recipe();
        List<String> found = new ArrayList<>();
        if (!(resolver.optimizer(experiment, run) instanceof RuleOptimizer)) {
            found.add(resolver.optimizer(experiment, run).card().name());
        }
        if (recipe.lineSearch().isPresent()) {
            found.add("a line search");
        }
        if (recipe.modifiers().gradientNoise() != 0) {
            found.add("gradient noise");
        }
        if (recipe.modifiers().average()) {
            found.add("averaging");
        }
        if (!(recipe.schedule() instanceof Schedule.Constant)
                && TextbookRates.line(recipe.schedule(), "lr").isEmpty()) {
            found.add("its schedule");
        }
        if (resolver.optimizer(experiment, run) instanceof RuleOptimizer reader
                && reader.readsLoss()
                && !(recipe.batching() instanceof Batching.Full)) {
            found.add("the loss of a mini-batch");
        }
        if (recipe.batching() instanceof Batching.Given) {
            found.add("batches that were given");
        }
        if (recipe.changes().stream().anyMatch(TextbookScript::changesMore)) {
            found.add("a change of schedule, batch or modifiers on the way");
        }
        if (!experiment.problem().objective().lasso().isNone()) {
            found.add("l1");
        }
        if (numbers(experiment.problem()) > MOST_NUMBERS) {
            found.add("data of more than 20\u202f000 numbers");
        }
        return found;
    }

    private static boolean changesMore(Change change) {
        return change.schedule().isPresent()
                || change.batching().isPresent()
                || change.modifiers().isPresent();
    }

    private static long numbers(Problem problem) {
        return problem instanceof Problem.OnData model
                ? (model.objective().features().features() + 1L) * rows(model)
                : 0;
    }

    private static int rows(Problem.OnData model) {
        return model.objective().target().length;
    }

    private String text() {
        List<List<String>> parts = new ArrayList<>(problem.definitions());
        parts.add(loop());
        String body = parts.stream().map(part -> String.join("\n", part)).collect(Collectors.joining("\n\n"));
        List<String> head = new ArrayList<>();
        head.add("\"\"\"" + title() + "\"\"\"");
        if (body.contains("math.")) {
            head.add("import math");
        }
        head.add("import numpy as np");
        head.add("");
        SMALL.forEach((name, line) -> {
            if (body.contains(name + "(")) {
                head.add(line);
            }
        });
        if (!head.getLast().isEmpty()) {
            head.add("");
        }
        return String.join("\n", head) + "\n" + body + "\n";
    }

    /// The functions that formulas and models may call, by name.
    private static final Map<String, String> SMALL = small();

    private static Map<String, String> small() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("power", "def power(x, n): return x**n");
        lines.put("sigmoid", "def sigmoid(z): return 0.5*(1 + np.tanh(0.5*z))  # 1/(1 + exp(-z))");
        lines.put("softplus", "def softplus(z): return np.logaddexp(0, z)  # log(1 + exp(z))");
        lines.put("relu", "def relu(z): return np.maximum(z, 0)");
        lines.put("log_sum_exp", "def log_sum_exp(z): return np.logaddexp.reduce(z, axis=1)");
        lines.put("softmax", "def softmax(z): return np.exp(z - np.logaddexp.reduce(z, axis=1)[:, None])");
        return lines;
    }

    private String title() {
        String of = experiment.problem() instanceof Problem.Formula formula ? formula.expression() : "data";
        return PythonText.words(rule.card().name() + " on " + of + ": the textbook's loop, made with Fall Line.");
    }

    /// The hyperparameters that are 0 from the start to the end, and not the rate.
    private Set<String> zeros(Map<String, HyperValue> values) {
        Set<String> zeros = new HashSet<>();
        values.forEach((name, value) -> {
            if (value instanceof HyperValue.Amount(double amount) && amount == 0) {
                zeros.add(name);
            }
        });
        run.recipe()
                .changes()
                .forEach(change -> zeros.removeAll(change.hyperparameters().keySet()));
        zeros.remove(Hyperparameter.LEARNING_RATE);
        return zeros;
    }

    private List<String> loop() {
        RunRecipe recipe = run.recipe();
        Map<String, HyperValue> values = new LinkedHashMap<>();
        rule.hyperparameters()
                .forEach(parameter -> values.put(
                        parameter.name(),
                        recipe.hyperparameters().getOrDefault(parameter.name(), parameter.initial())));
        RuleLoop loop = rule.loop(names, zeros(values));
        String rate = names.of(Hyperparameter.LEARNING_RATE);
        boolean scheduled = !(recipe.schedule() instanceof Schedule.Constant);
        String base = scheduled ? names.fresh(rate + "_0") : rate;
        String theta = names.of(Rule.THETA);

        List<String> lines = new ArrayList<>();
        lines.add(theta + " = " + start() + "  # the start");
        List<String> named = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (String name : loop.hyperparameters()) {
            named.add(name.equals(Hyperparameter.LEARNING_RATE) ? base : names.of(name));
            numbers.add(number(values.getOrDefault(name, HyperValue.of(0))));
        }
        if (!named.isEmpty()) {
            lines.add(String.join(", ", named) + " = " + String.join(", ", numbers));
        }
        lines.addAll(loop.states());
        boolean batch = recipe.batching() instanceof Batching.Shuffled;
        if (batch) {
            lines.add("rng = np.random.default_rng(" + experiment.seed()
                    + ")  # NumPy's order of the rows, not Fall Line's");
        }
        lines.add("print(0, J(" + theta + "), " + shown(theta) + ")");
        lines.add("for t in range(1, " + (experiment.steps() + 1) + "):");
        List<String> body = new ArrayList<>();
        recipe.changes().forEach(change -> change.hyperparameters().forEach((name, value) -> {
            if (loop.hyperparameters().contains(name)) {
                body.add("if t == " + (change.step() + 1) + ": "
                        + (name.equals(Hyperparameter.LEARNING_RATE) ? base : names.of(name)) + " = " + number(value));
            }
        }));
        if (scheduled) {
            TextbookRates.line(recipe.schedule(), base).ifPresent(line -> body.add(rate + " = " + line));
        }
        if (recipe.batching() instanceof Batching.Shuffled(int size)
                && experiment.problem() instanceof Problem.OnData model) {
            int rows = rows(model);
            int batches = (rows + size - 1) / size;
            body.add("if (t - 1) % " + batches + " == 0: order = rng.permutation(ROWS)");
            body.add("rows = order[(t - 1) % " + batches + "*" + size + ":][:" + size + "]");
        }
        String sign = experiment.problem().goal() == Goal.MAXIMISE ? "-" : "";
        body.addAll(loop.before());
        loop.loss().ifPresent(loss -> body.add(loss + " = " + sign + "J(" + loop.point() + ")"));
        body.add("g = " + sign + "gradient(" + loop.point() + (batch ? ", rows" : "") + ")"
                + (sign.isEmpty() ? "" : "  # uphill: the largest J is sought"));
        if (recipe.modifiers().sam() != 0) {
            String radius = PythonText.decimal(recipe.modifiers().sam());
            String climbed = loop.point() + " + " + radius + "*g/np.linalg.norm(g)";
            body.add("g = " + sign + "gradient(" + climbed + (batch ? ", rows" : "") + ")  # up the slope first (SAM)");
        }
        modifiers(recipe.modifiers(), theta, rate, body);
        body.addAll(loop.step());
        recipe.modifiers().lookahead().ifPresent(lookahead -> {
            String slow = names.fresh("slow");
            lines.add(lines.size() - 2, slow + " = " + theta);
            body.add("if t % " + lookahead.k() + " == 0: " + theta + " = " + slow + " = " + slow + " + "
                    + PythonText.decimal(lookahead.alpha()) + "*(" + theta + " - " + slow + ")  # lookahead");
        });
        body.add("print(t, J(" + theta + "), " + shown(theta) + ")");
        body.forEach(line -> lines.add("    " + line));
        return lines;
    }

    private static void modifiers(Modifiers modifiers, String theta, String rate, List<String> body) {
        if (modifiers.clipNorm() < Double.POSITIVE_INFINITY) {
            body.add("g = g*min(1, " + PythonText.decimal(modifiers.clipNorm()) + "/np.linalg.norm(g))"
                    + "  # no longer than this");
        }
        if (modifiers.clipValue() < Double.POSITIVE_INFINITY) {
            String limit = PythonText.decimal(modifiers.clipValue());
            body.add("g = np.clip(g, -" + limit + ", " + limit + ")");
        }
        if (modifiers.decoupledWeightDecay() != 0) {
            body.add(theta + " = " + theta + "*(1 - " + rate + "*"
                    + PythonText.decimal(modifiers.decoupledWeightDecay()) + ")  # decay");
        }
    }

    private String shown(String theta) {
        return theta.equals("theta") ? "*theta" : theta;
    }

    private String start() {
        double[] start = experiment.startPoint();
        return names.of(Rule.THETA).equals("theta")
                ? "np.array(" + PythonText.list(start) + ")"
                : "np.float64(" + PythonText.decimal(start[0]) + ")";
    }

    private static String number(HyperValue value) {
        return switch (value) {
            case HyperValue.Amount(double amount) -> PythonText.decimal(amount);
            case HyperValue.Word(String word) -> PythonText.string(word);
            case HyperValue.Flag(boolean flag) -> flag ? "1" : "0";
        };
    }
}
