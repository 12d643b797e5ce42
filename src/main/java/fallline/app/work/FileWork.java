package fallline.app.work;

import fallline.workbench.Subscription;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The door for files: open, save, export, preferences. It belongs to the window's thread, which waits for it before it
/// ends.
///
/// Work on one file is done in the order in which it was asked for; work on different files goes side by side, so that
/// saving never waits behind an export that computes. What goes wrong is told in one sentence.
public final class FileWork {
    private final Executor threads;
    private final Executor own;
    private final Patience patience;
    private final Failures failures;

    /// The last piece of work on each file.
    private final Map<Path, CompletableFuture<Path>> last = new HashMap<>();

    /// What must not be lost when the window closes, by number.
    private final Map<Integer, CompletableFuture<Boolean>> writing = new HashMap<>();

    private int begun;

    private Optional<Idle> idle = Optional.empty();
    private boolean wrong;
    private boolean abandoned;

    /// Is told once nothing is being written any more.
    @FunctionalInterface
    public interface Idle {
        /// @param well whether all of it was done
        void rest(boolean well);
    }

    /// @param threads runs what must not wait
    /// @param own runs tasks on the window's thread
    public FileWork(Executor threads, Executor own, Patience patience, Failures failures) {
        this.threads = threads;
        this.own = own;
        this.patience = patience;
        this.failures = failures;
    }

    /// Writes a file beside the window, then hands what the work gave to `tell` on the window's thread.
    ///
    /// @param doing what is done, for the user: `Saving bowl.json`
    public <T> void run(Path file, String doing, Callable<T> work, Consumer<? super T> tell) {
        write(file, doing, CompletableFuture.completedFuture(file), _ -> work.call(), tell);
    }

    /// As above, for work that begins elsewhere: `first` is done by `where`, and no other file waits for it.
    public <P, T> void run(
            Path file, String doing, Executor where, Callable<P> first, Work<P, T> work, Consumer<? super T> tell) {
        write(file, doing, CompletableFuture.supplyAsync(() -> call(first), where), work, tell);
    }

    /// Reads a file beside the window, after what is being written into it; a window that closes does not wait for it.
    public <T> void read(Path file, String doing, Callable<T> work, Consumer<? super T> tell) {
        add(file, doing, CompletableFuture.completedFuture(file), _ -> work.call(), tell, End.NOTHING);
    }

    /// The part of the work that reads or writes.
    @FunctionalInterface
    public interface Work<P, T> {
        T with(P prepared) throws Exception;
    }

    private <P, T> void write(
            Path file, String doing, CompletableFuture<P> prepared, Work<P, T> work, Consumer<? super T> tell) {
        CompletableFuture<Boolean> written = new CompletableFuture<>();
        int number = begun++;
        writing.put(number, written);
        add(file, doing, prepared, work, tell, new End(() -> written.complete(true), () -> {
            writing.remove(number);
            rest();
        }));
    }

    /// What is to be done at the end of a piece of work.
    ///
    /// @param done on whatever thread, when the work is done
    /// @param told on the window's thread, when its outcome is told
    private record End(Runnable done, Runnable told) {
        static final End NOTHING = new End(() -> {}, () -> {});
    }

    private <P, T> void add(
            Path file,
            String doing,
            CompletableFuture<P> prepared,
            Work<P, T> work,
            Consumer<? super T> tell,
            End end) {
        Path key = file.toAbsolutePath().normalize();
        Subscription watch = patience.watch(doing, Optional.empty());
        CompletableFuture<Path> before = last.getOrDefault(key, CompletableFuture.completedFuture(key));
        CompletableFuture<Path> ended = before.thenCompose(_ -> prepared)
                .thenApplyAsync(given -> call(() -> work.with(given)), threads)
                .handle((given, fault) -> {
                    end.done().run();
                    own.execute(() -> {
                        watch.cancel();
                        try {
                            tell(doing, given, fault, tell);
                        } finally {
                            end.told().run();
                        }
                    });
                    return key;
                });
        last.values().removeIf(CompletableFuture::isDone);
        last.put(key, ended);
    }

    private <T> void tell(String doing, T given, @Nullable Throwable fault, Consumer<? super T> tell) {
        if (fault == null) {
            tell.accept(given);
        } else {
            wrong |= busy(); // whoever waits for the end of writing is to know
            failures.tell(doing, cause(fault));
        }
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private static Throwable cause(Throwable fault) {
        return fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    }

    /// Whether something is being written.
    public boolean busy() {
        return !writing.isEmpty();
    }

    /// Calls `listener` as soon as nothing is being written: at once, if that is now.
    public void whenIdle(Idle listener) {
        wrong = false;
        idle = Optional.of(listener);
        rest();
    }

    private void rest() {
        if (writing.isEmpty()) {
            Optional<Idle> waiting = idle;
            idle = Optional.empty();
            waiting.ifPresent(listener -> listener.rest(!wrong));
        }
    }

    /// Waits for nothing any more: the user does not mind the loss.
    public void abandon() {
        abandoned = true;
    }

    /// Whether the user does not mind that something is not written.
    public boolean isAbandoned() {
        return abandoned;
    }

    /// Waits until all is written that was asked for, unless the user does not mind the loss. What the work gave is
    /// told afterwards, if the window's thread is the one that waits.
    public void await() {
        if (!abandoned) {
            CompletableFuture.allOf(writing.values().toArray(CompletableFuture[]::new))
                    .join();
        }
    }
}
