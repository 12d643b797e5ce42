package fallline.cli;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.run.TaskResolver;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Computes the runs of an experiment in parallel and hands them over in order. Only a few more than are being computed
/// are in memory at a time.
final class ParallelRuns {
    /// Takes one run after the other.
    @FunctionalInterface
    interface Taker {
        void take(FinishedRun run) throws IOException;
    }

    private final TaskResolver resolver;
    private final int threads;

    ParallelRuns(TaskResolver resolver, int threads) {
        this.resolver = resolver;
        this.threads = Math.max(1, threads);
    }

    /// On all processors, with the optimizers of the catalogue.
    static ParallelRuns usual(OptimizerCatalogue catalogue) {
        return new ParallelRuns(
                new TaskResolver(catalogue), Runtime.getRuntime().availableProcessors());
    }

    /// All runs with their traces.
    ///
    /// @throws RunFailure with a sentence, if a run could not be computed
    List<FinishedRun> all(Experiment experiment) {
        List<FinishedRun> runs = new ArrayList<>();
        try {
            forEach(experiment, runs::add);
        } catch (IOException e) {
            throw new RunFailure("A run could not be computed: " + e.getMessage(), e);
        }
        return runs;
    }

    /// @throws RunFailure with a sentence, if a run could not be computed
    void forEach(Experiment experiment, Taker taker) throws IOException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads, ParallelRuns::daemon)) {
            Iterator<Run> waiting = experiment.runs().iterator();
            Deque<Future<FinishedRun>> begun = new ArrayDeque<>();
            try {
                while (waiting.hasNext() || !begun.isEmpty()) {
                    while (waiting.hasNext() && begun.size() < threads) {
                        Run run = waiting.next();
                        begun.add(pool.submit(() -> FinishedRun.of(experiment, run, resolver)));
                    }
                    taker.take(result(begun.remove()));
                }
            } finally {
                begun.forEach(run -> run.cancel(true));
            }
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "run");
        thread.setDaemon(true);
        return thread;
    }

    private static FinishedRun result(Future<FinishedRun> run) {
        try {
            return run.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new RunFailure(
                    cause instanceof OutOfMemoryError
                            ? "There is not enough memory for this experiment: take fewer steps or fewer runs."
                            : "A run could not be computed: " + cause,
                    e);
        } catch (InterruptedException | CancellationException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure("The runs were interrupted.", e);
        }
    }
}
