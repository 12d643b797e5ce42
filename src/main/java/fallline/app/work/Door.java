package fallline.app.work;

import fallline.io.LogFile;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// All that a window needs for work beside its own thread: questions, files, their threads, and what becomes of faults.
/// It belongs to the window's thread.
public final class Door implements AutoCloseable {
    private final Lanes lanes = new Lanes();
    private final Working working = new Working();
    private final Failures failures;
    private final Questions questions;
    private final FileWork files;

    /// @param own runs tasks on the window's thread
    /// @param warn tells the user what went wrong; called on that thread
    /// @param log gets the traces of what should not have happened
    public Door(Executor own, Consumer<String> warn, Optional<LogFile> log) {
        failures = new Failures(warn, own, log);
        Executor later = CompletableFuture.delayedExecutor(Patience.MILLIS, TimeUnit.MILLISECONDS, own);
        Patience patience = new Patience(later, working);
        questions = new Questions(lanes::of, own, patience, failures);
        files = new FileWork(lanes.of(Lane.FILES), own, patience, failures);
    }

    public Questions questions() {
        return questions;
    }

    public FileWork files() {
        return files;
    }

    public Failures failures() {
        return failures;
    }

    /// What takes its time.
    public Working working() {
        return working;
    }

    /// The one thread on which figures are composed and painted, in the order of their orders.
    public Executor painter() {
        return lanes.of(Lane.PAINTING);
    }

    /// Waits for what is being written, then ends the threads; nothing comes back from them afterwards.
    @Override
    public void close() {
        files.await();
        lanes.close();
    }
}
