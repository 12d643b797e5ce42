package fallline.experiment.ensemble;

import fallline.experiment.judge.Verdict;
import fallline.experiment.run.RunTask;
import fallline.expr.compile.LaneCompiler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/// Computes the cells of ensembles, each with the bits of its run by itself, whatever the order, blocks and threads.
///
/// It remembers what it has compiled: one that lives as long as a map serves every drag of a slider at once. Several
/// threads may use it.
public final class EnsembleRunner {
    /// So few cells are quicker one by one.
    private static final int FEW = 12;

    /// Cells of a block that the ordinary engine computes.
    private static final int ORDINARY = 8;

    /// How many programs are remembered.
    private static final int MOST_PROGRAMS = 8;

    /// The program that was used last comes first.
    private final Deque<LaneProgram> programs = new ArrayDeque<>();

    /// The ensemble that was asked about last; forgotten with the runner.
    private volatile @Nullable Found last;

    /// @param program empty where there is only the ordinary engine
    private record Found(Ensemble ensemble, Optional<LaneProgram> program) {}

    /// The work on the places `from` … `to` − 1 of an order.
    private interface Block {
        void run(int from, int to);
    }

    /// Numbers 0 … `cells` − 1.
    public static int[] inOrder(int cells) {
        int[] order = new int[cells];
        for (int i = 0; i < cells; i++) {
            order[i] = i;
        }
        return order;
    }

    /// Computes the cells `order[from] … order[to − 1]` on this thread. Blocks that differ may be computed by several
    /// threads at once, into the same outcomes.
    ///
    /// @param cancelled asked often; once true, the cells that are not done stay [CellState#PENDING]
    public void run(Ensemble ensemble, int[] order, int from, int to, Outcomes outcomes, BooleanSupplier cancelled) {
        Optional<LaneProgram> program = to - from < FEW ? Optional.empty() : program(ensemble);
        int next = from;
        while (program.isPresent() && to - next >= FEW && !cancelled.getAsBoolean()) {
            int end = Math.min(next + LaneCompiler.LANES, to);
            program.get().run(ensemble, order, next, end, outcomes, cancelled);
            next = end;
        }
        for (; next < to && !cancelled.getAsBoolean(); next++) {
            Cells.run(ensemble, order[next], outcomes, cancelled);
        }
    }

    /// Whether many runs like this one are likely to be computed side by side by code of their own, without compiling
    /// it: only [#isQuick] knows whether that comes about.
    public static boolean isLikelyQuick(RunTask task) {
        return LaneProgram.goes(new Ensemble(task, 1, new Starts.Same(), List.of(), Optional.empty()));
    }

    /// Whether the cells of an ensemble are computed side by side by code of their own.
    public boolean isQuick(Ensemble ensemble) {
        return program(ensemble).isPresent();
    }

    private Optional<LaneProgram> program(Ensemble ensemble) {
        Found known = last;
        if (known == null || known.ensemble != ensemble) {
            known = new Found(ensemble, find(ensemble));
            last = known;
        }
        return known.program;
    }

    private synchronized Optional<LaneProgram> find(Ensemble ensemble) {
        for (LaneProgram known : programs) {
            if (known.suits(ensemble)) {
                programs.remove(known);
                programs.addFirst(known);
                return Optional.of(known);
            }
        }
        Optional<LaneProgram> made = LaneProgram.of(ensemble);
        made.ifPresent(programs::addFirst);
        if (programs.size() > MOST_PROGRAMS) {
            programs.removeLast();
        }
        return made;
    }

    /// Computes cells on all cores, in blocks about in the given order, and returns when they are done.
    ///
    /// @param progress called now and then on this thread with the number of cells that were handed out so far
    public void runAll(
            Ensemble ensemble, int[] order, Outcomes outcomes, BooleanSupplier cancelled, IntConsumer progress) {
        spread(
                order.length,
                isQuick(ensemble) ? LaneCompiler.LANES : ORDINARY,
                cancelled,
                progress,
                (from, to) -> run(ensemble, order, from, to, outcomes, cancelled));
    }

    /// Computes and judges cells on all cores, about in the given order, by the ordinary engine, and returns when they
    /// are done: a verdict needs the whole run.
    ///
    /// @param verdicts told of each cell and its verdict, on several threads
    public void judgeAll(
            Ensemble ensemble,
            int[] order,
            Outcomes outcomes,
            ObjIntConsumer<Verdict> verdicts,
            BooleanSupplier cancelled,
            IntConsumer progress) {
        spread(order.length, 1, cancelled, progress, (from, _) -> Cells.judged(
                        ensemble, order[from], outcomes, cancelled)
                .ifPresent(verdict -> verdicts.accept(verdict, order[from])));
    }

    private static void spread(int count, int block, BooleanSupplier cancelled, IntConsumer progress, Block work) {
        AtomicInteger next = new AtomicInteger();
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), (count + block - 1) / block);
        List<ForkJoinTask<?>> helpers = new ArrayList<>();
        for (int p = 1; p < threads; p++) {
            helpers.add(ForkJoinTask.adapt(() -> take(next, count, block, cancelled, _ -> {}, work))
                    .fork());
        }
        take(next, count, block, cancelled, progress, work);
        helpers.forEach(ForkJoinTask::join);
    }

    private static void take(
            AtomicInteger next, int count, int block, BooleanSupplier cancelled, IntConsumer progress, Block work) {
        int from = next.getAndAdd(block);
        while (from < count && !cancelled.getAsBoolean()) {
            work.run(from, Math.min(from + block, count));
            progress.accept(Math.min(next.get(), count));
            from = next.getAndAdd(block);
        }
    }
}
