package fallline.objective;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.objective.kernel.Activation;
import fallline.objective.kernel.BlockKernel;
import fallline.objective.kernel.CrossEntropyKernel;
import fallline.objective.kernel.KernelSource;
import fallline.objective.kernel.Lanes;
import fallline.objective.kernel.NetworkKernel;
import fallline.objective.kernel.NetworkShape;
import fallline.objective.kernel.Ridge;
import fallline.objective.kernel.RowData;
import fallline.objective.kernel.RowLoss;
import fallline.objective.kernel.RowMean;
import fallline.objective.kernel.SquaresKernel;
import fallline.objective.kernel.WeightBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same bits whatever carries the loops out: plain Java, vectors of any width, one thread or several.
class SameBitsTest {
    private static final List<Lanes> LANES = AllLanes.all();
    private static final List<Supplier<Lanes>> MAKERS = AllLanes.makers();
    private static final int ROWS = 3 * 16 * 1_024 + 77;

    record Model(String name, int dimension, int classes, Function<Lanes, BlockKernel> kernels) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Model> models() {
        List<Model> models = new ArrayList<>();
        models.add(new Model("line", 2, 0, lanes -> new SquaresKernel(lanes, 1)));
        models.add(new Model("logistic", 2, 2, lanes -> new CrossEntropyKernel(lanes, 1)));
        for (Activation activation : Activation.values()) {
            for (NetworkShape.Output output : NetworkShape.Output.values()) {
                int classes =
                        switch (output) {
                            case VALUE -> 0;
                            case LOGIT -> 2;
                            case LOGITS -> 3;
                        };
                NetworkShape shape =
                        new NetworkShape(List.of(1, 3, 2, Math.max(1, classes == 2 ? 1 : classes)), activation, output);
                models.add(new Model(
                        activation.word() + " " + output,
                        shape.dimension(),
                        classes,
                        lanes -> new NetworkKernel(lanes, shape)));
            }
        }
        return models.stream();
    }

    private static double[] far(SplittableRandom random, int n) {
        double[] values = random.doubles(n, -3, 3).toArray();
        for (int i = 0; i < n; i += 97) {
            values[i] *= Math.scalb(1.0, random.nextInt(-60, 9));
        }
        return values;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("value, gradient, batch gradient and product have the same bits")
    void models(Model model) {
        SplittableRandom random = new SplittableRandom(31);
        double[] x = far(random, ROWS);
        double[] y = model.classes() == 0
                ? far(random, ROWS)
                : random.ints(ROWS, 0, model.classes()).asDoubleStream().toArray();
        double[] theta = random.doubles(model.dimension(), -2, 2).toArray();
        double[] direction = random.doubles(model.dimension(), -2, 2).toArray();
        int[] batch = random.ints(5_000, 0, ROWS).toArray();
        double[][] truth = {};
        for (int which = 0; which < MAKERS.size(); which++) {
            Supplier<Lanes> lanes = MAKERS.get(which);
            for (int threads : which < 2 ? new int[] {1, 2, 4} : new int[] {1}) {
                RowLoss loss = new RowLoss(model.dimension(), 1, 2, new Ridge(0.3, List.of(new WeightBlock(1, 1, 1))));
                RowMean mean = new RowMean(
                        new RowData(new double[][] {x}, y), loss, KernelSource.of(model.kernels(), lanes, threads));
                double[][] found = new double[4][model.dimension() + 1];
                found[0][0] = mean.value(theta);
                found[1][model.dimension()] = mean.gradient(theta, found[1]);
                found[2][model.dimension()] = mean.gradient(theta, batch, 3, 4_321, found[2]);
                mean.hessianTimes(theta, direction, found[3]);
                if (truth.length == 0) {
                    truth = found;
                    assertThat(found[1][0]).isNotZero();
                    assertThat(found[3][0]).isFinite();
                }
                assertThat(found).as("lanes %d, %d threads", which, threads).isDeepEqualTo(truth);
            }
        }
    }

    private interface Loop {
        void run(Lanes lanes, double[] a);
    }

    private static void functions(Loop loop, double[] arguments) {
        double[] truth = arguments.clone();
        loop.run(LANES.getFirst(), truth);
        for (Lanes lanes : LANES) {
            double[] found = arguments.clone();
            loop.run(lanes, found);
            for (int i = 0; i < found.length; i++) {
                assertThat(Double.doubleToLongBits(found[i]))
                        .as("argument %s", arguments[i])
                        .isEqualTo(Double.doubleToLongBits(truth[i]));
            }
        }
    }

    @Test
    @DisplayName("exp, tanh, sigmoid and softplus have the same bits on many numbers, the ends of the range included")
    void elementary() {
        SplittableRandom random = new SplittableRandom(37);
        double[] a = new double[20_013];
        for (int i = 0; i < a.length; i++) {
            a[i] = random.nextDouble(-1, 1) * Math.scalb(1.0, random.nextInt(-70, 11));
        }
        double[] ends = {
            0,
            -0.0,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            709.7827,
            -745.1332,
            -720,
            1e300,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            22,
            -22,
            710.5,
            -1e-300
        };
        System.arraycopy(ends, 0, a, 0, ends.length);
        functions((lanes, x) -> lanes.functions().exp(x, 0, x.length), a);
        functions((lanes, x) -> lanes.functions().tanh(x, 0, x.length), a);
        functions((lanes, x) -> lanes.functions().sigmoid(x, 0, x.length), a);
        double[] labels = new double[a.length];
        functions((lanes, x) -> lanes.functions().crossEntropy(x, labels, 0, x, new double[x.length], x.length), a);
    }

    @Test
    @Timeout(60)
    @DisplayName("a sum over many rows waits for no thread that is busy elsewhere")
    void busyThreads() throws InterruptedException {
        double[] x = new SplittableRandom(5).doubles(ROWS, -3, 3).toArray();
        RowMean mean = new RowMean(
                new RowData(new double[][] {x}, x),
                new RowLoss(2, 1, 2, new Ridge(0, List.of(new WeightBlock(1, 1, 1)))),
                KernelSource.of(lanes -> new SquaresKernel(lanes, 1), MAKERS.getFirst(), 4));
        ForkJoinPool pool = ForkJoinPool.commonPool();
        CountDownLatch busy = new CountDownLatch(pool.getParallelism());
        CountDownLatch end = new CountDownLatch(1);
        try {
            for (int i = 0; i < pool.getParallelism(); i++) {
                pool.execute(() -> {
                    busy.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            busy.await();
            assertThat(mean.value(new double[] {0, 1})).isZero();
        } finally {
            end.countDown();
        }
    }
}
