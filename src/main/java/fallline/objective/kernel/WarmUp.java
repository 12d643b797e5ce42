package fallline.objective.kernel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/// Runs a fast kernel in the background until it is compiled and has proved faster than the plain one.
///
/// Cold, vector code is a thousand times slower than plain loops and allocates; on a machine without wide registers it
/// stays slow, and is then never used.
final class WarmUp {
    private static final int RUNS = 32;
    private static final int CALLS = 3_000;
    private static final int SHORT = 64;
    /// Compiling takes a second alone, and on a busy machine as many times longer as others want its processors.
    private static final long MOST_NANOS = 20_000_000_000L;

    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean warm;

    /// Whether the fast kernel is to be used.
    boolean isWarm() {
        return warm;
    }

    /// Starts the background work, once; asked again it does nothing, and allocates nothing.
    @SuppressWarnings("ThreadPriorityCheck") // a wish, on which nothing relies: foreground work is not to wait for it
    void begin(
            Supplier<Lanes> fast,
            Function<Lanes, BlockKernel> kernels,
            Supplier<Lanes> plain,
            RowData data,
            int dimension) {
        if (!begun.get() && begun.compareAndSet(false, true)) {
            Thread.ofPlatform()
                    .daemon()
                    .name("warming up vectors")
                    .priority(Thread.MIN_PRIORITY)
                    .start(() -> {
                        compile(fast.get());
                        run(kernels.apply(plain.get()), kernels.apply(fast.get()), data, dimension);
                    });
        }
    }

    /// Runs every loop by itself until it is compiled. A kernel that is compiled before its loops are has them inlined
    /// with registers that are wrapped, and stays slow.
    private static void compile(Lanes loops) {
        double[] a = new double[SHORT];
        double[] b = new double[SHORT];
        double[] sums = new double[3];
        LaneFunctions functions = loops.functions();
        for (int i = 0; i < CALLS; i++) {
            loops.line(0.5, 0.25, a, 0, b, 0, SHORT);
            loops.addScaled(0.25, a, 0, b, 0, SHORT);
            loops.combine(0.5, a, 0, 1, 1, b, 0, SHORT, a, 0, SHORT);
            loops.dots(a, 0, b, 0, SHORT / 4, 3, SHORT / 4, sums, 0);
            loops.squaresOfLine(0.5, 0.25, a, b, 0, SHORT, sums);
            functions.tanh(a, 0, SHORT);
            functions.sigmoid(a, 0, SHORT);
            functions.exp(b, 0, SHORT);
            a[0] = loops.sum(a, 0, SHORT) / SHORT;
            b[0] = loops.dot(a, 0, a, 0, SHORT) / SHORT;
            functions.crossEntropy(a, b, 0, a, b, SHORT);
        }
    }

    private void run(BlockKernel plain, BlockKernel fast, RowData data, int dimension) {
        double[] theta = new double[dimension];
        double[] sums = new double[dimension + 1];
        long begin = System.nanoTime();
        long bestPlain = Long.MAX_VALUE;
        while (!warm && System.nanoTime() - begin < MOST_NANOS) {
            bestPlain = Math.min(bestPlain, time(plain, data, theta, sums));
            warm = time(fast, data, theta, sums) < bestPlain;
        }
    }

    /// The time of some gradients and values of the first block.
    private static long time(BlockKernel kernel, RowData data, double[] theta, double[] sums) {
        int rows = Math.min(kernel.blockRows(), data.rows());
        long begin = System.nanoTime();
        for (int i = 0; i < RUNS; i++) {
            kernel.gradient(data.x(), data.y(), 0, rows, theta, sums);
            kernel.value(data.x(), data.y(), 0, rows, theta, sums);
        }
        return System.nanoTime() - begin;
    }
}
