package fallline.optimizer.batch;

import fallline.data.RandomStream;
import java.util.List;

/// Hands out the rows of each step's batch. A jump to any step needs no history: an epoch's order comes from (seed,
/// stream, epoch) alone. One thread uses an instance at a time.
public final class BatchSource {
    private final Batching batching;
    private final long seed;
    private final long stream;
    private final int[] order;
    private final int batchesPerEpoch;
    private long orderedEpoch = -1;
    private int[] rows;
    private int from;
    private int to;

    /// @param rows the number of rows of the data
    /// @throws IllegalArgumentException if given batches name a row that is not there
    public BatchSource(Batching batching, int rows, long seed, long stream) {
        this.batching = batching;
        this.seed = seed;
        this.stream = stream;
        switch (batching) {
            case Batching.Full _ -> {
                order = new int[0];
                batchesPerEpoch = 1;
            }
            case Batching.Shuffled(int size) -> {
                order = new int[rows];
                batchesPerEpoch = (int) (((long) rows + size - 1) / size);
            }
            case Batching.Given(List<int[]> batches) -> {
                check(batches, rows);
                order = new int[0];
                batchesPerEpoch = batches.size();
            }
        }
        this.rows = order;
        this.to = rows;
    }

    private static void check(List<int[]> batches, int rows) {
        for (int[] batch : batches) {
            for (int row : batch) {
                if (row < 0 || row >= rows) {
                    throw new IllegalArgumentException(
                            "batch names row " + row + ": rows are numbered 0 to " + (rows - 1));
                }
            }
        }
    }

    /// Whether every step sees all rows.
    public boolean isFull() {
        return batching instanceof Batching.Full;
    }

    /// Makes [#rows], [#from] and [#to] those of the step from `step` to `step + 1`.
    public void select(int step) {
        switch (batching) {
            case Batching.Full _ -> {}
            case Batching.Shuffled(int size) -> {
                long epoch = step / batchesPerEpoch;
                if (epoch != orderedEpoch) {
                    RandomStream.of(seed, stream, epoch).permute(order);
                    orderedEpoch = epoch;
                }
                from = (int) (step % batchesPerEpoch * (long) size);
                to = (int) Math.min((long) from + size, order.length);
            }
            case Batching.Given(List<int[]> batches) -> {
                rows = batches.get(step % batchesPerEpoch);
                from = 0;
                to = rows.length;
            }
        }
    }

    /// The array that holds the selected rows, from [#from] to before [#to]; empty when every step sees all rows.
    public int[] rows() {
        return rows;
    }

    /// The first selected place.
    public int from() {
        return from;
    }

    /// One past the last selected place.
    public int to() {
        return to;
    }
}
