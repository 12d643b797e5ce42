package fallline.experiment.run;

/// The order in which the steps of a path are measured: the ends, the middle, the quarters, …
public final class CoarseToFine {
    private CoarseToFine() {}

    /// All steps 0 … `last`, each once: both ends, then the odd multiples of the largest power of two, then those of
    /// its half, and so on; those of one power rise.
    public static int[] order(int last) {
        int[] order = new int[last + 1];
        int count = 1; // order[0] is step 0
        if (last > 0) {
            order[count++] = last;
        }
        for (int stride = Integer.highestOneBit(Math.max(1, last)); stride > 0 && last > 0; stride /= 2) {
            for (long step = stride; step < last; step += 2L * stride) {
                order[count++] = (int) step;
            }
        }
        return order;
    }
}
