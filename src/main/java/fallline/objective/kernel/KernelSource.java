package fallline.objective.kernel;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Makes the kernels of one model, and says how many threads and which loops are worth their cost. Shared by an
/// objective and its twins; thread-safe.
public final class KernelSource {
    /// Below so many blocks a second thread is not worth calling.
    private static final int BLOCKS_TO_SHARE = 100;

    /// Below so many numbers vector loops are not worth warming up.
    private static final long NUMBERS_FOR_VECTORS = 16_384;

    /// Below so many numbers vector loops are hardly faster.
    private static final long NUMBERS_WHEN_WARM = 256;

    private final Function<Lanes, BlockKernel> kernels;
    private final Supplier<Lanes> plain;
    private final Optional<Supplier<Lanes>> fast;
    private final int mostThreads;
    private final int leastBlocks;
    private final WarmUp warmUp = new WarmUp();

    private KernelSource(
            Function<Lanes, BlockKernel> kernels,
            Supplier<Lanes> plain,
            Optional<Supplier<Lanes>> fast,
            int mostThreads,
            int leastBlocks) {
        this.kernels = kernels;
        this.plain = plain;
        this.fast = fast;
        this.mostThreads = mostThreads;
        this.leastBlocks = leastBlocks;
    }

    /// The best that this machine has.
    public static KernelSource of(Function<Lanes, BlockKernel> kernels) {
        return new KernelSource(
                kernels,
                ScalarLanes::new,
                FastLanes.find(),
                Runtime.getRuntime().availableProcessors(),
                BLOCKS_TO_SHARE);
    }

    /// These loops and so many threads, whatever they cost.
    public static KernelSource of(Function<Lanes, BlockKernel> kernels, Supplier<Lanes> lanes, int threads) {
        return new KernelSource(kernels, lanes, Optional.empty(), threads, 1);
    }

    /// A kernel that is good for few rows.
    BlockKernel plain() {
        return kernels.apply(plain.get());
    }

    /// A kernel that is good for many rows once [#isWarm].
    Optional<BlockKernel> fast() {
        return fast.map(lanes -> kernels.apply(lanes.get()));
    }

    /// Whether the fast kernel is ready and good for so many numbers. The first question about many starts the warming
    /// up; once it is warm, fewer are worth it too.
    boolean isWarm(RowData data, int dimension, long numbers) {
        if (warmUp.isWarm()) {
            return numbers >= NUMBERS_WHEN_WARM;
        }
        if (numbers >= NUMBERS_FOR_VECTORS && fast.isPresent()) {
            warmUp.begin(fast.get(), kernels, plain, data, dimension);
        }
        return false;
    }

    /// How many threads so many rows are worth.
    int threads(int rows, int blockRows) {
        return rows >= leastBlocks * blockRows ? mostThreads : 1;
    }
}
