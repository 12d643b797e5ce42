package fallline.app.data;

import fallline.workbench.Mailbox;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/// Work that goes through all rows: done at once where they are few, on a thread of its own where they are many.
///
/// Work that waits while other work is done gives way to newer work, so that a slider's drag does not pile up. It
/// belongs to the FX thread.
final class DataWork {
    /// More rows are worked through beside the window's thread.
    private static final int MANY_ROWS = 20_000;

    private final Executor thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("data").factory());
    private final Mailbox<Runnable> waiting = new Mailbox<>(thread, (_, newer) -> newer, Runnable::run);

    /// Does `work`, then hands what it gave to `then` on the FX thread: before this returns, if the rows are few.
    <T> void run(int rows, Supplier<T> work, Consumer<T> then) {
        if (rows <= MANY_ROWS) {
            then.accept(work.get());
            return;
        }
        waiting.post(() -> {
            T given = work.get();
            Platform.runLater(() -> then.accept(given));
        });
    }
}
