package fallline.app.work;

import fallline.io.FileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The door for files: open, save, export, preferences. It belongs to the window's thread, which waits for it before it
/// ends.
///
/// Work on one file is done in the order in which it was asked for; work on different files goes side by side, so that
/// saving never waits behind an export that computes. What goes wrong is told in one sentence.
public final class FileWork {
    /// How long work that was given up may take to clear away what it began.
    private static final Duration CLEARING = Duration.ofMillis(500);

    private final Executor threads;
    private final Executor own;
    private final Patience patience;
    private final Failures failures;

    /// The last piece of work on each file.
    private final Map<Path, CompletableFuture<Path>> last = new HashMap<>();

    /// What must not be lost when the window closes, by number.
    private final Map<Integer, CompletableFuture<Boolean>> writing = new ConcurrentHashMap<>();

    private final Set<Job<?, ?>> jobs = ConcurrentHashMap.newKeySet();

    private int begun;

    private Optional<Idle> idle = Optional.empty();
    private boolean wrong;
    private volatile boolean abandoned;

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

    /// As above, for work that says how far it is.
    public <T> void run(Path file, String doing, Reporting<T> work, Consumer<? super T> tell) {
        Saying saying = new Saying();
        saying.to(write(file, doing, CompletableFuture.completedFuture(file), _ -> work.with(saying), tell));
    }

    /// Hands on what work says of itself, to the job that it has become; before it has, nobody listens.
    private static final class Saying implements Consumer<String> {
        private volatile Optional<FileWork.Job<?, ?>> job = Optional.empty();

        void to(Job<?, ?> begun) {
            job = Optional.of(begun);
        }

        @Override
        public void accept(String words) {
            job.ifPresent(begun -> begun.say(words));
        }
    }

    /// Work that says on the way, on its own thread, how far it is.
    @FunctionalInterface
    public interface Reporting<T> {
        T with(Consumer<String> say) throws Exception;
    }

    /// As above, for work that begins elsewhere: `first` is done by `where`, and no other file waits for it.
    public <P, T> void run(
            Path file, String doing, Executor where, Callable<P> first, Work<P, T> work, Consumer<? super T> tell) {
        write(file, doing, CompletableFuture.supplyAsync(() -> call(first), where), work, tell);
    }

    /// Reads a file beside the window, after what is being written into it; a window that closes does not wait for it.
    public <T> void read(Path file, String doing, Callable<T> work, Consumer<? super T> tell) {
        add(file, doing, CompletableFuture.completedFuture(file), _ -> work.call(), tell, Optional.empty());
    }

    /// The part of the work that reads or writes.
    @FunctionalInterface
    public interface Work<P, T> {
        T with(P prepared) throws Exception;
    }

    private <P, T> Job<P, T> write(
            Path file, String doing, CompletableFuture<P> prepared, Work<P, T> work, Consumer<? super T> tell) {
        CompletableFuture<Boolean> written = new CompletableFuture<>();
        int number = begun++;
        writing.put(number, written);
        return add(file, doing, prepared, work, tell, Optional.of(new End(() -> written.complete(true), () -> {
            writing.remove(number);
            rest();
        })));
    }

    private <P, T> Job<P, T> add(
            Path file,
            String doing,
            CompletableFuture<P> prepared,
            Work<P, T> work,
            Consumer<? super T> tell,
            Optional<End> end) {
        Path key = file.toAbsolutePath().normalize();
        CompletableFuture<Path> before = last.getOrDefault(key, CompletableFuture.completedFuture(key));
        Job<P, T> job = new Job<>(key, doing, work, tell, end);
        job.start(before, prepared);
        last.values().removeIf(CompletableFuture::isDone);
        last.put(key, job.ended);
        return job;
    }

    /// One piece of work on a file. The user may give it up once it takes its time: what is read is then not waited
    /// for any more, whatever its disk does; what is written is interrupted, and the file stays as it was.
    private final class Job<P, T> {
        private final Path key;
        private final String doing;
        private final Work<P, T> work;
        private final Consumer<? super T> tell;
        private final Optional<End> end;
        private final CompletableFuture<Path> ended = new CompletableFuture<>();
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private final Patience.Watched watch;
        private Optional<Thread> worker = Optional.empty();

        /// Whether its outcome was told, or is not wanted any more.
        private boolean over;

        /// @param end of what is written; nothing for what is read
        Job(Path key, String doing, Work<P, T> work, Consumer<? super T> tell, Optional<End> end) {
            this.key = key;
            this.doing = doing;
            this.work = work;
            this.tell = tell;
            this.end = end;
            watch = patience.watch(doing, Optional.of(this::cancel));
        }

        void start(CompletableFuture<Path> before, CompletableFuture<P> prepared) {
            jobs.add(this);
            var _ = before.thenCompose(_ -> prepared)
                    .thenApplyAsync(this::done, threads)
                    .whenComplete((given, fault) -> {
                        jobs.remove(this);
                        end.ifPresent(of -> of.done().run());
                        ended.complete(key);
                        own.execute(() -> conclude(given, fault));
                    });
        }

        private T done(P given) {
            work(Optional.of(Thread.currentThread()));
            try {
                if (cancelled.get()) {
                    throw new CancellationException();
                }
                return call(() -> work.with(given));
            } finally {
                work(Optional.empty());
                var _ = Thread.interrupted(); // the thread goes on to other work
            }
        }

        private synchronized void work(Optional<Thread> thread) {
            worker = thread;
        }

        private void conclude(T given, @Nullable Throwable fault) {
            if (over) {
                return;
            }
            over = true;
            watch.cancel();
            try {
                if (fault == null) {
                    tell.accept(given);
                } else {
                    wrong |= busy(); // whoever waits for the end of writing is to know
                    failures.tell(doing, cancelled.get() ? givenUp() : cause(fault));
                }
            } finally {
                end.ifPresent(of -> of.told().run());
            }
        }

        private FileException givenUp() {
            return new FileException(doing + " was given up: the file is as it was.");
        }

        /// Any thread may call it.
        void say(String words) {
            own.execute(() -> watch.say(words));
        }

        private void cancel() {
            interrupt();
            if (end.isEmpty() && !over) {
                over = true;
                watch.cancel();
                ended.complete(key);
            }
        }

        /// Any thread may call it.
        synchronized void interrupt() {
            cancelled.set(true);
            worker.ifPresent(Thread::interrupt);
        }
    }

    /// What is to be done at the end of a piece of writing.
    ///
    /// @param done on whatever thread, when the work is done
    /// @param told on the window's thread, when its outcome is told
    private record End(Runnable done, Runnable told) {}

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
        jobs.forEach(Job::interrupt);
    }

    /// Lets what is being written come to its end, and gives up what does not in that time, so that no file is half
    /// written and none lies beside it: for the end of the process, on a thread of its own.
    public void finish(Duration time) {
        if (!abandoned) {
            wait(time);
        }
        jobs.forEach(Job::interrupt);
        wait(CLEARING);
    }

    private void wait(Duration time) {
        try {
            CompletableFuture.allOf(writing.values().toArray(CompletableFuture[]::new))
                    .get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            // the time is over; nobody is there to be told
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
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
