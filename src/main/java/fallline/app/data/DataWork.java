package fallline.app.data;

import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.app.work.Questions;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Work that goes through all rows: done at once where they are few, beside the window's thread where they are many.
///
/// Work that waits while other work is done gives way to newer work, so that a slider's drag does not pile up. It
/// belongs to the FX thread.
final class DataWork {
    /// More rows are worked through beside the window's thread.
    private static final int MANY_ROWS = 20_000;

    private final Asking<Work<?>, Runnable> asking;

    private record Work<T>(Supplier<T> work, Consumer<T> then) {
        /// @return hands over what the work gave
        Runnable done() {
            T given = work.get();
            return () -> then.accept(given);
        }
    }

    DataWork(Questions questions) {
        asking = questions.following(
                Lane.ANALYSIS, "Working through the rows", Work::done, (_, handOver) -> handOver.run());
    }

    /// Does `work`, then hands what it gave to `then` on the FX thread: before this returns, if the rows are few.
    <T> void run(int rows, Supplier<T> work, Consumer<T> then) {
        if (rows <= MANY_ROWS) {
            then.accept(work.get());
        } else {
            asking.ask(new Work<>(work, then));
        }
    }
}
