package fallline.analysis.map;

import fallline.experiment.ensemble.CellState;
import fallline.experiment.ensemble.Cells;
import fallline.experiment.ensemble.Ensemble;
import fallline.experiment.ensemble.EnsembleRunner;
import fallline.experiment.ensemble.Outcomes;
import fallline.experiment.ensemble.Starts;
import fallline.experiment.ensemble.Target;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.RunTask;
import fallline.experiment.view.SweepLook.Measure;
import fallline.objective.Goal;
import fallline.objective.Objective;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Computes a map of runs coarse to fine: first every 16th cell of every 16th row, then those between. Cells that are
/// known are never computed again, so that the finest map costs what it would cost at once.
///
/// One thread computes; others may read cells that [#isKnown].
public final class MapWork {
    /// The sides of the blocks, in cells, that one run stands for.
    public static final int COARSEST = 16;

    private final MapTask task;
    private final EnsembleRunner runner;
    private final Ensemble ensemble;
    private final int[] marks;
    private final Outcomes outcomes;
    private final double[] first;
    private final int[] reached;
    private final int[] evaluations;
    private final String[] verdicts;
    private final BitSet known = new BitSet();
    private final Optional<Settling> settling;
    private final boolean judged;

    /// @param runner remembers what it has compiled
    /// @throws IllegalArgumentException with a sentence, if the optimizer does not take a setting
    public MapWork(MapTask task, EnsembleRunner runner) {
        this(task, runner, task instanceof MapTask.Sweep sweep && sweep.measure() == Measure.VERDICT);
    }

    /// @param judged whether the verdict on every run is wanted
    public MapWork(MapTask task, EnsembleRunner runner, boolean judged) {
        this(
                task,
                runner,
                judged,
                task instanceof MapTask.Basin basin ? Optional.of(new Settling(basin)) : Optional.empty());
    }

    private MapWork(MapTask task, EnsembleRunner runner, boolean judged, Optional<Settling> settling) {
        this.task = task;
        this.settling = settling;
        this.runner = runner;
        this.judged = judged;
        ensemble = task.ensemble(task.target());
        marks = settling.isPresent() ? Stillness.marks(task.base().steps()) : new int[0];
        outcomes = Outcomes.of(ensemble, marks);
        int cells = ensemble.cells();
        first = new double[cells];
        reached = new int[cells];
        evaluations = new int[cells];
        verdicts = new String[judged ? cells : 0];
        Arrays.fill(reached, -1);
    }

    /// The map of another part of the same: basins that were found here have their numbers there, too.
    ///
    /// @param other asks the same as this one's task
    public MapWork moved(MapTask other) {
        return new MapWork(
                other,
                runner,
                judged,
                settling.flatMap(found -> other instanceof MapTask.Basin basin
                        ? Optional.of(found.moved(basin))
                        : Optional.<Settling>empty()));
    }

    public MapTask task() {
        return task;
    }

    /// Whether a cell is computed.
    public synchronized boolean isKnown(int cell) {
        return known.get(cell);
    }

    /// How many cells are.
    public synchronized int knownCount() {
        return known.cardinality();
    }

    /// Computes what is not known of the cells that stand for blocks of this side.
    ///
    /// @return whether all of them are known now; not if it was cancelled
    public boolean refine(int block, BooleanSupplier cancelled) {
        int[] order = order(block);
        if (judged) {
            runner.judgeAll(ensemble, order, outcomes, (verdict, cell) -> judge(cell, verdict), cancelled, _ -> {});
        } else {
            runner.runAll(ensemble, order, outcomes, cancelled, _ -> {});
        }
        if (cancelled.getAsBoolean()) {
            return false;
        }
        start(order);
        boolean whole = !cancelled.getAsBoolean()
                && switch (task) {
                    case MapTask.Sweep _ -> {
                        for (int cell : order) {
                            take(cell, outcomes, cell);
                        }
                        yield true;
                    }
                    case MapTask.Basin _ -> settle(settling.orElseThrow(), order, cancelled);
                };
        if (whole) {
            publish(order);
        }
        return whole;
    }

    /// Computes all cells, as for a file. A basin map goes from coarse to fine here, too: basins have their numbers in
    /// the order in which they are found.
    ///
    /// @return whether it was done, and not cancelled
    public boolean finish(BooleanSupplier cancelled) {
        boolean done = true;
        for (int block = settling.isPresent() ? COARSEST : 1; done && block >= 1; block /= 2) {
            done = refine(block, cancelled);
        }
        return done;
    }

    private synchronized void publish(int[] order) {
        for (int cell : order) {
            known.set(cell);
        }
    }

    private synchronized int[] order(int block) {
        int columns = task.columns();
        int rows = task.rows();
        int[] order = new int[((columns + block - 1) / block) * ((rows + block - 1) / block)];
        int count = 0;
        for (int row = 0; row < rows; row += block) {
            for (int column = 0; column < columns; column += block) {
                int cell = row * columns + column;
                if (!known.get(cell)) {
                    order[count++] = cell;
                }
            }
        }
        return Arrays.copyOf(order, count);
    }

    private void judge(int cell, Verdict verdict) {
        verdicts[cell] = verdict.word();
    }

    private void start(int[] order) {
        Objective objective = task.base().objective().twin();
        for (int cell : order) {
            first[cell] = objective.value(ensemble.start(cell));
        }
    }

    private void take(int cell, Outcomes from, int place) {
        reached[cell] = from.reachedStep(place);
        evaluations[cell] = reached[cell] < 0 ? -1 : from.reachedGradients(place) + from.reachedFunctions(place);
    }

    /// Which minimum or basin each came to; how soon it was within ε of that one's J.
    private boolean settle(Settling settling, int[] order, BooleanSupplier cancelled) {
        for (int cell : order) {
            if (outcomes.state(cell) == CellState.FINISHED) {
                Optional<double[][]> way = way(cell, cancelled);
                if (way.isEmpty()) {
                    return false;
                }
                settling.add(cell, way.get(), outcomes.loss(cell));
            }
        }
        settling.gather().forEach((target, cells) -> count(target, cells, cancelled));
        return !cancelled.getAsBoolean();
    }

    /// Counts the steps of cells to a target; once more from their starts, if it is not the one that was looked for.
    private void count(Target target, BitSet group, BooleanSupplier cancelled) {
        int[] cells = group.stream().toArray();
        if (target.equals(ensemble.target().orElseThrow())) {
            for (int cell : cells) {
                take(cell, outcomes, cell);
            }
            return;
        }
        double[][] starts = new double[ensemble.base().start().length][cells.length];
        for (int i = 0; i < cells.length; i++) {
            double[] start = ensemble.start(cells[i]);
            for (int k = 0; k < start.length; k++) {
                starts[k][i] = start[k];
            }
        }
        Ensemble part =
                new Ensemble(ensemble.base(), cells.length, new Starts.Each(starts), List.of(), Optional.of(target));
        Outcomes again = Outcomes.of(part);
        runner.runAll(part, EnsembleRunner.inOrder(cells.length), again, cancelled, _ -> {});
        for (int i = 0; i < cells.length; i++) {
            take(cells[i], again, i);
        }
    }

    /// The parameters at the start, at the marks and at the last step.
    private Optional<double[][]> way(int cell, BooleanSupplier cancelled) {
        if (!outcomes.hasParameters()) {
            return Cells.at(ensemble, cell, new int[] {0, marks[0], marks[1], outcomes.lastStep(cell)}, cancelled);
        }
        double[][] way = new double[marks.length + 2][];
        way[0] = ensemble.start(cell);
        for (int k = 1; k < way.length; k++) {
            way[k] = new double[way[0].length];
            for (int i = 0; i < way[k].length; i++) {
                way[k][i] = k <= marks.length ? outcomes.marked(k - 1, i, cell) : outcomes.parameter(i, cell);
            }
        }
        return Optional.of(way);
    }

    /// How the run of a cell that is known ended.
    public RunEnd end(int cell) {
        return new RunEnd(
                kind(cell),
                outcomes.loss(cell),
                outcomes.lastStep(cell),
                reached[cell],
                evaluations[cell],
                settling.map(found -> found.number(cell)).orElse(-1),
                settling.isPresent() && settling.get().isMoving(cell),
                judged ? Optional.ofNullable(verdicts[cell]).orElse("") : "");
    }

    /// What runs of a basin map come to, by number: the minima that are known, and behind them the basins that ends at
    /// rest were gathered into.
    public List<Destination> destinations() {
        return settling.map(Settling::destinations).orElse(List.of());
    }

    private RunEnd.Kind kind(int cell) {
        return switch (outcomes.state(cell)) {
            case PENDING, FINISHED ->
                isHigher(first[cell], outcomes.loss(cell)) ? RunEnd.Kind.HIGHER : RunEnd.Kind.LOWER;
            case DIVERGED -> RunEnd.Kind.DIVERGED;
            case LEFT_DOMAIN -> RunEnd.Kind.LEFT_DOMAIN;
        };
    }

    private boolean isHigher(double before, double after) {
        return task.base().objective().goal() == Goal.MINIMISE ? after > before : after < before;
    }

    /// The very run that a cell stands for.
    public RunTask run(int cell) {
        return ensemble.cell(cell);
    }
}
