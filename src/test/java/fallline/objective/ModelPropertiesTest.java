package fallline.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.data.Column;
import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.data.Generator;
import fallline.objective.kernel.Activation;
import fallline.objective.model.DataModel;
import fallline.objective.model.LinearRegression.Loss;
import fallline.objective.model.LogisticRegression;
import fallline.objective.model.NeuralNetwork;
import fallline.objective.model.SoftmaxRegression;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for all models, on a hundred seeded cases each that vary rows, features, weights, l2, labels and scale.
class ModelPropertiesTest {
    enum Kind {
        LINEAR,
        LOGISTIC,
        SOFTMAX,
        NETWORK
    }

    record Case(int seed, Kind kind) {
        DataModel model(SplittableRandom random) {
            int rows = 6 + random.nextInt(seed % 10 == 0 ? 3_000 : 60);
            int features = 1 + random.nextInt(5);
            List<Column> columns = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (int j = 0; j < features; j++) {
                double scale = Math.exp(random.nextDouble(-1, 1));
                columns.add(new NumberColumn(
                        "x" + j, random.doubles(rows, -scale, scale).toArray()));
                names.add("x" + j);
            }
            double l2 = seed % 3 == 0 ? random.nextDouble() : 0;
            boolean standardise = seed % 4 == 0;
            columns.add(new NumberColumn("y", random.doubles(rows, -3, 3).toArray()));
            columns.add(words("two", rows, 2, random));
            columns.add(words("many", rows, 2 + random.nextInt(4), random));
            Dataset data = new Dataset("case", new DataSource.Columns(), columns);
            return switch (kind) {
                case LINEAR -> {
                    Loss loss = seed % 2 == 0 ? Loss.MSE : Loss.HALF_MSE;
                    int degree = seed % 5 == 0 ? 1 + random.nextInt(4) : 1;
                    ModelOptions options = new ModelOptions(loss == Loss.HALF_MSE, degree, l2, standardise);
                    yield Problems.linear(data, degree == 1 ? names : names.subList(0, 1), "y", options)
                            .objective();
                }
                case LOGISTIC -> {
                    Optional<String> positive = seed % 5 == 0 ? Optional.of("class 0") : Optional.empty();
                    yield LogisticRegression.of(data, names, "two", positive, l2, standardise);
                }
                case SOFTMAX -> SoftmaxRegression.of(data, names, "many", l2, standardise);
                case NETWORK -> {
                    List<Integer> hidden = random.ints(seed % 4, 1, 7).boxed().toList();
                    Activation activation = List.of(Activation.values()).get(random.nextInt(4));
                    String target = List.of("y", "two", "many").get(random.nextInt(3));
                    var design =
                            new NeuralNetwork.Design(hidden, smooth(activation), NeuralNetwork.usualLoss(data, target));
                    yield NeuralNetwork.of(data, names, target, Optional.empty(), design, l2, standardise);
                }
            };
        }

        /// Central differences see the kink of relu, so it has a test of its own.
        private static Activation smooth(Activation activation) {
            return activation == Activation.RELU ? Activation.TANH : activation;
        }

        private static Column words(String name, int rows, int count, SplittableRandom random) {
            return new TextColumn(
                    name,
                    IntStream.range(0, rows)
                            .mapToObj(i -> "class " + (i < count ? i : random.nextInt(count)))
                            .toList());
        }
    }

    static Stream<Case> cases() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> IntStream.range(0, 100).mapToObj(i -> new Case(i, kind)));
    }

    private static double[] point(SplittableRandom random, int dimension) {
        return random.doubles(dimension, -2, 2).toArray();
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("the gradient is the central difference of the value")
    void gradient(Case which) {
        var random = new SplittableRandom(which.seed());
        SampledObjective model = which.model(random);
        double[] theta = point(random, model.dimension());
        double[] gradient = new double[theta.length];
        double value = model.gradient(theta, gradient);
        assertThat(value).isEqualTo(model.value(theta));
        double h = 1e-5;
        for (int j = 0; j < theta.length; j++) {
            double here = theta[j];
            theta[j] = here + h;
            double up = model.value(theta);
            theta[j] = here - h;
            double down = model.value(theta);
            theta[j] = here;
            assertThat((up - down) / (2 * h)).isCloseTo(gradient[j], within(2e-9 * Math.max(1, value)));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("the Hessian-vector product is the difference of gradients")
    void hessianTimes(Case which) {
        var random = new SplittableRandom(which.seed());
        SampledObjective model = which.model(random);
        double[] theta = point(random, model.dimension());
        double[] direction = point(random, model.dimension());
        double[] product = new double[theta.length];
        model.hessianTimes(theta, direction, product);
        double[] difference = difference(model, theta, direction, 2e-4);
        for (int j = 0; j < theta.length; j++) {
            assertThat(difference[j]).isCloseTo(product[j], within(1e-8 * Math.max(1, Math.abs(product[j]))));
        }
    }

    /// The derivative of the gradient along `direction` by five points.
    private static double[] difference(SampledObjective model, double[] theta, double[] direction, double h) {
        double[] sum = new double[theta.length];
        double[] gradient = new double[theta.length];
        double[] moved = new double[theta.length];
        int[] places = {-2, -1, 1, 2};
        double[] weights = {1, -8, 8, -1};
        for (int p = 0; p < places.length; p++) {
            for (int j = 0; j < theta.length; j++) {
                moved[j] = theta[j] + places[p] * h * direction[j];
            }
            model.gradient(moved, gradient);
            for (int j = 0; j < theta.length; j++) {
                sum[j] += weights[p] * gradient[j] / (12 * h);
            }
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("a batch of all rows in order has the full gradient's bits; batches average to the full gradient")
    void batches(Case which) {
        var random = new SplittableRandom(which.seed());
        SampledObjective model = which.model(random);
        int n = model.dimension();
        int m = model.rows();
        double[] theta = point(random, n);
        double[] full = new double[n];
        double value = model.gradient(theta, full);
        int[] order = IntStream.range(0, m).toArray();
        double[] all = new double[n];
        assertThat(model.gradient(theta, order, 0, m, all)).isEqualTo(value);
        assertThat(all).isEqualTo(full);
        for (int i = m - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[k];
            order[k] = swap;
        }
        double[] mean = new double[n];
        double meanValue = 0;
        int size = 1 + random.nextInt(m);
        for (int from = 0; from < m; from += size) {
            int to = Math.min(m, from + size);
            meanValue += model.gradient(theta, order, from, to, all) * (to - from) / m;
            for (int j = 0; j < n; j++) {
                mean[j] += all[j] * (to - from) / m;
            }
        }
        assertThat(meanValue).isCloseTo(value, within(1e-12 * Math.max(1, value)));
        assertThat(mean).containsExactly(full, within(1e-12 * Math.max(1, value)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("at the optimum the gradient vanishes")
    void optimum(Case which) {
        var random = new SplittableRandom(which.seed());
        SampledObjective model = which.model(random);
        Optional<Optimum> best = model.optimum();
        if (which.kind() == Kind.LINEAR) {
            assertThat(best).isPresent();
        }
        double[] gradient = new double[model.dimension()];
        best.ifPresent(optimum -> {
            assertThat(model.gradient(optimum.point(), gradient)).isEqualTo(optimum.value());
            assertThat(gradient).containsOnly(new double[] {0}, within(1e-12));
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("a twin gives the same bits, on another thread too")
    void twins(Case which) throws InterruptedException {
        var random = new SplittableRandom(which.seed());
        SampledObjective model = which.model(random);
        int n = model.dimension();
        double[] theta = point(random, n);
        double[] mine = new double[n];
        double value = model.gradient(theta, mine);
        double[] theirs = new double[n];
        double[] theirValue = new double[1];
        SampledObjective twin = model.twin();
        Thread thread = new Thread(() -> theirValue[0] = twin.gradient(theta, theirs));
        thread.start();
        model.gradient(point(random, n), new double[n]); // at the same time, elsewhere
        thread.join();
        assertThat(theirs).isEqualTo(mine);
        assertThat(theirValue[0]).isEqualTo(value);
    }

    @Test
    @DisplayName("an evaluation allocates nothing")
    void allocation() {
        var bean = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        for (Case which : List.of(
                new Case(10, Kind.LINEAR),
                new Case(10, Kind.LOGISTIC),
                new Case(10, Kind.SOFTMAX),
                new Case(10, Kind.NETWORK))) {
            SampledObjective model = which.model(new SplittableRandom(1));
            double[] theta = new double[model.dimension()];
            double[] out = new double[theta.length];
            int[] batch = {0, 1, 1, 0};
            long before = 0;
            for (int i = 0; i < 4_000; i++) {
                if (i == 2_000) {
                    before = bean.getCurrentThreadAllocatedBytes();
                }
                model.value(theta);
                model.gradient(theta, out);
                model.gradient(theta, batch, 0, 4, out);
                model.hessianTimes(theta, theta, out);
            }
            assertThat(bean.getCurrentThreadAllocatedBytes() - before).isLessThan(2_000);
        }
    }

    @Test
    @DisplayName("evaluations allocate next to nothing while vectors warm up in the background")
    void allocationWhileWarmingUp() {
        var bean = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        Dataset moons = Generator.MOONS.generate(1_000, 0.2, 1);
        var design = new NeuralNetwork.Design(List.of(8, 8), Activation.TANH, NeuralNetwork.Loss.CROSS_ENTROPY);
        DataModel model = NeuralNetwork.of(moons, List.of("x1", "x2"), "class", Optional.empty(), design, 0, false);
        double[] theta = new double[model.dimension()];
        double[] out = new double[theta.length];
        long before = bean.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
            model.gradient(theta, out);
        }
        // one kernel for the vectors may be made meanwhile: 150 kB; two at each evaluation were 15 MB
        assertThat(bean.getCurrentThreadAllocatedBytes() - before).isLessThan(2_000_000);
    }
}
