package fallline.objective;

import java.util.function.Function;

/// Makes the kernels of one model, and says which are best now. Shared by an objective and its twins.
final class KernelSource {
    /// Below so many blocks a second thread is not worth calling.
    private static final int BLOCKS_TO_SHARE = 100;

    private final Function<Lanes, BlockKernel> kernels;
    private final int mostThreads;
    private final Lanes plain = new ScalarLanes();

    private KernelSource(Function<Lanes, BlockKernel> kernels, int mostThreads) {
        this.kernels = kernels;
        this.mostThreads = mostThreads;
    }

    static KernelSource of(Function<Lanes, BlockKernel> kernels) {
        return new KernelSource(kernels, Runtime.getRuntime().availableProcessors());
    }

    /// A kernel in plain Java.
    BlockKernel plain() {
        return kernels.apply(plain);
    }

    /// The kernel for a small batch.
    BlockKernel plain(BlockKernel present, int rows) {
        return present;
    }

    /// The best kernel for all rows: the present one, or a faster that is ready now.
    BlockKernel best(BlockKernel present, RowData data) {
        return present;
    }

    /// How many threads so many rows are worth.
    int threads(int rows) {
        return rows >= BLOCKS_TO_SHARE * plain().blockRows() ? mostThreads : 1;
    }
}
