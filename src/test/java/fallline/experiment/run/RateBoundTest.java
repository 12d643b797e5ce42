package fallline.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.curvature.SpectrumEnds;
import fallline.experiment.RunRecipe;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.optimizer.rule.RuleOptimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bounds that rules say, against their own steps by the real engine on quadratics with turned axes: 0.99 of a
/// bound converges, 1.01 diverges. What adaptive rules learn is frozen at seeded numbers, so that their steps are
/// linear.
@DisplayName("The bound of a rule's rate")
class RateBoundTest {
    private static final OptimizerCatalogue CATALOGUE = FileCatalogue.load();
    private static final int WARM = 2_000;
    private static final int STEPS = 12_000;
    private static final int SIZE = 3;

    /// J = ½ xᵀAx with a symmetric A.
    private record Quadratic(double[][] a) implements Objective {
        /// λ from `low` to `high`, along seeded directions.
        static Quadratic of(double low, double high, SplittableRandom random) {
            double[] values = {low, Math.sqrt(low * high), high};
            double[][] axes = new double[SIZE][];
            for (int k = 0; k < SIZE; k++) {
                double[] axis = random.doubles(SIZE, -1, 1).toArray();
                for (int j = 0; j < k; j++) {
                    double along = dot(axis, axes[j]);
                    for (int i = 0; i < SIZE; i++) {
                        axis[i] -= along * axes[j][i];
                    }
                }
                double length = Math.sqrt(dot(axis, axis));
                axes[k] = Arrays.stream(axis).map(x -> x / length).toArray();
            }
            double[][] a = new double[SIZE][SIZE];
            for (int i = 0; i < SIZE; i++) {
                for (int j = 0; j < SIZE; j++) {
                    for (int k = 0; k < SIZE; k++) {
                        a[i][j] += values[k] * axes[k][i] * axes[k][j];
                    }
                }
            }
            return new Quadratic(a);
        }

        private static double dot(double[] x, double[] y) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += x[i] * y[i];
            }
            return sum;
        }

        @Override
        public int dimension() {
            return a.length;
        }

        @Override
        public List<String> parameterNames() {
            return List.of("x1", "x2", "x3");
        }

        @Override
        public Goal goal() {
            return Goal.MINIMISE;
        }

        @Override
        public double value(double[] theta) {
            double[] product = new double[a.length];
            hessianTimes(theta, theta, product);
            return 0.5 * dot(theta, product);
        }

        @Override
        public double gradient(double[] theta, double[] gradient) {
            hessianTimes(theta, theta, gradient);
            return value(theta);
        }

        @Override
        public void hessianTimes(double[] theta, double[] direction, double[] product) {
            for (int i = 0; i < a.length; i++) {
                product[i] = dot(a[i], direction);
            }
        }

        @Override
        public Objective twin() {
            return this;
        }
    }

    /// A copy of a rule of the catalogue in which these states never change, but may differ by parameter.
    private static RuleOptimizer frozen(String id, List<String> states) {
        String text = ((RuleOptimizer) CATALOGUE.find(id, Map.of())).text();
        for (String state : states) {
            Matcher line = Pattern.compile("(?m)^" + state + " +<-.*$").matcher(text);
            assertThat(line.find()).as("%s moves %s", id, state).isTrue();
            text = line.replaceFirst(state + " <- " + state + " + 0*g");
        }
        // a clipped step is not linear, and 0.999^t takes longer than the test to vanish
        text = text.replace("= sqrt(sqrt(t - 1))", "= 1e300").replace("v/(1 - power)", "v");
        return RuleOptimizer.parse("frozen-" + id, text);
    }

    /// The states of a rule in the order of its text.
    private static List<String> states(RuleOptimizer rule) {
        List<String> names = new ArrayList<>();
        Matcher line = Pattern.compile("(?m)^state (.*)$").matcher(rule.text());
        while (line.find()) {
            for (String part : line.group(1).split(",", -1)) {
                names.add(part.substring(0, part.indexOf('=')).strip());
            }
        }
        return names;
    }

    private static RunTask task(Objective objective, Optimizer rule, Map<String, Double> settings, double rate) {
        Map<String, HyperValue> values = new HashMap<>();
        settings.forEach((name, value) -> values.put(name, HyperValue.of(value)));
        values.put("lr", HyperValue.of(rate));
        return new RunTask(
                objective, rule, RunRecipe.of(rule.id(), values), new double[] {1, -0.7, 0.4}, 1, WARM + STEPS);
    }

    /// How J grows or shrinks over the steps at a multiple of the bound, as the logarithm of the ratio.
    private static double growth(
            Objective objective,
            RuleOptimizer rule,
            Map<String, Double> settings,
            Map<String, double[]> held,
            double share) {
        // hardly moving, until what a rule corrects at its beginning has died away
        StepEngine still = new StepEngine(task(objective, rule, settings, 1e-300));
        Checkpoint start = still.save();
        List<String> names = states(rule);
        held.forEach((name, numbers) -> System.arraycopy(numbers, 0, start.state(), names.indexOf(name) * SIZE, SIZE));
        still.restore(start);
        for (int k = 0; k < WARM; k++) {
            still.advance();
        }
        StepScale scale = new ComingStep(still).scale();
        double decay = rule.rates().decay(scale.settings());
        SpectrumEnds ends = SpectrumEnds.at(objective, start.theta(), decay, scale.preconditioner(), () -> false);
        double limit = rule.rates()
                .stabilityOf(scale.settings(), ends.smallest(), ends.top())
                .orElseThrow()
                .limit();
        assertThat(rule.rates().sharpestStable(scale.settings(), limit) / ends.top())
                .as("the largest stable λ at the bound is λmax")
                .isBetween(1 - 1e-9, 1 + 1e-9);
        StepEngine run = new StepEngine(task(objective, rule, settings, share * limit));
        run.restore(still.save());
        double before = objective.value(run.theta());
        int steps = 0;
        double after = before;
        while (steps < STEPS && after < 1e200 * before && after > 1e-60 * before) {
            run.advance();
            after = objective.value(run.theta());
            steps++;
        }
        return Math.log(after / before);
    }

    private static void check(
            String id, RuleOptimizer rule, Map<String, Double> settings, Map<String, double[]> held, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double condition = Math.pow(10, 2.5 * random.nextDouble());
        Quadratic objective = Quadratic.of(0.7, 0.7 * condition, random);
        String name = id + " " + settings + ", κ " + condition;
        assertThat(growth(objective, rule, settings, held, 0.99))
                .as("%s, 0.99", name)
                .isLessThan(-5);
        assertThat(growth(objective, rule, settings, held, 1.01))
                .as("%s, 1.01", name)
                .isGreaterThan(5);
    }

    private static Map<String, double[]> seeded(List<String> states, SplittableRandom random) {
        Map<String, double[]> held = new HashMap<>();
        states.forEach(state -> held.put(
                state,
                random.doubles(SIZE, -1, 1).map(power -> Math.pow(10, power)).toArray()));
        return held;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"gd", "momentum", "nesterov", "qhm", "asgd", "schedule-free-sgd"})
    @DisplayName("of gradient descent, momentum and what mixes them, also with dampening and weight decay")
    void plain(String id) {
        RuleOptimizer rule = (RuleOptimizer) CATALOGUE.find(id, Map.of());
        SplittableRandom random = new SplittableRandom(11);
        for (int seed = 0; seed < 9; seed++) {
            Map<String, Double> settings = new HashMap<>();
            Set<String> names =
                    rule.hyperparameters().stream().map(Hyperparameter::name).collect(Collectors.toSet());
            if (names.contains("weight_decay")) {
                settings.put("weight_decay", seed % 3 == 0 ? 0.3 : 0.0);
            }
            if (names.contains("momentum")) {
                settings.put("momentum", random.nextDouble(0, 0.97));
            }
            if (id.equals("asgd")) {
                settings.put("alpha", 0.0); // a rate that shrinks has no bound but its first
                settings.put("lambd", seed % 2 == 0 ? 0.3 : 1e-4);
            }
            if (names.contains("nu")) {
                settings.put("nu", random.nextDouble());
            }
            if (names.contains("beta")) {
                settings.put("beta", random.nextDouble(0, 0.9));
            }
            if (id.equals("momentum")) {
                settings.put("dampening", seed % 2 == 0 ? random.nextDouble(0, 0.9) : 0.0);
            }
            check(id, rule, settings, Map.of(), seed);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "adam, v",
        "adamw, v",
        "amsgrad, v;vmax",
        "adamax, u",
        "radam, v",
        "nadam, v",
        "adabelief, s",
        "rmsprop, v",
        "rmsprop-centered, v;m",
        "adagrad, s",
        "adadelta, v;u",
        "yogi, v",
        "adopt, v",
        "ademamix, v",
        "qhadam, v",
        "schedule-free-adamw, v"
    })
    @DisplayName("of adaptive rules with what they learnt frozen, for many β and κ")
    void adaptive(String id, String learnt) {
        List<String> states = List.of(learnt.split(";", -1));
        RuleOptimizer rule = frozen(id, states);
        SplittableRandom random = new SplittableRandom(id.hashCode());
        for (int seed = 0; seed < 6; seed++) {
            Map<String, Double> settings = new HashMap<>();
            settings.put("weight_decay", seed % 3 == 0 ? 0.2 : 0.0);
            if (rule.hyperparameters().stream()
                    .anyMatch(parameter -> parameter.name().equals("eps"))) {
                settings.put("eps", 1e-9);
            }
            rule.hyperparameters().forEach(parameter -> {
                switch (parameter.name()) {
                    case "beta1" -> settings.put("beta1", random.nextDouble(0, 0.95));
                    case "beta2" -> settings.put("beta2", random.nextDouble(0.85, 0.99));
                    case "momentum" -> settings.put("momentum", random.nextDouble(0, 0.95));
                    case "beta" -> settings.put("beta", random.nextDouble(0, 0.95));
                    case "beta3" -> settings.put("beta3", random.nextDouble(0.9, 0.99));
                    case "nu1" -> settings.put("nu1", random.nextDouble(0.2, 1));
                    case "momentum_decay" -> settings.put("momentum_decay", 0.0);
                    default -> {}
                }
            });
            Map<String, double[]> held = seeded(states, random);
            if (id.equals("rmsprop-centered")) {
                double[] spread =
                        Arrays.stream(held.get("v")).map(v -> Math.sqrt(v) / 2).toArray();
                held.put("m", spread);
            }
            check(id, rule, settings, held, seed);
        }
    }

    @Test
    @DisplayName("is that of the step at hand: of Adam's first step, P is (1 − β₁)(|g| + ε)")
    void firstStep() {
        Optimizer adam = CATALOGUE.find("adam", Map.of());
        Quadratic objective = Quadratic.of(1, 9, new SplittableRandom(4));
        RunTask task = task(objective, adam, Map.of(), 0.01);
        Trace trace = TraceRecorder.record(task, () -> false, _ -> {});
        Replay replay = new Replay(task, trace);
        replay.moveTo(0);
        double[] gradient = new double[SIZE];
        objective.gradient(task.start(), gradient);
        double[] divisors = replay.scale().preconditioner().orElseThrow();
        for (int i = 0; i < SIZE; i++) {
            assertThat(divisors[i] / (0.1 * (Math.abs(gradient[i]) + 1e-8))).isBetween(1 - 1e-12, 1 + 1e-12);
        }
        // what was asked moved nothing: the next step is the run's own
        replay.moveTo(1);
        assertThat(replay.theta()[0]).isEqualTo(trace.parameter(1, 0));
    }

    @Test
    @DisplayName("is known of no rule that goes by signs, and of none that takes its rate from the curvature")
    void none() {
        for (String id : List.of("lion", "rprop", "polyak", "dog", "newton", "lbfgs", "cg")) {
            assertThat(CATALOGUE.find(id, Map.of()).rates().hasLimit()).as(id).isFalse();
        }
        List<String> bounded = CATALOGUE.all().stream()
                .filter(rule -> rule.rates().hasLimit())
                .map(Optimizer::id)
                .toList();
        assertThat(bounded).hasSize(22);
        Optional<String> straight = CATALOGUE.all().stream()
                .filter(Optimizer::goesStraightDown)
                .map(Optimizer::id)
                .reduce((one, other) -> one + " " + other);
        assertThat(straight).contains("gd");
    }
}
