package fallline.objective.kernel;

import java.util.Arrays;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The mean of a model's loss over rows, with gradient and Hessian-vector product: the frame around its kernel.
///
/// Rows are cut into fixed blocks and sixteen blocks into a chunk. A chunk is added up block by block, and the chunks'
/// sums are added in order, whichever thread came by them: the bits do not depend on the number of threads. One thread
/// uses an instance at a time; it calls others to help where there are many rows, and waits for none that is busy
/// elsewhere.
public final class RowMean {
    private static final int BLOCKS_A_CHUNK = 16;

    private enum Pass {
        VALUE,
        GRADIENT,
        PRODUCT
    }

    private final RowData data;
    private final RowLoss loss;
    private final KernelSource source;
    private final Worker[] workers;
    private final double[] sums;
    private final int chunk;
    private final int numbersPerRow;
    private double[] slots = {};
    private @Nullable Gather gather;

    /// @param source makes the model's kernels
    public RowMean(RowData data, RowLoss loss, KernelSource source) {
        this.data = data;
        this.loss = loss;
        this.source = source;
        this.sums = new double[loss.dimension() + 1];
        BlockKernel first = source.plain();
        this.chunk = BLOCKS_A_CHUNK * first.blockRows();
        this.numbersPerRow = first.numbersPerRow();
        this.workers = new Worker[source.threads(data.rows(), first.blockRows())];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker(i == 0 ? first : source.plain());
        }
    }

    /// One thread's kernel and the sums of the chunk that it is at.
    private final class Worker {
        private final double[] own = new double[sums.length];
        private final BlockKernel plain;
        private BlockKernel kernel;
        private @Nullable BlockKernel fast;

        Worker(BlockKernel plain) {
            this.plain = plain;
            this.kernel = plain;
        }

        private void choose(boolean warm) {
            if (warm && fast == null) {
                fast = source.fast().orElse(plain);
            }
            BlockKernel ready = fast;
            kernel = warm && ready != null ? ready : plain;
        }

        private void addUp(Pass pass, double[] theta, double[] direction, int from, double[] into) {
            int end = Math.min(from + chunk, data.rows());
            int block = kernel.blockRows();
            for (int at = from; at < end; at += block) {
                int rows = Math.min(block, end - at);
                switch (pass) {
                    case VALUE -> kernel.value(data.x(), data.y(), at, rows, theta, into);
                    case GRADIENT -> kernel.gradient(data.x(), data.y(), at, rows, theta, into);
                    case PRODUCT -> kernel.product(data.x(), data.y(), at, rows, theta, direction, into);
                }
            }
        }

        /// Takes chunks until there are none.
        private void help(Pass pass, double[] theta, double[] direction, AtomicInteger next) {
            int chunks = slots.length / sums.length;
            for (int c = next.getAndIncrement(); c < chunks; c = next.getAndIncrement()) {
                Arrays.fill(own, 0);
                addUp(pass, theta, direction, c * chunk, own);
                System.arraycopy(own, 0, slots, c * sums.length, own.length);
            }
        }
    }

    public double value(double[] theta) {
        run(Pass.VALUE, theta, theta);
        return meanLoss(data.rows()) + loss.penalty(theta);
    }

    public double gradient(double[] theta, double[] gradient) {
        run(Pass.GRADIENT, theta, theta);
        return finish(theta, data.rows(), gradient);
    }

    public double gradient(double[] theta, int[] batch, int from, int to, double[] gradient) {
        Worker worker = workers[0];
        worker.choose(isWarm(to - from));
        Arrays.fill(sums, 0);
        Arrays.fill(worker.own, 0);
        double[] into = to - from <= chunk ? sums : worker.own;
        for (int chunkAt = from; chunkAt < to; chunkAt += chunk) {
            addUp(worker.kernel, theta, batch, chunkAt, Math.min(chunkAt + chunk, to), into);
            if (into != sums) {
                addTo(sums, into, 0);
                Arrays.fill(into, 0);
            }
        }
        return finish(theta, to - from, gradient);
    }

    private void addUp(BlockKernel kernel, double[] theta, int[] batch, int from, int to, double[] into) {
        int block = kernel.blockRows();
        Gather place = gather;
        if (place == null) {
            place = new Gather(data.x().length, block);
            gather = place;
        }
        for (int at = from; at < to; at += block) {
            int rows = Math.min(block, to - at);
            place.take(data.x(), data.y(), batch, at, rows);
            kernel.gradient(place.x(), place.y(), 0, rows, theta, into);
        }
    }

    public void hessianTimes(double[] theta, double[] direction, double[] product) {
        run(Pass.PRODUCT, theta, direction);
        for (int j = 0; j < loss.dimension(); j++) {
            product[j] = loss.slopeFactor() * sums[j + 1] / data.rows();
        }
        loss.ridge().addTo(product, direction);
    }

    private void run(Pass pass, double[] theta, double[] direction) {
        boolean warm = isWarm(data.rows());
        for (Worker worker : workers) {
            worker.choose(warm);
        }
        Arrays.fill(sums, 0);
        if (workers.length > 1) {
            share(pass, theta, direction);
        } else if (data.rows() <= chunk) {
            workers[0].addUp(pass, theta, direction, 0, sums);
        } else {
            double[] own = workers[0].own;
            for (int from = 0; from < data.rows(); from += chunk) {
                Arrays.fill(own, 0);
                workers[0].addUp(pass, theta, direction, from, own);
                addTo(sums, own, 0);
            }
        }
    }

    private boolean isWarm(int rows) {
        return source.isWarm(data, loss.dimension(), (long) rows * numbersPerRow);
    }

    private void share(Pass pass, double[] theta, double[] direction) {
        int chunks = (data.rows() + chunk - 1) / chunk;
        if (slots.length == 0) {
            slots = new double[chunks * sums.length];
        }
        AtomicInteger next = new AtomicInteger();
        ForkJoinTask<?>[] helpers = new ForkJoinTask<?>[workers.length - 1];
        for (int i = 0; i < helpers.length; i++) {
            Worker worker = workers[i + 1];
            helpers[i] = ForkJoinTask.adapt(() -> worker.help(pass, theta, direction, next))
                    .fork();
        }
        workers[0].help(pass, theta, direction, next);
        for (ForkJoinTask<?> helper : helpers) {
            helper.join();
        }
        for (int c = 0; c < chunks; c++) {
            addTo(sums, slots, c * sums.length);
        }
    }

    private static void addTo(double[] sums, double[] more, int at) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += more[at + j];
        }
    }

    private double finish(double[] theta, int rows, double[] gradient) {
        for (int j = 0; j < loss.dimension(); j++) {
            gradient[j] = loss.slopeFactor() * sums[j + 1] / rows;
        }
        loss.addSlopes(gradient, theta);
        return meanLoss(rows) + loss.penalty(theta);
    }

    private double meanLoss(int rows) {
        return loss.lossFactor() * sums[0] / rows;
    }

    public RowData data() {
        return data;
    }

    public RowLoss loss() {
        return loss;
    }

    /// The same mean with scratch arrays of its own.
    public RowMean twin() {
        return new RowMean(data, loss, source);
    }
}
