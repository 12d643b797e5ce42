package fallline.workbench;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/// What is known of each run of the current experiment. It has computed what is not known yet, and takes in what the
/// workers find. It belongs to the workbench's thread.
final class KnownRuns {
    private final TaskResolver resolver;
    private final RunQueue queue;
    private final Runnable onNews;
    private final Map<String, RunRecord> records = new HashMap<>();

    /// @param own runs tasks on the workbench's thread
    /// @param onNews is run there after something was learnt of a run
    KnownRuns(TaskResolver resolver, Executor workers, Executor own, Runnable onNews) {
        this.resolver = resolver;
        this.onNews = onNews;
        queue = new RunQueue(workers, new Mailbox<>(own, KnownRuns::join, this::take));
    }

    TaskResolver resolver() {
        return resolver;
    }

    /// By the names of the runs, as it is now.
    Map<String, RunRecord> records() {
        return Collections.unmodifiableMap(records);
    }

    /// The runs of which nothing is missing.
    Map<String, RunRecord> settled() {
        Map<String, RunRecord> known = new HashMap<>(records);
        known.values().removeIf(record -> !record.settled());
        return known;
    }

    /// Knows again what was settled once.
    void recall(Map<String, RunRecord> settled) {
        records.putAll(settled);
    }

    /// Gives up what is being computed, and knows nothing any more.
    void forget() {
        records.keySet().forEach(queue::drop);
        records.clear();
    }

    /// Has the runs of an experiment computed, as far as what is known of them is not the same still.
    void compute(Experiment experiment) {
        Map<String, RunRecord> before = new HashMap<>(records);
        Map<String, RunTask> wanted = new LinkedHashMap<>();
        records.clear();
        for (Run run : experiment.runs()) {
            Optional<RunRecord> known = Optional.ofNullable(before.remove(run.name()));
            records.put(run.name(), recordOf(experiment, run, known, wanted));
        }
        before.keySet().forEach(queue::drop);
        // only now, when every run has a record: workers that work on this very thread have news before this returns
        wanted.forEach(queue::submit);
    }

    /// @param wanted gets the task of the run, if it is to be computed
    private RunRecord recordOf(
            Experiment experiment, Run run, Optional<RunRecord> before, Map<String, RunTask> wanted) {
        RunTask task;
        try {
            task = resolver.resolve(experiment, run);
        } catch (IllegalArgumentException e) {
            queue.drop(run.name());
            return RunRecord.refused(String.valueOf(e.getMessage()));
        }
        if (before.flatMap(RunRecord::task).filter(task::leadsToSameTrace).isPresent()) {
            return before.get();
        }
        wanted.put(run.name(), task);
        boolean comparable = before.flatMap(RunRecord::traced)
                .filter(old -> old.objective().dimension() == task.objective().dimension())
                .isPresent();
        return comparable ? before.get().superseded(task) : RunRecord.waiting(task);
    }

    private static Map<String, RunQueue.News> join(Map<String, RunQueue.News> old, Map<String, RunQueue.News> newer) {
        Map<String, RunQueue.News> all = new HashMap<>(old);
        all.putAll(newer);
        return all;
    }

    private void take(Map<String, RunQueue.News> letter) {
        letter.forEach((name, news) -> {
            RunRecord record = records.get(name);
            // a letter may have been on its way when its job was given up: of a lesson that was left, by the same name
            if (record != null && record.task().isPresent() && queue.isAt(name, news.task())) {
                records.put(name, record.with(news));
            }
            if (news.verdict().isPresent() || news.failure().isPresent()) {
                queue.finished(name, news.task());
            }
        });
        onNews.run();
    }
}
