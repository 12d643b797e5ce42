package fallline.experiment.ensemble;

import fallline.algebra.Norm;
import fallline.expr.compile.LaneCode;
import fallline.expr.compile.LaneCompiler;
import fallline.objective.formula.FormulaObjective;
import fallline.optimizer.rule.LaneRule;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Computes a block of cells side by side. One thread uses it at a time; it is used again for other cells.
///
/// Steps are made a window at a time. While all stays finite nobody looks at single lanes: every step adds what it made
/// to a sum, which is not finite if anything was not. Where a sum is not, the window is done once more from its
/// beginning, step by step, and the lanes that ended are found. A block of which no lane goes on stops.
final class LaneBlock {
    /// Steps of a window.
    private static final int WINDOW = 40;

    /// The same where J is kept, so that all of it fits into the first cache.
    private static final int WATCHED = 16;

    private static final int LANES = LaneCompiler.LANES;

    private final LaneProgram program;
    private final LaneCode code;
    private final LaneRule rule;
    private final int dimension;
    private final double[] scalars;
    private final double[] powers;
    private final double[][] lanes;
    private final double[] savedScalars;
    private final double[] savedPowers;
    private final double[][] saved;
    private final double[][] values = new double[WATCHED][LANES];

    /// The best J of the window.
    private final double[] best = new double[LANES];

    private final boolean[] live = new boolean[LANES];
    private final int[] cells = new int[LANES];
    private final int[] reached = new int[LANES];

    /// How many live lanes have not reached the target.
    private int waiting;

    private int living;

    /// The place of the next mark.
    private int mark;

    /// What the last call was about.
    private @Nullable Work last;

    LaneBlock(LaneProgram program) {
        this.program = program;
        code = program.made().code();
        rule = program.rule();
        dimension = program.dimension();
        scalars = new double[program.made().scalars()];
        powers = rule.powerState();
        lanes = new double[program.made().lanes()][LANES];
        savedScalars = scalars.clone();
        savedPowers = powers.clone();
        saved = new double[program.carried()][LANES];
    }

    /// What one call of [#run] is about.
    private record Work(Ensemble ensemble, LaneSettings settings, FormulaObjective objective, Outcomes outcomes) {
        boolean reaches(double value) {
            return ensemble.target().orElseThrow().isReached(objective.goal(), value);
        }
    }

    /// Computes the cells `order[from] … order[to − 1]`; those that are not done when `stop` says so stay pending.
    void run(Ensemble ensemble, int[] order, int from, int to, Outcomes outcomes, BooleanSupplier stop) {
        Work work = work(ensemble, outcomes);
        begin(work, order, from, to);
        int steps = ensemble.base().steps();
        int step = 0;
        while (step < steps && living > 0) {
            if (stop.getAsBoolean()) {
                return;
            }
            keepMarked(outcomes, step);
            int end = Math.min(step + (waiting > 0 ? WATCHED : WINDOW), nextStop(outcomes, steps));
            window(work, step, end);
            step = end;
        }
        keepMarked(outcomes, step);
        if (living > 0) {
            code.evaluate(scalars, lanes);
            look(work, steps);
            finish(work, steps);
        }
    }

    private int nextStop(Outcomes outcomes, int steps) {
        return mark < outcomes.marks() ? Math.min(outcomes.markStep(mark), steps) : steps;
    }

    /// Keeps θ for the marks at a step.
    private void keepMarked(Outcomes outcomes, int step) {
        while (mark < outcomes.marks() && outcomes.markStep(mark) == step) {
            for (int lane = 0; lane < LANES; lane++) {
                for (int i = 0; live[lane] && i < dimension; i++) {
                    outcomes.setMarked(mark, i, cells[lane], lanes[i][lane]);
                }
            }
            mark++;
        }
    }

    private Work work(Ensemble ensemble, Outcomes outcomes) {
        Work known = last;
        if (known == null || known.ensemble != ensemble || known.outcomes != outcomes) {
            FormulaObjective objective = (FormulaObjective) ensemble.base().objective();
            known = new Work(ensemble, new LaneSettings(ensemble), objective, outcomes);
            last = known;
        }
        return known;
    }

    private void begin(Work work, int[] order, int from, int to) {
        Ensemble ensemble = work.ensemble;
        living = to - from;
        waiting = ensemble.target().isPresent() ? living : 0;
        mark = 0;
        Arrays.fill(reached, -1);
        Arrays.fill(live, 0, living, true);
        Arrays.fill(live, living, LANES, false);
        double[] base = ensemble.base().start();
        for (int lane = 0; lane < LANES; lane++) {
            cells[lane] = order[from + (lane < living ? lane : 0)];
        }
        for (int i = 0; i < dimension; i++) {
            ensemble.starts().write(base, i, cells, lanes[i]);
        }
        double[] shared = work.settings.at(0);
        rule.start(shared, lanes, 0, LANES);
        for (int lane = 0; lane < LANES && work.settings.differing() > 0; lane++) {
            rule.start(work.settings.first(cells[lane]), lanes, lane, lane + 1);
        }
        for (int s = 0; s < work.settings.differing(); s++) {
            double[] given = ensemble.settings().get(s).values();
            double[] lane = lanes[program.settings() + work.settings.rank(s)];
            for (int i = 0; i < LANES; i++) {
                lane[i] = given[cells[i]];
            }
        }
        rule.start(shared, scalars, powers);
        rule.set(shared, scalars);
        int constant = program.constants();
        for (String name : work.objective.constantNames()) {
            scalars[constant++] = work.objective.constant(name);
        }
        code.constants(scalars);
    }

    /// Makes the steps from `from` to `to`.
    private void window(Work work, int from, int to) {
        save();
        boolean watch = waiting > 0;
        if (watch) {
            Arrays.fill(best, Double.NaN);
        }
        Arrays.fill(lanes[program.sum()], 0);
        for (int step = from; step < to; step++) {
            settle(work, step);
            if (watch) {
                lanes[program.value()] = values[step - from];
            }
            code.step(scalars, lanes);
            if (watch) {
                better(work, values[step - from], step == from);
            }
        }
        if (!isCalm()) {
            restore();
            carefully(work, from, to);
        } else if (watch) {
            findReached(work, from, to);
        }
    }

    private void carefully(Work work, int from, int to) {
        for (int step = from; step < to && living > 0; step++) {
            code.evaluate(scalars, lanes);
            look(work, step);
            settle(work, step);
            code.advance(scalars, lanes);
        }
        if (living > 0) {
            follow();
        }
    }

    /// Writes the numbers that the step from `step` on reads besides θ and states.
    private void settle(Work work, int step) {
        if (!work.settings.isSteady()) {
            rule.set(work.settings.at(step), scalars);
            move(work, step);
        }
        rule.begin(scalars, powers, step + 1);
        code.scalars(scalars);
    }

    private void move(Work work, int step) {
        for (int s = 0; s < work.settings.differing(); s++) {
            if (work.settings.moves(s)) {
                double[] given = work.ensemble.settings().get(s).values();
                double[] lane = lanes[program.settings() + work.settings.rank(s)];
                for (int i = 0; i < LANES; i++) {
                    lane[i] = work.settings.moved(step, given[cells[i]]);
                }
            }
        }
    }

    private void save() {
        for (int i = 0; i < saved.length; i++) {
            System.arraycopy(lanes[i], 0, saved[i], 0, LANES);
        }
        System.arraycopy(scalars, 0, savedScalars, 0, scalars.length);
        System.arraycopy(powers, 0, savedPowers, 0, powers.length);
    }

    private void restore() {
        for (int i = 0; i < saved.length; i++) {
            System.arraycopy(saved[i], 0, lanes[i], 0, LANES);
        }
        System.arraycopy(savedScalars, 0, scalars, 0, scalars.length);
        System.arraycopy(savedPowers, 0, powers, 0, powers.length);
    }

    /// Whether θ and the sums are finite in all lanes.
    private boolean isCalm() {
        double[] sum = lanes[program.sum()];
        for (int i = 0; i < dimension; i++) {
            add(lanes[i], sum);
        }
        double even = 0;
        double odd = 0;
        for (int lane = 0; lane < LANES; lane += 2) {
            even += sum[lane];
            odd += sum[lane + 1];
        }
        return Double.isFinite(even + odd);
    }

    private static void add(double[] numbers, double[] to) {
        for (int i = 0; i < LANES; i++) {
            to[i] += numbers[i];
        }
    }

    /// Lets lanes that have ended follow one that goes on, so that they are finite as long as it is.
    private void follow() {
        int leader = 0;
        while (!live[leader]) {
            leader++;
        }
        for (int i = 0; i < program.made().lanes(); i++) {
            if (i >= program.carried() && i < program.settings()) {
                continue;
            }
            for (int lane = 0; lane < LANES; lane++) {
                lanes[i][lane] = live[lane] ? lanes[i][lane] : lanes[i][leader];
            }
        }
        for (int lane = 0; lane < LANES; lane++) {
            cells[lane] = live[lane] ? cells[lane] : cells[leader];
        }
    }

    /// Takes the J of a step into the best of its window.
    private void better(Work work, double[] value, boolean first) {
        switch (work.objective.goal()) {
            case MINIMISE -> least(value, first ? value : best, best);
            case MAXIMISE -> largest(value, first ? value : best, best);
        }
    }

    private static void least(double[] a, double[] b, double[] into) {
        for (int i = 0; i < LANES; i++) {
            into[i] = Math.min(a[i], b[i]);
        }
    }

    private static void largest(double[] a, double[] b, double[] into) {
        for (int i = 0; i < LANES; i++) {
            into[i] = Math.max(a[i], b[i]);
        }
    }

    /// Looks for the first step of a calm window at which a lane reached the target.
    private void findReached(Work work, int from, int to) {
        for (int lane = 0; lane < LANES; lane++) {
            if (live[lane] && reached[lane] < 0 && work.reaches(best[lane])) {
                int step = from;
                while (step < to && !work.reaches(values[step - from][lane])) {
                    step++;
                }
                reached[lane] = step;
                waiting--;
            }
        }
    }

    /// Looks at every lane after its evaluation at `step`, and ends those that are not finite.
    private void look(Work work, int step) {
        double[] value = lanes[program.value()];
        for (int lane = 0; lane < LANES; lane++) {
            if (!live[lane]) {
                continue;
            }
            if (waiting > 0 && reached[lane] < 0 && reaches(work, value[lane], lane)) {
                reached[lane] = step;
                waiting--;
            }
            if (!isFinite(lane)) {
                end(work, lane, step, Cells.broken(work.objective.twin(), theta(lane)));
            }
        }
    }

    private boolean reaches(Work work, double value, int lane) {
        return Cells.reaches(work.ensemble.target().orElseThrow(), work.objective, value, () -> theta(lane));
    }

    private boolean isFinite(int lane) {
        boolean finite = Double.isFinite(lanes[program.value()][lane]);
        for (int i = 0; i < dimension; i++) {
            finite &= Double.isFinite(lanes[i][lane]) && Double.isFinite(lanes[program.gradient() + i][lane]);
        }
        return finite;
    }

    private double[] theta(int lane) {
        double[] theta = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            theta[i] = lanes[i][lane];
        }
        return theta;
    }

    /// Ends the lanes that took all steps.
    private void finish(Work work, int step) {
        double[] gradient = new double[dimension];
        for (int lane = 0; lane < LANES; lane++) {
            if (!live[lane]) {
                continue;
            }
            for (int i = 0; i < dimension; i++) {
                gradient[i] = lanes[program.gradient() + i][lane];
            }
            boolean finite = Double.isFinite(Norm.of(gradient));
            end(work, lane, step, finite ? CellState.FINISHED : Cells.broken(work.objective.twin(), theta(lane)));
        }
    }

    private void end(Work work, int lane, int step, CellState state) {
        int cell = cells[lane];
        Outcomes outcomes = work.outcomes;
        outcomes.setEnd(cell, step, lanes[program.value()][lane], step, 0);
        for (int i = 0; i < dimension; i++) {
            outcomes.setParameter(i, cell, lanes[i][lane]);
        }
        if (work.ensemble.target().isPresent()) {
            outcomes.setReached(cell, reached[lane], reached[lane], reached[lane] < 0 ? -1 : 0);
            waiting -= reached[lane] < 0 ? 1 : 0;
        }
        live[lane] = false;
        living--;
        outcomes.publish(cell, state);
    }
}
