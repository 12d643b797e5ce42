package fallline.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/// What reading an input of up to 1 MB may cost: 1 s of the thread's time, measured only when fuzzing, which builds do
/// not do. The profile `fuzz` gives the process a heap of 256 MB, and memory that does not suffice is a finding.
final class Bounds {
    private static final double MOST_SECONDS = 1;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Bounds() {}

    /// What reading cost, in seconds and bytes.
    record Cost(double seconds, long bytes) {
        boolean isWithin() {
            return seconds <= MOST_SECONDS;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f s, %d MB in passing", seconds, bytes >> 20);
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
    /// @throws AssertionError if that costs too much, twice in a row: the first time may have compiled code
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
