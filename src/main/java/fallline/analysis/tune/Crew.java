package fallline.analysis.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Threads that make runs, stage by stage: nobody's next stage begins before all have ended the one before.
final class Crew implements AutoCloseable {
    private final ExecutorService threads;
    private final int all;
    private final BooleanSupplier cancelled;
    private final Consumer<TuneProgress> progress;
    private final AtomicInteger done = new AtomicInteger();

    /// @param all how many runs will be made
    Crew(int threads, int all, BooleanSupplier cancelled, Consumer<TuneProgress> progress) {
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("tuning-", 0).daemon().factory());
        this.all = all;
        this.cancelled = cancelled;
        this.progress = progress;
    }

    BooleanSupplier cancelled() {
        return cancelled;
    }

    /// Makes a run of one who takes part, on the calling thread.
    <T> T run(Entrant entrant, Supplier<T> run) {
        T end = run.get();
        progress.accept(
                new TuneProgress(entrant.optimizer().card().name(), Math.min(all, done.incrementAndGet()), all));
        return end;
    }

    /// Does all jobs of a stage, and waits for them; what is left of it when it is cancelled is dropped.
    ///
    /// @throws RuntimeException what a job threw
    <S> void stage(List<S> who, Function<S, List<Runnable>> jobs) {
        List<Future<?>> begun = new ArrayList<>();
        for (S one : who) {
            for (Runnable job : jobs.apply(one)) {
                begun.add(threads.submit(() -> {
                    if (!cancelled.getAsBoolean()) {
                        job.run();
                    }
                }));
            }
        }
        for (Future<?> job : begun) {
            await(job);
        }
    }

    private static void await(Future<?> job) {
        try {
            job.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
