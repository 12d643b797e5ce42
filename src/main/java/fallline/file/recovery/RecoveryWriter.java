package fallline.file.recovery;

import fallline.io.FileException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps the newest of the states that it is told of, at most one each time that `later` lets it. Telling it costs
/// nothing; callable from any thread.
public final class RecoveryWriter {
    private final RecoveryFile file;
    private final Executor later;
    private final Clock clock;
    private final Consumer<FileException> onFailure;
    private final AtomicReference<@Nullable Snapshot> newest = new AtomicReference<>();
    private final AtomicBoolean ordered = new AtomicBoolean();

    /// @param later runs a task after a while, beside the window
    /// @param onFailure is told, on the thread of `later`, what could not be written
    public RecoveryWriter(RecoveryFile file, Executor later, Clock clock, Consumer<FileException> onFailure) {
        this.file = file;
        this.later = later;
        this.clock = clock;
        this.onFailure = onFailure;
    }

    /// This is on the screen now.
    public void note(Snapshot snapshot) {
        newest.set(snapshot);
        if (ordered.compareAndSet(false, true)) {
            later.execute(this::write);
        }
    }

    private void write() {
        ordered.set(false); // what is noted from here on is written the next time
        Optional.ofNullable(newest.getAndSet(null)).ifPresent(snapshot -> {
            try {
                file.keep(snapshot, clock.instant());
            } catch (FileException e) {
                onFailure.accept(e);
            }
        });
    }
}
