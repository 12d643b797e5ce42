package fallline.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.data.Column;
import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.objective.LinearRegression.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for both models, on a hundred seeded cases each that vary rows, features, weights, l2, labels and scale.
class ModelPropertiesTest {
    record Case(int seed, boolean logistic) {
        SampledObjective model(SplittableRandom random) {
            int rows = 2 + random.nextInt(seed % 10 == 0 ? 3_000 : 60);
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
            if (!logistic) {
                columns.add(new NumberColumn("y", random.doubles(rows, -3, 3).toArray()));
                Dataset data = new Dataset("case", new DataSource.Columns(), columns);
                Loss loss = seed % 2 == 0 ? Loss.MSE : Loss.HALF_MSE;
                return LinearRegression.of(data, names, "y", loss, l2, standardise);
            }
            List<String> words = new ArrayList<>(IntStream.range(0, rows)
                    .mapToObj(_ -> random.nextBoolean() ? "no" : "yes")
                    .toList());
            words.set(0, "no");
            words.set(1, "yes");
            columns.add(new TextColumn("y", words));
            Dataset data = new Dataset("case", new DataSource.Columns(), columns);
            Optional<String> positive = seed % 5 == 0 ? Optional.of("no") : Optional.empty();
            return LogisticRegression.of(data, names, "y", positive, l2, standardise);
        }
    }

    static Stream<Case> cases() {
        return IntStream.range(0, 200).mapToObj(i -> new Case(i / 2, i % 2 == 1));
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
    @DisplayName("the Hessian-vector product is the central difference of gradients")
    void hessianTimes(Case which) {
        var random = new SplittableRandom(which.seed());
        SampledObjective model = which.model(random);
        double[] theta = point(random, model.dimension());
        double[] direction = point(random, model.dimension());
        double[] product = new double[theta.length];
        model.hessianTimes(theta, direction, product);
        double h = 1e-5;
        double[] up = new double[theta.length];
        double[] down = new double[theta.length];
        double[] moved = new double[theta.length];
        for (int j = 0; j < theta.length; j++) {
            moved[j] = theta[j] + h * direction[j];
        }
        model.gradient(moved, up);
        for (int j = 0; j < theta.length; j++) {
            moved[j] = theta[j] - h * direction[j];
        }
        model.gradient(moved, down);
        for (int j = 0; j < theta.length; j++) {
            assertThat((up[j] - down[j]) / (2 * h)).isCloseTo(product[j], within(1e-8));
        }
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
        if (!which.logistic()) {
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
        for (Case which : List.of(new Case(10, false), new Case(10, true))) {
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
}
