package fallline.workbench;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A one-slot hand-off between threads: however many letters workers post between two turns of the reader, it reads
/// once, on its executor (in the window: the FX thread), what they add up to.
public final class Mailbox<T> {
    private final AtomicReference<@Nullable T> slot = new AtomicReference<>();
    private final Executor executor;
    private final BinaryOperator<T> merge;
    private final Consumer<T> reader;

    /// @param merge joins an unread letter with a newer one; `(old, newer) -> newer` lets the newest win
    public Mailbox(Executor executor, BinaryOperator<T> merge, Consumer<T> reader) {
        this.executor = executor;
        this.merge = merge;
        this.reader = reader;
    }

    /// Callable from any thread.
    public void post(T letter) {
        T waiting = slot.getAndUpdate(old -> old == null ? letter : merge.apply(old, letter));
        if (waiting == null) {
            executor.execute(this::read);
        }
    }

    private void read() {
        T letter = slot.getAndSet(null);
        if (letter != null) {
            reader.accept(letter);
        }
    }
}
