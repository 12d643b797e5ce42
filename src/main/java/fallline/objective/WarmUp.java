package fallline.objective;

import java.util.concurrent.atomic.AtomicBoolean;

/// Runs a fast kernel in the background until it is compiled and has proved faster than the plain one.
///
/// Cold, vector code is a thousand times slower than plain loops and allocates; on a machine without wide registers it
/// stays slow, and is then never used.
final class WarmUp {
    private static final int RUNS = 32;
    private static final long MOST_NANOS = 4_000_000_000L;

    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean warm;

    /// Whether the fast kernel is to be used.
    boolean isWarm() {
        return warm;
    }

    /// Starts the background work, once.
    void begin(BlockKernel plain, BlockKernel fast, RowData data, int dimension) {
        if (begun.compareAndSet(false, true)) {
            Thread.ofPlatform()
                    .daemon()
                    .name("warming up vectors")
                    .priority(Thread.MIN_PRIORITY)
                    .start(() -> run(plain, fast, data, dimension));
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
