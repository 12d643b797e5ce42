package fallline.objective;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is computed when it is first asked for, and kept. Shared by an objective and its twins; thread-safe.
final class Memo<T> {
    private final Supplier<T> source;
    private @Nullable T value;

    Memo(Supplier<T> source) {
        this.source = source;
    }

    synchronized T get() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }
}
