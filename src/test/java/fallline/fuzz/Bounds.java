package fallline.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/// What reading an input may cost: 1 s and 256 MB, for up to 1 MB. Measured by the clock of the thread, so that only
/// fuzzing asks for it, which builds do not do.
final class Bounds {
    private static final double MOST_SECONDS = 1;
    private static final long MOST_BYTES = 256L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Bounds() {}

    /// What reading cost, in seconds and bytes.
    record Cost(double seconds, long bytes) {
        boolean isWithin() {
            return seconds <= MOST_SECONDS && bytes <= MOST_BYTES;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f s, %d MB", seconds, bytes >> 20);
        }
    }

    static Cost cost(Reader reader, byte[] input) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        reader.read(input);
        return new Cost(
                (THREADS.getCurrentThreadCpuTime() - nanos) * 1e-9, THREADS.getCurrentThreadAllocatedBytes() - bytes);
    }

    /// Reads an input.
    ///
    /// @throws AssertionError if that costs too much, twice in a row: the first time may have loaded and compiled
    // code
    static void read(Reader reader, byte[] input) {
        Cost cost = cost(reader, input);
        if (!cost.isWithin()) {
            cost = cost(reader, input);
        }
        if (!cost.isWithin()) {
            throw new AssertionError(reader + ": " + cost + " for " + input.length + " bytes");
        }
    }
}
