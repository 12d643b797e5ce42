package fallline.analysis.map;

import fallline.experiment.ensemble.CellState;
import fallline.experiment.ensemble.Cells;
import fallline.experiment.ensemble.Ensemble;
import fallline.experiment.ensemble.EnsembleRunner;
import fallline.experiment.ensemble.Outcomes;
import fallline.experiment.ensemble.Target;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.RunTask;
import fallline.experiment.view.SweepLook.Measure;
import fallline.objective.Goal;
import fallline.objective.Objective;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
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
    private final Outcomes outcomes;
    private final double[] first;
    private final int[] minimum;
    private final int[] reached;
    private final int[] evaluations;
    private final String[] verdicts;
    private final BitSet known = new BitSet();
    private final boolean judged;

    /// What differs from the first target: runs to minima that lie higher.
    private final Map<Double, Ensemble> others = new HashMap<>();

    /// @param runner remembers what it has compiled
    /// @throws IllegalArgumentException with a sentence, if the optimizer does not take a setting
    public MapWork(MapTask task, EnsembleRunner runner) {
        this(task, runner, task instanceof MapTask.Sweep sweep && sweep.measure() == Measure.VERDICT);
    }

    /// @param judged whether the verdict on every run is wanted
    public MapWork(MapTask task, EnsembleRunner runner, boolean judged) {
        this.task = task;
        this.runner = runner;
        this.judged = judged;
        ensemble = task.ensemble(task.target());
        outcomes = Outcomes.of(ensemble);
        int cells = ensemble.cells();
        first = new double[cells];
        minimum = new int[cells];
        reached = new int[cells];
        evaluations = new int[cells];
        verdicts = new String[judged ? cells : 0];
        Arrays.fill(minimum, -1);
        Arrays.fill(reached, -1);
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
        runner.runAll(ensemble, order, outcomes, cancelled, _ -> {});
        if (cancelled.getAsBoolean()) {
            return false;
        }
        if (judged) {
            runner.judgeAll(ensemble, order, (verdict, cell) -> judge(cell, verdict), cancelled, _ -> {});
        }
        start(order);
        boolean whole = !cancelled.getAsBoolean()
                && switch (task) {
                    case MapTask.Sweep _ -> {
                        for (int cell : order) {
                            take(cell, outcomes);
                        }
                        yield true;
                    }
                    case MapTask.Basin basin -> settle(basin, order, cancelled);
                };
        if (whole) {
            publish(order);
        }
        return whole;
    }

    /// Computes all cells, as for a file.
    ///
    /// @return whether it was done, and not cancelled
    public boolean finish(BooleanSupplier cancelled) {
        return refine(1, cancelled);
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

    private void take(int cell, Outcomes from) {
        reached[cell] = from.reachedStep(cell);
        evaluations[cell] = reached[cell] < 0 ? -1 : from.reachedGradients(cell) + from.reachedFunctions(cell);
    }

    /// Which minimum each came to; how soon it was within ε of that one's J.
    private boolean settle(MapTask.Basin basin, int[] order, BooleanSupplier cancelled) {
        Minima minima = basin.minima();
        double lowest = basin.target().reference();
        Map<Double, int[]> higher = new HashMap<>();
        for (int cell : order) {
            if (outcomes.state(cell) != CellState.FINISHED || minima.all().isEmpty()) {
                continue;
            }
            Optional<double[]> end = end(cell, cancelled);
            int nearest = end.map(minima::nearest).orElse(-1);
            if (nearest < 0 || !minima.isAt(nearest, outcomes.loss(cell), basin.epsilon())) {
                continue;
            }
            minimum[cell] = nearest;
            double value = minima.value(nearest);
            if (value == lowest) {
                take(cell, outcomes);
            } else {
                higher.merge(value, new int[] {cell}, MapWork::joined);
            }
        }
        for (Map.Entry<Double, int[]> group : higher.entrySet()) {
            double value = group.getKey();
            Ensemble other = others.computeIfAbsent(value, at -> basin.ensemble(new Target(at, basin.epsilon())));
            Outcomes again = Outcomes.of(other);
            runner.runAll(other, group.getValue(), again, cancelled, _ -> {});
            for (int cell : group.getValue()) {
                take(cell, again);
            }
        }
        return !cancelled.getAsBoolean();
    }

    private static int[] joined(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private Optional<double[]> end(int cell, BooleanSupplier cancelled) {
        if (!outcomes.hasParameters()) {
            return Cells.end(ensemble, cell, cancelled);
        }
        double[] theta = new double[ensemble.base().objective().dimension()];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = outcomes.parameter(i, cell);
        }
        return Optional.of(theta);
    }

    /// How the run of a cell that is known ended.
    public RunEnd end(int cell) {
        return new RunEnd(
                kind(cell),
                outcomes.loss(cell),
                outcomes.lastStep(cell),
                reached[cell],
                evaluations[cell],
                minimum[cell],
                judged ? Optional.ofNullable(verdicts[cell]).orElse("") : "");
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
