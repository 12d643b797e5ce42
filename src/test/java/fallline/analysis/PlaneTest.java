package fallline.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import fallline.Formulas;
import fallline.data.Column.NumberColumn;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.PathPoint;
import fallline.objective.Objective;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PlaneTest {
    private static final AxisMeaning ANY = new AxisMeaning.Upright();

    private static double[] random(SplittableRandom random, int n) {
        double[] values = new double[n];
        Arrays.setAll(values, _ -> random.nextDouble(-3, 3));
        return values;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @RepeatedTest(30)
    @DisplayName("a point that was put beside a slanted plane is found at its place and distance")
    void projection(RepetitionInfo info) {
        SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
        int n = 3 + random.nextInt(8);
        double[] across = random(random, n);
        double[] upwards = random(random, n);
        Plane plane = new Plane(random(random, n), across, upwards, ANY, ANY);
        double[] normal = normal(random, across, upwards);
        double x = random.nextDouble(-5, 5);
        double y = random.nextDouble(-5, 5);
        double beside = random.nextDouble(-4, 4);
        double[] point = plane.point(x, y);
        for (int i = 0; i < n; i++) {
            point[i] += beside * normal[i];
        }
        Plane.Projection found = plane.project(point);
        assertThat(found.x()).isEqualTo(x, within(1e-9));
        assertThat(found.y()).isEqualTo(y, within(1e-9));
        assertThat(found.distance()).isEqualTo(Math.abs(beside), within(1e-9));
    }

    /// A vector of length 1 at right angles to two others, by orthogonalising against an orthonormal pair.
    private static double[] normal(SplittableRandom random, double[] across, double[] upwards) {
        double[] first = scaled(across, 1 / Math.sqrt(dot(across, across)));
        double[] second = less(upwards, first);
        second = scaled(second, 1 / Math.sqrt(dot(second, second)));
        double[] normal = random(random, across.length);
        for (int round = 0; round < 3; round++) {
            normal = less(less(normal, first), second);
        }
        return scaled(normal, 1 / Math.sqrt(dot(normal, normal)));
    }

    private static double[] less(double[] vector, double[] unit) {
        double along = dot(vector, unit);
        double[] rest = vector.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= along * unit[i];
        }
        return rest;
    }

    private static double[] scaled(double[] vector, double factor) {
        return Arrays.stream(vector).map(v -> v * factor).toArray();
    }

    @RepeatedTest(30)
    @DisplayName("dragging moves a point by just that much in the plane and keeps what lies beside it")
    void dragging(RepetitionInfo info) {
        SplittableRandom random = new SplittableRandom(100 + info.getCurrentRepetition());
        int n = 3 + random.nextInt(8);
        Plane plane = new Plane(random(random, n), random(random, n), random(random, n), ANY, ANY);
        double[] start = random(random, n);
        double dx = random.nextDouble(-5, 5);
        double dy = random.nextDouble(-5, 5);
        Plane.Projection before = plane.project(start);
        double[] moved = plane.moved(start, dx, dy);
        Plane.Projection after = plane.project(moved);
        assertThat(after.x() - before.x()).isEqualTo(dx, within(1e-8));
        assertThat(after.y() - before.y()).isEqualTo(dy, within(1e-8));
        assertThat(after.distance()).isEqualTo(before.distance(), within(1e-8));
        double[] stillThere = plane.point(after.x(), after.y());
        double[] wasThere = plane.point(before.x(), before.y());
        for (int i = 0; i < n; i++) {
            assertThat(moved[i] - stillThere[i])
                    .as("component %d beside the plane", i)
                    .isEqualTo(start[i] - wasThere[i], within(1e-8));
        }
    }

    @Test
    @DisplayName("coordinates in a plane of two parameters are the parameters, to the bit, however large the others")
    void parameters() {
        Plane plane = Plane.ofParameters(new double[] {0.1, 1e200, 0.3, -7}, 2, 0);
        Plane.Projection at = plane.project(new double[] {0.7, 1e200, 0.1 + 0.2, -7});
        assertThat(at.x()).isEqualTo(0.1 + 0.2);
        assertThat(at.y()).isEqualTo(0.7);
        assertThat(at.distance()).isZero();
        assertThat(plane.point(1.1, 2.2)).containsExactly(2.2, 1e200, 1.1, -7);
    }

    @Test
    @DisplayName("a plane through three points holds them: the first at (0, 0), the second on the horizontal axis")
    void threePoints() {
        double[] first = {1, 2, 3, 4};
        double[] second = {1, 2, 3, 9};
        double[] third = {4, 6, 3, 7};
        Plane plane = through(first, second, third);
        assertThat(plane.project(first)).isEqualTo(new Plane.Projection(0, 0, 0));
        assertThat(plane.project(second).x()).isEqualTo(5, within(1e-12));
        assertThat(plane.project(second).y()).isEqualTo(0, within(1e-12));
        assertThat(plane.project(third).x()).isEqualTo(3, within(1e-12));
        assertThat(plane.project(third).y())
                .as("5 upwards: (3, 4) has that length")
                .isEqualTo(5, within(1e-12));
        assertThat(plane.project(third).distance()).isEqualTo(0, within(1e-12));
    }

    private static Plane through(double[] first, double[] second, double[] third) {
        return Planes.throughPoints(
                first,
                less3(second, first),
                less3(third, first),
                new AxisMeaning.Towards(new PathPoint.Start(), new PathPoint.End("a")),
                new AxisMeaning.Towards(new PathPoint.Start(), new PathPoint.End("b")));
    }

    private static double[] less3(double[] to, double[] from) {
        double[] difference = to.clone();
        Arrays.setAll(difference, i -> to[i] - from[i]);
        return difference;
    }

    @Test
    @DisplayName("three points on a line, or all the same, still give a plane that holds them, and its axis says so")
    void flat() {
        double[] first = {1, 1, 1};
        Plane line = through(first, new double[] {2, 2, 2}, new double[] {4, 4, 4});
        assertThat(line.project(new double[] {4, 4, 4}).distance()).isEqualTo(0, within(1e-12));
        assertThat(dot(line.across(), line.upwards())).isEqualTo(0, within(1e-12));
        assertThat(line.upwardsMeaning()).isEqualTo(new AxisMeaning.Upright());
        Plane turned = through(first, first, new double[] {2, 2, 2});
        assertThat(turned.project(new double[] {2, 2, 2}).distance()).isEqualTo(0, within(1e-12));
        assertThat(turned.acrossMeaning()).isEqualTo(new AxisMeaning.Upright());
        assertThat(through(first, first, first).project(first).distance()).isZero();
    }

    @Test
    @DisplayName("slopes in a plane are those of J along its directions")
    void slopes() {
        Objective objective =
                Formulas.minimise("a^2 + 3*b^2 + sin(c)", "a", "b", "c").objective();
        Plane plane =
                new Plane(new double[] {0.3, -0.2, 1}, new double[] {1, 2, 0.5}, new double[] {0, -1, 2}, ANY, ANY);
        double[] gradient = new double[3];
        objective.gradient(plane.point(0.4, 0.7), gradient);
        double h = 1e-5;
        double[] slopes = plane.slopes(gradient);
        assertThat(slopes[0])
                .isEqualTo(
                        (objective.value(plane.point(0.4 + h, 0.7)) - objective.value(plane.point(0.4 - h, 0.7)))
                                / (2 * h),
                        within(1e-8));
        assertThat(slopes[1])
                .isEqualTo(
                        (objective.value(plane.point(0.4, 0.7 + h)) - objective.value(plane.point(0.4, 0.7 - h)))
                                / (2 * h),
                        within(1e-8));
    }

    @Test
    @DisplayName("a grid holds J at the nodes of a slanted plane, the lowest row first; cancelled, there is none")
    void grid() {
        Objective objective =
                Formulas.minimise("a + 10*b + 100*c", "a", "b", "c").objective();
        Plane plane = new Plane(new double[] {1, 0, 0}, new double[] {1, 1, 0}, new double[] {0, 0, 1}, ANY, ANY);
        Bounds bounds = new Bounds(0, 2, -1, 1);
        double[] values = LossGrid.sample(objective, plane, bounds, 3, 2);
        assertThat(values).containsExactly(-99, -88, -77, 101, 112, 123);
        assertThat(LossGrid.sampleTogether(objective, plane, bounds, 3, 2, 2, () -> true))
                .isEmpty();
    }

    @RepeatedTest(20)
    @DisplayName("the surface of a least-squares problem is that of its rows")
    void leastSquares(RepetitionInfo info) {
        SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
        int rows = 20 + random.nextInt(200);
        double[] x = random.doubles(rows, -1, 4).toArray();
        double[] z = random.doubles(rows, 100, 300).toArray();
        double[] y = new double[rows];
        Arrays.setAll(y, i -> 3 + 2 * x[i] - 0.1 * z[i] + random.nextDouble(-1, 1));
        Dataset data = new Dataset(
                "made",
                new DataSource.Columns(),
                List.of(new NumberColumn("x", x), new NumberColumn("z", z), new NumberColumn("y", y)));
        double penalty = random.nextBoolean() ? 0 : random.nextDouble(3);
        Objective objective = Problems.linear(
                        data, List.of("x", "z"), "y", new Problem.ModelOptions(false, 1, penalty, false))
                .objective()
                .twin();
        Plane plane = new Plane(random(random, 3), random(random, 3), random(random, 3), ANY, ANY);
        Bounds bounds = new Bounds(-1, 2, -2, 1);
        double[] values = LossGrid.sample(objective, plane, bounds, 9, 7);
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 9; column++) {
                double there = objective.value(plane.point(-1 + 3 * column / 8.0, -2 + 3 * row / 6.0));
                assertThat(values[row * 9 + column]).isCloseTo(there, withinPercentage(1e-8));
            }
        }
    }
}
