package fallline.workbench;

import fallline.experiment.judge.Verdict;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import java.util.Optional;

/// What is known of a run: its task, the trace as far as it is computed, and in the end its verdict.
///
/// @param trace the trace so far; after an edit, that of the recipe before until the new one comes
/// @param traced the task that `trace` belongs to; differs from `task` while the new trace is being computed
/// @param verdict how the run ended, once it has
/// @param refusal why the run cannot be made, in one sentence
public record RunRecord(
        Optional<RunTask> task,
        Optional<RunTask> traced,
        Optional<Trace> trace,
        Optional<Verdict> verdict,
        Optional<String> refusal) {
    /// A run of which nothing is computed yet.
    static RunRecord waiting(RunTask task) {
        return new RunRecord(Optional.of(task), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// A run that cannot be made.
    static RunRecord refused(String sentence) {
        return new RunRecord(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(sentence));
    }

    /// The record for another task, with the old trace shown until the new one comes.
    RunRecord superseded(RunTask next) {
        return new RunRecord(Optional.of(next), traced, trace, Optional.empty(), Optional.empty());
    }

    /// The record with news of this task, or of the one before while this one's are awaited.
    RunRecord with(RunQueue.News news) {
        boolean current = task.filter(wanted -> wanted == news.task()).isPresent();
        return new RunRecord(
                task,
                news.trace().isPresent() ? Optional.of(news.task()) : traced,
                news.trace().or(() -> trace),
                current ? news.verdict() : Optional.empty(),
                current ? news.failure() : Optional.empty());
    }

    /// Whether all steps are computed and measured, and only the verdict is awaited.
    public boolean judging() {
        return verdict.isEmpty() && refusal.isEmpty() && task.isPresent() && isWhole(task.get());
    }

    private boolean isWhole(RunTask wanted) {
        return traced.filter(mine -> mine == wanted).isPresent()
                && trace.filter(known -> known.measuredRows() == known.length()
                                && (known.lastStep() == wanted.steps() || known.lastFiniteStep() < known.lastStep()))
                        .isPresent();
    }

    /// Whether nothing more will come.
    public boolean settled() {
        return refusal.isPresent() || verdict.isPresent();
    }
}
