package fallline.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.experiment.run.Replay;
import fallline.experiment.view.FitLook;
import fallline.figure.fit.ClassField;
import fallline.figure.fit.ClassRegionsFigure;
import fallline.figure.fit.LineFitFigure;
import fallline.figure.fit.NetworkFigure;
import fallline.figure.fit.SurfaceFitFigure;
import fallline.figure.fit.UnitCurvesFigure;
import fallline.figure.paint.Size;
import fallline.figure.plot.Window;
import fallline.figure.surface.ContourLine;
import fallline.figure.surface.HeightField;
import fallline.objective.kernel.Activation;
import fallline.objective.kernel.NetworkShape;
import fallline.picture.fit.FitPicture;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FitGeometryTest {
    private static final Size SIZE = new Size(640, 460);

    private static double[] theta(Scene scene) {
        var record = scene.record(scene.chosen().name()).orElseThrow();
        var replay = new Replay(record.traced().orElseThrow(), record.trace().orElseThrow());
        replay.moveTo(scene.view().playhead());
        return replay.theta();
    }

    @Test
    @DisplayName("the boundary of two classes lies where the network gives each of them one half")
    void boundaryOfTwo() {
        Scene scene = FitSamples.scene(FitSamples.moons(), FitLook.INITIAL, 150);
        Problem.Network problem = (Problem.Network) scene.experiment().problem();
        var units = problem.objective().features().standardisation().orElseThrow();
        ClassRegionsFigure figure = (ClassRegionsFigure) new FitPicture().figure(scene);
        List<ContourLine> lines = figure.fits().getFirst().field().boundaries();
        assertThat(lines).isNotEmpty();
        double[] theta = theta(scene);
        for (ContourLine line : lines) {
            double[][] rows = units.apply(new double[][] {line.x(), line.y()});
            for (double chance : problem.objective().predict(theta, rows)[0]) {
                assertThat(chance).isCloseTo(0.5, within(0.01));
            }
        }
    }

    @Test
    @DisplayName("the boundary of softmax is the straight line on which two logits are equal")
    void boundaryOfThree() {
        // logits 0, x and y: the classes meet on x = 0 < −y, y = 0 < −x and x = y > 0
        Window window = Window.of(-2, 2, -2, 2);
        int nodes = 60;
        double[][] chances = new double[3][nodes * nodes];
        for (int i = 0; i < nodes * nodes; i++) {
            double x = -2 + 4.0 * (i % nodes) / (nodes - 1);
            int row = i / nodes;
            double y = -2 + 4.0 * row / (nodes - 1);
            double sum = 1 + Math.exp(x) + Math.exp(y);
            chances[0][i] = 1 / sum;
            chances[1][i] = Math.exp(x) / sum;
            chances[2][i] = Math.exp(y) / sum;
        }
        List<ContourLine> lines = new ClassField(nodes, nodes, window, chances).boundaries();
        assertThat(lines).isNotEmpty();
        double cell = 4.0 / (nodes - 1);
        for (ContourLine line : lines) {
            for (int k = 0; k < line.x().length; k++) {
                double x = line.x()[k];
                double y = line.y()[k];
                double off = Math.min(Math.abs(x - y), Math.min(Math.abs(x), Math.abs(y)));
                boolean nearTheCorner = Math.hypot(x, y) < 2 * cell;
                assertThat(off).isLessThan(nearTheCorner ? cell : 1e-9);
            }
        }
    }

    @Test
    @DisplayName("every residual's stick ends on the plane: on the point that its corners, as they are seen, say")
    void sticksEndOnThePlane() {
        SurfaceFitFigure figure = FitSamples.plane();
        Window floor = figure.surface().window();
        int last = figure.surface().columns() - 1;
        Point2D a = corner(figure, 0, 0);
        Point2D b = corner(figure, last, 0);
        Point2D c = corner(figure, 0, last);
        int inside = 0;
        for (int row = 0; row < figure.x().length; row++) {
            if (!figure.heights().contains(figure.predicted()[row])) {
                continue;
            }
            inside++;
            double u = (figure.x()[row] - floor.x().lo()) / floor.x().length();
            double v = (figure.y()[row] - floor.y().lo()) / floor.y().length();
            Line2D stick = figure.stick(SIZE, row);
            assertThat(stick.getX2())
                    .isCloseTo(a.getX() + u * (b.getX() - a.getX()) + v * (c.getX() - a.getX()), within(1e-6));
            assertThat(stick.getY2())
                    .isCloseTo(a.getY() + u * (b.getY() - a.getY()) + v * (c.getY() - a.getY()), within(1e-6));
            assertThat(stick.getX1()).isCloseTo(stick.getX2(), within(1e-9));
        }
        assertThat(inside).isGreaterThan(300);
    }

    private static Point2D corner(SurfaceFitFigure figure, int column, int row) {
        HeightField plane = figure.surface();
        return figure.at(SIZE, plane.x(column), plane.y(row), plane.at(column, row));
    }

    @Test
    @DisplayName("a network of one feature is the bias plus what its units add")
    void unitsAddUp() {
        UnitCurvesFigure figure =
                (UnitCurvesFigure) Objects.requireNonNull(FitSamples.all().get("fit-units"));
        double[] function = figure.fits().getFirst().curve().y();
        for (int i = 0; i < function.length; i++) {
            int at = i;
            double added = figure.units().stream()
                    .mapToDouble(unit -> unit.curve().y()[at] - figure.bias())
                    .sum();
            assertThat(figure.bias() + added).isCloseTo(function[i], within(1e-9));
        }
    }

    @Test
    @DisplayName("every bias is grasped at its unit, and every weight on its line")
    void grasped() {
        NetworkShape shape = new NetworkShape(List.of(3, 4, 2), Activation.TANH, NetworkShape.Output.VALUE);
        double[] theta = new double[shape.dimension()];
        Arrays.setAll(theta, i -> 0.3 + 0.1 * i);
        NetworkFigure figure =
                new NetworkFigure(shape, theta, List.of("a", "b", "c"), List.of("y", "z"), "tanh", OptionalInt.empty());
        for (int i = 0; i < theta.length; i++) {
            Point2D at = figure.place(SIZE, i);
            assertThat(figure.parameter(SIZE, at.getX(), at.getY()))
                    .as(shape.parameterNames().get(i))
                    .hasValue(i);
        }
        assertThat(figure.parameter(SIZE, 2, 2)).isEmpty();
    }

    @Test
    @DisplayName("a fit's window holds y = 0, where fits begin, unless it is far from the data")
    void zero() {
        double[] x = {1, 2, 3};
        assertThat(LineFitFigure.fromZero(x, new double[] {3, 5, 11}).y().lo()).isNegative();
        assertThat(LineFitFigure.fromZero(x, new double[] {-3, -5, -11}).y().hi())
                .isPositive();
        assertThat(LineFitFigure.fromZero(x, new double[] {6, 8, 11}).y())
                .as("6 is more than 0.6 of 5")
                .isEqualTo(LineFitFigure.around(x, new double[] {6, 8, 11}).y());
        assertThat(LineFitFigure.fromZero(x, new double[] {-2, 1, 4}).y())
                .isEqualTo(LineFitFigure.around(x, new double[] {-2, 1, 4}).y());
    }
}
