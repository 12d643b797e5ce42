package fallline.analysis.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.analysis.Plane;
import fallline.experiment.RunRecipe;
import fallline.experiment.ensemble.EnsembleRunner;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A basin map where no minimum is known")
class UnknownBasinsTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();
    private static final double EPSILON = 1e-3;

    private static MapTask.Basin map(
            String formula, Goal goal, String optimizer, double rate, int steps, double width, int n, String... names)
            throws FormulaException {
        Problem problem = Problems.formula(formula, List.of(names), Map.of(), goal);
        RunTask base = new RunTask(
                problem.objective(),
                CATALOGUE.find(optimizer, Map.of()),
                RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(rate))),
                new double[names.length],
                0,
                steps);
        double[] lengths = new double[names.length];
        Arrays.fill(lengths, 2 * width);
        return seen(base, -width, width, n, goal, lengths);
    }

    private static MapTask.Basin seen(RunTask base, double low, double high, int n, Goal goal, double[] lengths) {
        return new MapTask.Basin(
                base,
                Plane.ofParameters(base.start(), 0, 1),
                new MapAxis(new MapAxis.Setting.InPlane(false), "x", low, high, false, n),
                new MapAxis(new MapAxis.Setting.InPlane(true), "y", low, high, false, n),
                new Minima(List.of(), goal),
                EPSILON,
                lengths);
    }

    private static MapWork whole(MapTask task) {
        MapWork work = new MapWork(task, new EnsembleRunner());
        assertThat(work.finish(() -> false)).isTrue();
        return work;
    }

    private static Set<Integer> numbers(MapWork work) {
        Set<Integer> numbers = new HashSet<>();
        for (int cell = 0; cell < work.knownCount(); cell++) {
            numbers.add(work.end(cell).minimum());
        }
        return numbers;
    }

    @Test
    @DisplayName("finds the four minima of (x² − 1)² + (y² − 4)² + z², and their basins, which are the quadrants")
    void quadrants() throws FormulaException {
        MapTask.Basin map =
                map("(x^2 - 1)^2 + (y^2 - 4)^2 + z^2", Goal.MINIMISE, "gd", 0.02, 300, 3, 40, "x", "y", "z");
        MapWork work = whole(map);
        assertThat(numbers(work)).containsExactlyInAnyOrder(0, 1, 2, 3);
        for (int cell = 0; cell < 1600; cell++) {
            RunEnd end = work.end(cell);
            double[] start = work.run(cell).start();
            Destination to = work.destinations().get(end.minimum());
            assertThat(to.at().at())
                    .containsExactly(new double[] {Math.signum(start[0]), 2 * Math.signum(start[1]), 0}, within(1e-3));
            assertThat(to.at().value()).isLessThan(1e-5);
            assertThat(to.known() || to.wide()).isFalse();
        }
        assertThat(work.destinations())
                .extracting(Destination::place)
                .containsExactlyInAnyOrder("(1, 2, 0)", "(−1, 2, 0)", "(1, −2, 0)", "(−1, −2, 0)");
    }

    @Test
    @DisplayName("numbers basins from low to high, and counts the steps to the J of each")
    void uneven() throws FormulaException {
        MapTask.Basin map = map("(x^2 - 1)^2 + 0.2*x + y^2", Goal.MINIMISE, "gd", 0.05, 200, 2, 20, "x", "y");
        MapWork work = whole(map);
        // the outer roots of 4x³ − 4x + 0.2 by the cosine of a third of an angle (Viète)
        double[] root = {
            2 / Math.sqrt(3) * Math.cos(Math.acos(-0.075 * Math.sqrt(3)) / 3 + 2 * Math.PI / 3),
            2 / Math.sqrt(3) * Math.cos(Math.acos(-0.075 * Math.sqrt(3)) / 3)
        };
        assertThat(work.destinations()).hasSize(2);
        for (int k = 0; k < 2; k++) {
            double bottom = Math.pow(root[k] * root[k] - 1, 2) + 0.2 * root[k];
            assertThat(work.destinations().get(k).at().at()[0]).isCloseTo(root[k], within(1e-4));
            assertThat(work.destinations().get(k).at().value()).isCloseTo(bottom, within(1e-7));
        }
        for (int cell = 0; cell < 400; cell++) {
            RunEnd end = work.end(cell);
            Trace trace = TraceRecorder.record(work.run(cell), () -> false, _ -> {});
            assertThat(end.minimum()).isEqualTo(trace.parameter(trace.lastStep(), 0) < 0 ? 0 : 1);
            double x = root[end.minimum()];
            double bottom = Math.pow(x * x - 1, 2) + 0.2 * x;
            assertThat(trace.loss(end.reached()) - bottom).isLessThan(EPSILON + 1e-6);
            assertThat(end.reached() == 0 || trace.loss(end.reached() - 1) - bottom > EPSILON - 1e-6)
                    .isTrue();
        }
    }

    @Test
    @DisplayName("takes a circle of minima for one basin, though its ends lie far apart")
    void circle() throws FormulaException {
        MapWork work = whole(map("(x^2 + y^2 - 1)^2", Goal.MINIMISE, "gd", 0.05, 300, 2, 64, "x", "y"));
        assertThat(numbers(work)).containsExactly(0);
        assertThat(work.destinations().getFirst().wide()).isTrue();
    }

    @Test
    @DisplayName("tells wells apart that lie nearer than their basins are wide, where J is maximised, too")
    void maxima() throws FormulaException {
        // maxima of equal height at multiples of 2π in both: nine within the box, momentum swings in between
        MapTask.Basin map = map("cos(x) + cos(y)", Goal.MAXIMISE, "momentum", 0.02, 600, 8, 48, "x", "y");
        MapWork work = whole(map);
        for (int cell = 0; cell < 48 * 48; cell++) {
            RunEnd end = work.end(cell);
            double[] at = work.destinations().get(end.minimum()).at().at();
            assertThat(Math.IEEEremainder(at[0], 2 * Math.PI)).isCloseTo(0, within(2e-2));
            assertThat(Math.IEEEremainder(at[1], 2 * Math.PI)).isCloseTo(0, within(2e-2));
        }
        assertThat(numbers(work)).hasSize(9);
    }

    @Test
    @DisplayName("says of runs that creep that they are still moving, however small their steps")
    void creeping() throws FormulaException {
        for (double rate : new double[] {1e-2, 1e-4, 1e-7, 1e-12}) {
            MapWork work = whole(map("(x^2 + y^2)/2", Goal.MINIMISE, "gd", rate, 100, 2, 16, "x", "y"));
            assertThat(numbers(work)).as("rate %s", rate).containsExactly(-1);
            for (int cell = 0; cell < 256; cell++) {
                assertThat(work.end(cell).moving()).isTrue();
            }
        }
    }

    @Test
    @DisplayName("keeps the numbers of basins when another part is looked at")
    void zoomed() throws FormulaException {
        MapTask.Basin map = map("(x^2 - 1)^2 + 0.2*x + y^2", Goal.MINIMISE, "gd", 0.05, 200, 2, 20, "x", "y");
        MapWork before = whole(map);
        MapWork right = before.moved(seen(map.base(), 0.5, 1.5, 20, Goal.MINIMISE, map.lengths()));
        assertThat(right.finish(() -> false)).isTrue();
        assertThat(numbers(right)).containsExactly(1);
        assertThat(before.destinations().getFirst().at().at()[0]).isNegative();
    }

    @Test
    @DisplayName("is the same map at once and from coarse to fine")
    void coarseToFine() throws FormulaException {
        MapTask.Basin map =
                map("sin(3*x)*cos(2*y) + 0.05*(x^2 + y^2)", Goal.MINIMISE, "adam", 0.05, 400, 4, 40, "x", "y");
        MapWork once = whole(map);
        MapWork fine = new MapWork(map, new EnsembleRunner());
        for (int block = MapWork.COARSEST; block >= 1; block /= 2) {
            assertThat(fine.refine(block, () -> false)).isTrue();
        }
        assertThat(numbers(once)).hasSizeGreaterThan(5);
        for (int cell = 0; cell < 1600; cell++) {
            assertThat(fine.end(cell)).isEqualTo(once.end(cell));
        }
    }
}
