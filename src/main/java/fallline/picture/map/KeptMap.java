package fallline.picture.map;

import fallline.analysis.map.MapTask;
import fallline.analysis.map.MapWork;
import fallline.experiment.ensemble.EnsembleRunner;
import fallline.experiment.run.RunTask;
import fallline.experiment.view.SweepLook.Measure;
import fallline.figure.map.CellSource.Shown;
import fallline.picture.Later;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The map that is looked at: coarse at once, then finer and finer in the background until another one is looked at.
/// Until the first cells of another are there, what was there stays, moved and scaled to its place. Thread-safe.
final class KeptMap {
    /// So many steps, rows and parameters multiplied are done before a picture is painted: a few milliseconds.
    private static final double WORK_AT_ONCE = 3e6;

    /// What a step of the ordinary engine costs besides.
    private static final double ORDINARY_STEP = 300;

    /// Blocks of this side are better than an old picture that is moved and scaled.
    private static final int FINER_THAN_MOVED = 4;

    private final EnsembleRunner runner = new EnsembleRunner();
    private final BiFunction<MapWork, Integer, Shown> paint;
    private volatile @Nullable Entry last;

    /// @param moved whether what is shown is the same map of another part, finer than the first blocks of this one
    private record Entry(
            MapTask task, MapWork work, Later later, AtomicBoolean cancelled, Optional<Shown> shown, boolean moved) {
        Entry with(Shown other) {
            return new Entry(task, work, later, cancelled, Optional.of(other), false);
        }
    }

    /// @param paint makes a picture of what is known, given the side of the blocks that are known everywhere
    KeptMap(BiFunction<MapWork, Integer, Shown> paint) {
        this.paint = paint;
    }

    /// What is known of the map.
    ///
    /// @throws IllegalArgumentException with a sentence, if the optimizer does not take a setting
    synchronized Shown of(MapTask task, Later later) {
        Entry now = last;
        if (now != null && now.later == later && now.shown.isPresent() && isSame(now.task, task)) {
            return now.shown.get();
        }
        Optional<MapWork> same = Optional.ofNullable(now)
                .filter(one -> one.task.asksTheSame(task))
                .map(Entry::work);
        MapWork work = same.map(one -> one.moved(task)).orElseGet(() -> new MapWork(task, runner));
        Optional<Shown> before = now == null ? Optional.empty() : now.shown;
        cancel();
        boolean moved = same.isPresent() && before.isPresent();
        Entry next = new Entry(task, work, later, new AtomicBoolean(), before, moved);
        if (later.isAtOnce()) {
            work.finish(() -> false);
            next = next.with(paint.apply(work, 1));
        } else {
            int first = MapWork.COARSEST;
            if (before.isEmpty() || (isQuick(task) && !moved)) {
                if (isQuick(task)) {
                    work.refine(first, () -> false);
                    first /= 2;
                }
                next = next.with(paint.apply(work, 2 * first));
            }
            int block = first;
            later.background().execute(() -> refine(work, block, later));
        }
        last = next;
        return next.shown.orElseThrow();
    }

    /// The work on the map that was asked for last, whose cells may not all be known yet; waits for nobody.
    Optional<MapWork> work() {
        return Optional.ofNullable(last).map(Entry::work);
    }

    /// Nobody looks at it any more.
    synchronized void cancel() {
        Entry now = last;
        if (now != null) {
            now.cancelled.set(true);
        }
    }

    private static boolean isSame(MapTask one, MapTask other) {
        return one.asksTheSame(other) && one.x().equals(other.x()) && one.y().equals(other.y());
    }

    private static boolean isQuick(MapTask task) {
        double cells = (double) task.columns() * task.rows() / (MapWork.COARSEST * MapWork.COARSEST);
        boolean judged = task instanceof MapTask.Sweep sweep && sweep.measure() == Measure.VERDICT;
        return !judged && cost(task.base()) * Math.max(cells, 1) <= WORK_AT_ONCE;
    }

    /// About how many numbers one run goes through; a step of the ordinary engine costs as much as some more.
    static double cost(RunTask task) {
        double numbers =
                (double) task.objective().surveyedRows() * task.objective().dimension();
        return task.steps() * (EnsembleRunner.isLikelyQuick(task) ? numbers : numbers + ORDINARY_STEP);
    }

    private void refine(MapWork work, int block, Later later) {
        Optional<Entry> mine = current(work);
        if (mine.isEmpty() || !work.refine(block, mine.get().cancelled::get)) {
            return;
        }
        Shown shown = paint.apply(work, block);
        if (replaced(work, shown, block)) {
            later.ready().run();
            if (block > 1) {
                later.background().execute(() -> refine(work, block / 2, later));
            }
        }
    }

    private synchronized Optional<Entry> current(MapWork work) {
        Entry now = last;
        return now == null || now.work != work ? Optional.empty() : Optional.of(now);
    }

    /// Whether the work is still wanted.
    private synchronized boolean replaced(MapWork work, Shown shown, int block) {
        Entry now = last;
        if (now == null || now.work != work) {
            return false;
        }
        last = now.moved && block > FINER_THAN_MOVED ? now : now.with(shown);
        return true;
    }
}
