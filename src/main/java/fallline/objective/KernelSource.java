package fallline.objective;

import java.util.Optional;
import java.util.function.Function;

/// Makes the kernels of one model, and says how many threads and which loops are worth their cost. Shared by an
/// objective and its twins; thread-safe.
final class KernelSource {
    /// Below so many blocks a second thread is not worth calling.
    private static final int BLOCKS_TO_SHARE = 100;

    /// Below so many numbers vector loops are not worth warming up.
    private static final long NUMBERS_FOR_VECTORS = 16_384;

    private final Function<Lanes, BlockKernel> kernels;
    private final Lanes plain;
    private final Optional<Lanes> fast;
    private final int mostThreads;
    private final int leastBlocks;
    private final WarmUp warmUp = new WarmUp();

    private KernelSource(
            Function<Lanes, BlockKernel> kernels, Lanes plain, Optional<Lanes> fast, int mostThreads, int leastBlocks) {
        this.kernels = kernels;
        this.plain = plain;
        this.fast = fast;
        this.mostThreads = mostThreads;
        this.leastBlocks = leastBlocks;
    }

    /// The best that this machine has.
    static KernelSource of(Function<Lanes, BlockKernel> kernels) {
        return new KernelSource(
                kernels,
                new ScalarLanes(),
                FastLanes.find(),
                Runtime.getRuntime().availableProcessors(),
                BLOCKS_TO_SHARE);
    }

    /// These loops and so many threads, whatever they cost.
    static KernelSource of(Function<Lanes, BlockKernel> kernels, Lanes lanes, int threads) {
        return new KernelSource(kernels, lanes, Optional.empty(), threads, 1);
    }

    /// A kernel that is good for few rows.
    BlockKernel plain() {
        return kernels.apply(plain);
    }

    /// A kernel that is good for many rows once [#isWarm].
    Optional<BlockKernel> fast() {
        return fast.map(kernels);
    }

    /// Whether the fast kernel is ready and good for so many numbers. The first question about that many starts the
    /// warming up.
    boolean isWarm(RowData data, int dimension, long numbers) {
        if (numbers < NUMBERS_FOR_VECTORS || fast.isEmpty()) {
            return false;
        }
        if (!warmUp.isWarm()) {
            warmUp.begin(plain(), kernels.apply(fast.get()), data, dimension);
        }
        return warmUp.isWarm();
    }

    /// How many threads so many rows are worth.
    int threads(int rows, int blockRows) {
        return rows >= leastBlocks * blockRows ? mostThreads : 1;
    }
}
