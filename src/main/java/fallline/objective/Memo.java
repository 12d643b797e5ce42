package fallline.objective;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is computed when it is first asked for, and kept. Shared by an objective and its twins; thread-safe.
public final class Memo<T> {
    private final Supplier<T> source;
    private final AtomicBoolean sought = new AtomicBoolean();
    private volatile @Nullable T value;

    public Memo(Supplier<T> source) {
        this.source = source;
    }

    public synchronized T get() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }

    /// The value if it is known. If not, it is computed in the background, and nobody waits for it.
    public Optional<T> atHand() {
        if (value == null && !sought.getAndSet(true)) {
            Thread.ofPlatform().daemon().name("optimum").start(this::get);
        }
        return Optional.ofNullable(value);
    }
}
