package fallline.workbench;

import fallline.experiment.judge.Verdict;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import java.util.Optional;

/// What is known of a run: it is being computed, has ended, or cannot be made. The path that is drawn may still be that
/// of the recipe before.
public sealed interface RunRecord {
    /// A path and the task that it belongs to.
    record Path(RunTask task, Trace trace) {}

    /// A run that is being computed or judged.
    ///
    /// @param wanted what is being computed
    /// @param path as far as it is computed; after an edit, that of the recipe before until the new one comes
    record Computing(RunTask wanted, Optional<Path> path) implements RunRecord {}

    /// A run whose end is judged.
    record Ended(RunTask wanted, Optional<Path> path, Verdict end) implements RunRecord {}

    /// A run that cannot be made.
    ///
    /// @param wanted what was to be computed, if the recipe made sense so far
    /// @param sentence why
    record Refused(Optional<RunTask> wanted, Optional<Path> path, String sentence) implements RunRecord {}

    /// A run whose future is hidden: what is there of its path is all that anybody is to know.
    ///
    /// @param wanted what is computed
    /// @param path up to where it is shown
    record Veiled(RunTask wanted, Optional<Path> path) implements RunRecord {}

    /// A run of which nothing is computed yet.
    static RunRecord waiting(RunTask task) {
        return new Computing(task, Optional.empty());
    }

    /// A run that cannot be made.
    static RunRecord refused(String sentence) {
        return new Refused(Optional.empty(), Optional.empty(), sentence);
    }

    /// A run that has ended.
    static RunRecord ended(RunTask task, Trace trace, Verdict verdict) {
        return new Ended(task, Optional.of(new Path(task, trace)), verdict);
    }

    /// The path that is drawn, if there is one.
    Optional<Path> path();

    /// What is computed, or was to be.
    default Optional<RunTask> task() {
        return switch (this) {
            case Computing computing -> Optional.of(computing.wanted());
            case Ended ended -> Optional.of(ended.wanted());
            case Veiled veiled -> Optional.of(veiled.wanted());
            case Refused refused -> refused.wanted();
        };
    }

    /// The task of the path; differs from [#task] while the new trace is being computed.
    default Optional<RunTask> traced() {
        return path().map(Path::task);
    }

    /// The trace of the path.
    default Optional<Trace> trace() {
        return path().map(Path::trace);
    }

    /// How the run ended, once that is judged.
    default Optional<Verdict> verdict() {
        return this instanceof Ended ended ? Optional.of(ended.end()) : Optional.empty();
    }

    /// Why the run cannot be made, in one sentence.
    default Optional<String> refusal() {
        return this instanceof Refused refused ? Optional.of(refused.sentence()) : Optional.empty();
    }

    /// The record with all that comes after `step` hidden, the end and the verdict included; a run that cannot be made
    /// has nothing to hide.
    default RunRecord veiled(int step) {
        Optional<Path> seen = path().map(path -> path.trace().lastStep() <= step
                ? path
                : new Path(path.task(), path.trace().upTo(Math.max(0, step))));
        return this instanceof Refused ? this : new Veiled(task().orElseThrow(), seen);
    }

    /// The record for another task, with the old path shown until the new one comes.
    default RunRecord superseded(RunTask next) {
        return new Computing(next, path());
    }

    /// The record with news of this task, or of the one before while this one's are awaited.
    default RunRecord with(RunQueue.News news) {
        Optional<RunTask> wanted = task();
        if (wanted.isEmpty()) {
            return this;
        }
        Optional<Path> known =
                news.trace().map(trace -> new Path(news.task(), trace)).or(this::path);
        boolean current = wanted.get() == news.task();
        if (current && news.failure().isPresent()) {
            return new Refused(wanted, known, news.failure().get());
        }
        return current && news.verdict().isPresent()
                ? new Ended(wanted.get(), known, news.verdict().get())
                : new Computing(wanted.get(), known);
    }

    /// Whether all steps are computed and measured, and only the verdict is awaited.
    default boolean judging() {
        return this instanceof Computing computing
                && path().filter(known -> known.task() == computing.wanted() && isWhole(known))
                        .isPresent();
    }

    private static boolean isWhole(Path path) {
        Trace trace = path.trace();
        return trace.measuredRows() == trace.length()
                && (trace.lastStep() == path.task().steps() || trace.lastFiniteStep() < trace.lastStep());
    }

    /// Whether nothing more will come.
    default boolean settled() {
        return !(this instanceof Computing);
    }
}
