package fallline.optimizer.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import fallline.data.RandomStream;
import fallline.optimizer.Evaluation;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.Update;
import fallline.optimizer.catalogue.FileCatalogue;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Compiled rules against the interpreter.
class CompiledUpdateTest {
    private static final int N = 5;
    private static final double[] SPECIAL = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        -0.0,
        0.0,
        Double.MIN_VALUE,
        -Double.MAX_VALUE,
        1
    };

    static Stream<String> rules() {
        return FileCatalogue.load().all().stream()
                .filter(RuleOptimizer.class::isInstance)
                .map(Optimizer::id);
    }

    /// A gradient that was made up, plus the point where it is asked for if it is curved.
    private record Given(double[] numbers, boolean curved) implements Evaluation {
        Given(double[] numbers) {
            this(numbers, false);
        }

        @Override
        public double gradient(double[] theta, double[] gradient) {
            System.arraycopy(numbers, 0, gradient, 0, numbers.length);
            for (int i = 0; curved && i < gradient.length; i++) {
                gradient[i] += theta[i];
            }
            return numbers[0];
        }

        @Override
        public double value(double[] theta) {
            throw new IllegalStateException("not asked");
        }

        @Override
        public void hessianTimes(double[] theta, double[] direction, double[] product) {
            throw new IllegalStateException("not asked");
        }
    }

    private static double any(RandomStream random) {
        return switch (random.below(8)) {
            case 0 -> SPECIAL[random.below(SPECIAL.length)];
            case 1 -> Double.longBitsToDouble(random.next());
            case 2 -> random.normal() * 1e-8;
            default -> random.normal() * StrictMath.pow(10, random.below(5) - 2);
        };
    }

    private static double[] anyNumbers(int count, RandomStream random) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = any(random);
        }
        return numbers;
    }

    private static double[] settings(Optimizer optimizer, RandomStream random) {
        return optimizer.hyperparameters().stream()
                .mapToDouble(parameter -> switch (parameter.kind()) {
                    case Hyperparameter.Range range ->
                        random.below(3) == 0
                                ? range.initial()
                                : range.low() + random.uniform() * (range.high() - range.low());
                    default -> throw new IllegalStateException("rules have numbers only");
                })
                .toArray();
    }

    private static long[] bits(double[] numbers) {
        return Arrays.stream(numbers).mapToLong(Double::doubleToLongBits).toArray();
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("does to the bit what the interpreter does, on 10,000 states and gradients of any numbers")
    void agrees(String id) {
        RuleOptimizer rule = (RuleOptimizer) FileCatalogue.load().find(id, Map.of());
        Update compiled = rule.update(N);
        assertThat(compiled).isInstanceOfAny(CompiledUpdate.class, CoupledUpdate.class);
        Update interpreted = rule.interpreted(N);
        RandomStream random = RandomStream.of(5);
        int finite = 0;
        for (int round = 0; round < 10_000; round++) {
            double[] hyper = settings(rule, random);
            int t = 1 + random.below(50);
            double[] theta = anyNumbers(N, random);
            double[] state = anyNumbers(rule.stateSize(N), random);
            Given gradient = new Given(anyNumbers(N, random));
            double[] sameTheta = theta.clone();
            double[] sameState = state.clone();
            double rate = compiled.step(theta, hyper, state, t, gradient);
            assertThat(Double.doubleToLongBits(interpreted.step(sameTheta, hyper, sameState, t, gradient)))
                    .isEqualTo(Double.doubleToLongBits(rate));
            assertThat(bits(theta)).isEqualTo(bits(sameTheta));
            assertThat(bits(state)).isEqualTo(bits(sameState));
            finite += Double.isFinite(theta[0]) ? 1 : 0;
        }
        assertThat(finite).isGreaterThan(2000);
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("makes the same run from the same start, step by step")
    void run(String id) {
        RuleOptimizer rule = (RuleOptimizer) FileCatalogue.load().find(id, Map.of());
        double[] hyper = settings(rule, RandomStream.of(1));
        Update[] updates = {rule.update(N), rule.interpreted(N)};
        double[][] thetas = new double[2][N];
        double[][] states = new double[2][rule.stateSize(N)];
        for (int u = 0; u < 2; u++) {
            updates[u].start(thetas[u], hyper, states[u]);
            RandomStream random = RandomStream.of(9);
            for (int t = 1; t <= 200; t++) {
                double[] gradient = new double[N];
                for (int i = 0; i < N; i++) {
                    gradient[i] = random.normal();
                }
                updates[u].step(thetas[u], hyper, states[u], t, new Given(gradient, true));
            }
        }
        assertThat(bits(thetas[0])).isEqualTo(bits(thetas[1]));
        assertThat(bits(states[0])).isEqualTo(bits(states[1]));
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("the interpreter allocates nothing in a step either")
    void interpreterAllocatesNothing(String id) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        RuleOptimizer rule = (RuleOptimizer) FileCatalogue.load().find(id, Map.of());
        Update interpreted = rule.interpreted(N);
        RandomStream random = RandomStream.of(3);
        double[] hyper = settings(rule, random);
        double[] theta = new double[N];
        double[] state = new double[rule.stateSize(N)];
        interpreted.start(theta, hyper, state);
        Given gradient = new Given(new double[] {1, -2, 3, 1e-9, 0});
        int t = 0;
        while (t < 20_000) {
            interpreted.step(theta, hyper, state, ++t, gradient);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        while (t < 22_000) {
            interpreted.step(theta, hyper, state, ++t, gradient);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2000);
    }

    @Test
    @DisplayName("a rule too large to compile is interpreted")
    void fallsBack() {
        StringBuilder text = new StringBuilder("lr = 0.1 (0.01 .. 1)\n");
        for (int i = 0; i < 400; i++) {
            text.append("a")
                    .append(i)
                    .append(" = sin(g + ")
                    .append(i)
                    .append(") + cos(theta*")
                    .append(i)
                    .append(")");
            text.append(i == 0 ? "\n" : " + a" + (i - 1) + "\n");
        }
        text.append("theta <- theta - lr*a399\n");
        RuleOptimizer rule = RuleOptimizer.parse("large", text.toString());
        Update update = rule.update(1);
        assertThat(update).isInstanceOf(InterpretedUpdate.class);
        double[] theta = {1};
        update.step(theta, new double[] {0.1}, new double[0], 1, new Given(new double[] {0.5}));
        double sum = 0;
        for (int i = 0; i < 400; i++) {
            sum = StrictMath.sin(0.5 + i) + StrictMath.cos(1.0 * i) + sum;
        }
        assertThat(theta[0]).isEqualTo(1 - 0.1 * sum);
    }

    @Test
    @DisplayName("the catalogue has the contract's optimizers in its order")
    void catalogue() {
        assertThat(FileCatalogue.load().all().stream().map(Optimizer::id))
                .isEqualTo(List.of(
                        "gd",
                        "momentum",
                        "nesterov",
                        "adagrad",
                        "adadelta",
                        "rmsprop",
                        "rmsprop-centered",
                        "adam",
                        "adamw",
                        "amsgrad",
                        "adamax",
                        "radam",
                        "nadam",
                        "adabelief",
                        "lion",
                        "rprop",
                        "asgd",
                        "yogi",
                        "adopt",
                        "ademamix",
                        "qhm",
                        "qhadam",
                        "polyak",
                        "dog",
                        "schedule-free-sgd",
                        "schedule-free-adamw",
                        "newton",
                        "lbfgs",
                        "cg"));
    }
}
