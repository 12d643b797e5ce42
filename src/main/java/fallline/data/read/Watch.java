package fallline.data.read;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/// Tells how far a reading is, and ends it when it is given up. May be asked on several threads.
public final class Watch {
    private final String name;
    private final DoubleConsumer progress;
    private final BooleanSupplier cancelled;
    private final AtomicLong done = new AtomicLong();
    private volatile long whole = 1;

    /// @param name what is read
    /// @param progress is told the share that is read, 0 … 1, now and then; one thread at a time
    /// @param cancelled is asked now and then whether to give up
    public Watch(String name, DoubleConsumer progress, BooleanSupplier cancelled) {
        this.name = name;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    /// A watch that nobody looks at.
    public static Watch none() {
        return new Watch("", _ -> {}, () -> false);
    }

    /// Says how much there is to do in all, in any unit.
    void begin(long all) {
        whole = Math.max(1, all);
        done.set(0);
    }

    /// Says that so much more is done.
    void add(long more) {
        check();
        synchronized (this) { // so that shares never fall
            progress.accept(Math.min(1.0, (double) done.addAndGet(more) / whole));
        }
    }

    /// @throws CancellationException if it was given up
    void check() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("reading " + name + " was cancelled");
        }
    }
}
