package fallline.workbench;

import fallline.experiment.judge.Judge;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.StepMeasurer;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.number.Numbers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// Computes the traces of runs on the workers, and posts what is known of them.
///
/// Of several tasks for one run the newest counts. A task that has just begun is let finish before the next (a slider's
/// drag shows every path that it can); one that takes longer is cancelled. The paths of all runs come before what is
/// measured beside them. It belongs to the workbench's thread; only [Job] runs elsewhere.
final class RunQueue {
    private static final long PATIENCE_NANOS = 30_000_000;

    /// Up to so many operations on numbers a verdict is there within a few milliseconds.
    private static final double JUDGED_AT_ONCE = 2e6;

    /// News of a run.
    record News(RunTask task, Optional<Trace> trace, Optional<Verdict> verdict, Optional<String> failure) {}

    private final class Job implements Runnable {
        private final String name;
        private final RunTask task;
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private volatile long begun;

        Job(String name, RunTask task) {
            this.name = name;
            this.task = task;
        }

        @Override
        public void run() {
            begun = System.nanoTime();
            tell(this::takeSteps);
        }

        private void takeSteps() {
            TraceRecorder.Path path = TraceRecorder.path(task, cancelled::get, this::postSoFar);
            if (path.rest().isEmpty()) {
                finish(path.trace());
            } else if (!cancelled.get()) {
                postSoFar(path.trace());
                StepMeasurer rest = path.rest().get();
                workers.execute(() -> tell(() -> finish(rest.measured(cancelled::get, this::postSoFar))));
            }
        }

        private void finish(Trace trace) {
            if (cancelled.get()) {
                return;
            }
            if (takesLong()) {
                postSoFar(trace); // the path is shown while it is judged
            }
            Judge.verdict(task, trace, cancelled::get)
                    .ifPresent(verdict ->
                            post(new News(task, Optional.of(trace), Optional.of(verdict), Optional.empty())));
        }

        /// Whether the curvature that a verdict needs takes longer than a picture.
        private boolean takesLong() {
            double n = task.objective().dimension();
            return n * n * (n + task.objective().surveyedRows()) > JUDGED_AT_ONCE;
        }

        private void tell(Runnable work) {
            try {
                work.run();
            } catch (RuntimeException | OutOfMemoryError e) {
                post(new News(task, Optional.empty(), Optional.empty(), Optional.of(sentence(e))));
            }
        }

        private void postSoFar(Trace trace) {
            post(new News(task, Optional.of(trace), Optional.empty(), Optional.empty()));
        }

        private String sentence(Throwable e) {
            return e instanceof OutOfMemoryError
                    ? "there is not enough memory for " + Numbers.whole(task.steps()) + " steps: take fewer steps"
                    : "the run could not be computed: " + e;
        }

        private void post(News news) {
            if (!cancelled.get()) {
                mailbox.post(Map.of(name, news));
            }
        }

        boolean isSlow() {
            return begun != 0 && System.nanoTime() - begun > PATIENCE_NANOS;
        }
    }

    private final Executor workers;
    private final Mailbox<Map<String, News>> mailbox;
    private final Map<String, Job> running = new HashMap<>();
    private final Map<String, RunTask> waiting = new HashMap<>();

    /// @param mailbox carries the news to the workbench's thread; whoever reads it calls [#finished]
    RunQueue(Executor workers, Mailbox<Map<String, News>> mailbox) {
        this.workers = workers;
        this.mailbox = mailbox;
    }

    /// Asks for the trace of `task` for the run called `name`.
    void submit(String name, RunTask task) {
        Job current = running.get(name);
        if (current == null) {
            start(name, task);
        } else if (current.isSlow()) {
            current.cancelled.set(true);
            start(name, task);
        } else {
            waiting.put(name, task);
        }
    }

    /// Gives up the run called `name`.
    void drop(String name) {
        waiting.remove(name);
        Job current = running.remove(name);
        if (current != null) {
            current.cancelled.set(true);
        }
    }

    /// Whether that is what is computed for the run called `name`: news of anything else come too late.
    boolean isAt(String name, RunTask task) {
        Job current = running.get(name);
        return current != null && current.task == task;
    }

    /// Starts what waited for the job of `task`, once its last news is read.
    void finished(String name, RunTask task) {
        if (isAt(name, task)) {
            running.remove(name);
            RunTask next = waiting.remove(name);
            if (next != null) {
                start(name, next);
            }
        }
    }

    private void start(String name, RunTask task) {
        Job job = new Job(name, task);
        waiting.remove(name);
        running.put(name, job);
        workers.execute(job);
    }
}
