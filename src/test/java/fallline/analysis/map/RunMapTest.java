package fallline.analysis.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import fallline.analysis.Plane;
import fallline.experiment.RunRecipe;
import fallline.experiment.ensemble.EnsembleRunner;
import fallline.experiment.ensemble.Target;
import fallline.experiment.judge.Judge;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.SweepLook.Measure;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.objective.formula.FunctionCatalogue;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RunMapTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();
    private static final EnsembleRunner RUNNER = new EnsembleRunner();

    private static RunTask task(
            Problem problem, String optimizer, Map<String, Double> settings, int steps, double... start) {
        Map<String, HyperValue> values = new HashMap<>();
        settings.forEach((name, value) -> values.put(name, HyperValue.of(value)));
        return new RunTask(
                problem.objective(),
                CATALOGUE.find(optimizer, Map.of()),
                RunRecipe.of(optimizer, values),
                start,
                0,
                steps);
    }

    private static Problem formula(String text, String... names) throws FormulaException {
        return Problems.formula(text, List.of(names), Map.of(), Goal.MINIMISE);
    }

    private static Problem himmelblau() {
        return Problems.function(FunctionCatalogue.find("himmelblau"), Map.of(), Goal.MINIMISE);
    }

    private static MapAxis hyper(String name, double low, double high, boolean log, int n) {
        return new MapAxis(new MapAxis.Setting.Hyper(name), name, low, high, log, n);
    }

    private static MapAxis start(int parameter, double low, double high, int n) {
        return new MapAxis(new MapAxis.Setting.StartAt(parameter), "start", low, high, false, n);
    }

    private static MapTask.Sweep sweep(
            RunTask base, MapAxis x, MapAxis y, Measure measure, double best, double epsilon) {
        return new MapTask.Sweep(base, x, Optional.of(y), measure, new Target(best, epsilon), true);
    }

    private static MapTask.Basin basin(Problem problem, RunTask base, double low, double high, int n, double epsilon) {
        return new MapTask.Basin(
                base,
                Plane.ofParameters(base.start(), 0, 1),
                new MapAxis(new MapAxis.Setting.InPlane(false), "x", low, high, false, n),
                new MapAxis(new MapAxis.Setting.InPlane(true), "y", low, high, false, n),
                Minima.of(problem, new Bounds(-6, 6, -6, 6)),
                epsilon,
                new double[] {12, 12});
    }

    private static MapWork whole(MapTask task) {
        MapWork work = new MapWork(task, RUNNER);
        for (int block = MapWork.COARSEST; block >= 1; block /= 2) {
            assertThat(work.refine(block, () -> false)).isTrue();
        }
        return work;
    }

    /// Opens cells as a click does, and holds each against its run.
    private static void opens(MapTask task, int count, boolean judged) {
        MapWork work = whole(task);
        Random random = new Random(7);
        for (int i = 0; i < count; i++) {
            int cell = random.nextInt(task.columns() * task.rows());
            RunTask run = work.run(cell);
            Trace trace = TraceRecorder.record(run, () -> false, _ -> {});
            RunEnd end = work.end(cell);
            int last = trace.lastStep();
            assertThat(end.last()).as("last step of cell %d", cell).isEqualTo(last);
            assertThat(Double.doubleToLongBits(end.loss()))
                    .as("J of cell %d", cell)
                    .isEqualTo(Double.doubleToLongBits(trace.loss(last)));
            assertThat(end.kind().isBroken()).isEqualTo(trace.lastFiniteStep() < last);
            if (end.reached() >= 0) {
                assertThat(end.evaluations()).isEqualTo(trace.allEvaluations(end.reached()));
            }
            if (task instanceof MapTask.Sweep sweep) {
                int reached = 0;
                while (reached < trace.length() && !sweep.target().isReached(Goal.MINIMISE, trace.loss(reached))) {
                    reached++;
                }
                assertThat(end.reached()).isEqualTo(reached < trace.length() ? reached : -1);
            }
            if (judged) {
                assertThat(end.verdict()).isEqualTo(Judge.verdict(run, trace).word());
            }
        }
    }

    @Test
    @DisplayName("200 cells of a map of rate and beta1 are their runs to the bit")
    void adam() {
        RunTask base = task(himmelblau(), "adam", Map.of("lr", 0.1), 60, -1, -1.5);
        opens(
                sweep(
                        base,
                        hyper("lr", 1e-3, 10, true, 40),
                        hyper("beta1", 0, 0.9999, false, 33),
                        Measure.STEPS,
                        0,
                        1e-3),
                200,
                false);
    }

    @Test
    @DisplayName("200 cells of a map of a setting and a start that leaves the domain are their runs to the bit")
    void hole() throws FormulaException {
        RunTask base = task(formula("x - log(x) + y^2", "x", "y"), "momentum", Map.of("lr", 0.1), 50, 2, 1);
        opens(sweep(base, hyper("lr", 1e-2, 10, true, 37), start(0, 0.1, 4, 30), Measure.LOSS, 1, 1e-3), 200, false);
    }

    @Test
    @DisplayName("200 cells of a map of verdicts have the verdicts of their runs")
    void verdicts() throws FormulaException {
        RunTask base = task(formula("(x^2 + 6*y^2)/2", "x", "y"), "momentum", Map.of(), 30, -4, 3);
        opens(
                sweep(
                        base,
                        hyper("lr", 1e-3, 2, true, 15),
                        hyper("momentum", 0, 0.99, false, 14),
                        Measure.VERDICT,
                        0,
                        1e-3),
                200,
                true);
    }

    @Test
    @DisplayName(
            "200 cells of basin maps are their runs to the bit, and those that come to a minimum end within ε of it")
    void basins() {
        Problem problem = himmelblau();
        RunTask base = task(problem, "adam", Map.of("lr", 0.2), 80, 0, 0);
        MapTask.Basin map = basin(problem, base, -6, 6, 48, 1e-2);
        opens(map, 200, false);
        MapWork work = whole(map);
        for (int cell = 0; cell < 48 * 48; cell++) {
            RunEnd end = work.end(cell);
            if (end.minimum() >= 0) {
                Trace trace = TraceRecorder.record(work.run(cell), () -> false, _ -> {});
                assertThat(trace.loss(end.reached())).isLessThan(1e-2);
                assertThat(end.reached() == 0 || trace.loss(end.reached() - 1) >= 1e-2)
                        .isTrue();
            }
            cell += 22;
        }
    }

    @Test
    @DisplayName("minima that lie higher have an ε of their own: the steps are counted to their J")
    void uneven() throws FormulaException {
        // two wells on a slope: minima near −1 (lower) and 1
        Problem problem = formula("(x^2 - 1)^2 + 0.2*x + y^2", "x", "y");
        RunTask base = task(problem, "gd", Map.of("lr", 0.05), 200, 0, 0);
        MapTask.Basin map = basin(problem, base, -2, 2, 20, 1e-6);
        assertThat(map.minima().all()).hasSize(2);
        MapWork work = whole(map);
        for (int cell = 0; cell < 400; cell++) {
            RunEnd end = work.end(cell);
            Trace trace = TraceRecorder.record(work.run(cell), () -> false, _ -> {});
            double x = trace.parameter(trace.lastStep(), 0);
            assertThat(end.minimum()).as("from cell %d", cell).isEqualTo(x < 0 ? 0 : 1);
            double bottom = map.minima().value(end.minimum());
            int reached = 0;
            while (trace.loss(reached) - bottom >= 1e-6) {
                reached++;
            }
            assertThat(end.reached()).isEqualTo(reached);
        }
    }

    @Test
    @DisplayName("gd on a bowl ends higher exactly beyond lr·λmax = 2")
    void border() throws FormulaException {
        RunTask base = task(formula("(x^2 + 4*y^2)/2", "x", "y"), "gd", Map.of(), 400, 1, 1);
        MapTask.Sweep map = sweep(base, hyper("lr", 0.4, 0.6, false, 201), start(0, 0.5, 1, 2), Measure.STEPS, 0, 1e-3);
        MapWork work = whole(map);
        for (int column = 0; column < 201; column++) {
            boolean beyond = map.x().value(column) * 4 > 2;
            RunEnd.Kind kind = work.end(column).kind();
            if (Math.abs(map.x().value(column) * 4 - 2) > 1e-9) {
                assertThat(kind != RunEnd.Kind.LOWER)
                        .as("lr %s", map.x().value(column))
                        .isEqualTo(beyond);
            }
        }
    }

    @Test
    @DisplayName("momentum β on a bowl diverges exactly beyond lr = 2(1 + β)/λmax")
    void momentumBorder() throws FormulaException {
        RunTask base = task(formula("2*x^2", "x"), "momentum", Map.of(), 3000, 1);
        MapTask.Sweep map = sweep(
                base, hyper("lr", 0.3, 1.1, false, 80), hyper("momentum", 0, 0.9, false, 9), Measure.LOSS, 0, 1e-3);
        MapWork work = whole(map);
        for (int cell = 0; cell < 80 * 9; cell++) {
            double rate = map.x().value(cell % 80);
            double beta = map.y().orElseThrow().value(cell / 80);
            double limit = 2 * (1 + beta) / 4;
            if (Math.abs(rate / limit - 1) > 0.012) {
                assertThat(work.end(cell).kind() != RunEnd.Kind.LOWER)
                        .as("lr %s, momentum %s", rate, beta)
                        .isEqualTo(rate > limit);
            }
        }
    }

    @Test
    @DisplayName("each of Himmelblau's four basins contains its minimum")
    void ownMinimum() {
        Problem problem = himmelblau();
        RunTask base = task(problem, "gd", Map.of("lr", 0.01), 200, 0, 0);
        MapTask.Basin map = basin(problem, base, -5, 5, 60, 1e-3);
        MapWork work = whole(map);
        assertThat(map.minima().all()).hasSize(4);
        for (int k = 0; k < 4; k++) {
            double[] at = map.minima().all().get(k).at();
            assertThat(work.end(map.cell(at[0], at[1])).minimum()).isEqualTo(k);
        }
    }

    @Test
    @DisplayName("a function that is symmetric has a symmetric map, to the cell")
    void symmetric() throws FormulaException {
        Problem problem = formula("(x^2 - 1)^2 + (y^2 - 1)^2", "x", "y");
        RunTask base = task(problem, "adam", Map.of("lr", 0.05), 120, 0, 0);
        int n = 24;
        MapWork work = whole(basin(problem, base, -2, 2, n, 1e-3));
        for (int cell = 0; cell < n * n; cell++) {
            int column = cell % n;
            int row = cell / n;
            int mirrored = row * n + (n - 1 - column);
            int turned = column * n + row;
            assertThat(work.end(cell).reached()).isEqualTo(work.end(mirrored).reached());
            assertThat(work.end(cell).reached()).isEqualTo(work.end(turned).reached());
        }
    }

    @Test
    @DisplayName("coarse to fine and at once are the same map; what is cancelled is not shown as known")
    void coarseToFine() {
        RunTask base = task(himmelblau(), "adam", Map.of("lr", 0.1), 40, -1, -1.5);
        MapTask task = sweep(
                base, hyper("lr", 1e-3, 10, true, 35), hyper("beta2", 0.5, 0.999, false, 21), Measure.STEPS, 0, 1);
        MapWork fine = whole(task);
        MapWork once = new MapWork(task, RUNNER);
        assertThat(once.refine(1, () -> true)).isFalse();
        assertThat(once.knownCount()).isZero();
        assertThat(once.finish(() -> false)).isTrue();
        for (int cell = 0; cell < 35 * 21; cell++) {
            assertThat(fine.end(cell)).isEqualTo(once.end(cell));
        }
        assertThat(fine.knownCount()).isEqualTo(35 * 21);
    }

    @Test
    @DisplayName("an axis has its cells' middles, by factors where it is logarithmic, and finds them again")
    void axes() {
        MapAxis log = hyper("lr", 1e-4, 1, true, 4);
        for (int cell = 0; cell < 4; cell++) {
            assertThat(log.value(cell)).isCloseTo(Math.pow(10, cell - 3.5), withinPercentage(1e-10));
            assertThat(log.cell(log.value(cell))).isEqualTo(cell);
        }
        assertThat(log.cell(1)).isEqualTo(3);
        assertThat(log.cell(1.1)).isEqualTo(-1);
        assertThat(start(0, -1, 1, 4).value(0)).isEqualTo(-0.75);
    }
}
