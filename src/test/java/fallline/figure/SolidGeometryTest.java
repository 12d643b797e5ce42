package fallline.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.figure.paint.Box;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.path.Trail;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Window;
import fallline.figure.solid.HeightScale;
import fallline.figure.solid.LossSolidFigure;
import fallline.figure.solid.Projection;
import fallline.figure.solid.Relief;
import fallline.figure.solid.ReliefRaster;
import fallline.figure.solid.Viewpoint;
import fallline.figure.surface.ContourLine;
import fallline.figure.surface.Contours;
import fallline.figure.surface.LossMapFigure;
import fallline.figure.surface.QuadraticModel;
import fallline.figure.surface.SlopeDial;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SolidGeometryTest {
    private static final Size SIZE = new Size(800, 600);
    private static final Window WINDOW = Window.of(-2, 2, -0.9, 3.1);

    @DisplayName("a path lies on the painted solid: its pixel's depth is the solid's, to one pixel")
    @ParameterizedTest
    @EnumSource(HeightScale.Kind.class)
    void pathLiesOnTheSurface(HeightScale.Kind kind) {
        Viewpoint viewpoint = SolidSamples.CORNER;
        Relief relief = SolidSamples.relief(WINDOW, Samples::rosenbrock, 0, kind);
        Box plot = LossSolidFigure.plot(SIZE);
        Projection projection = relief.projection(true, viewpoint, plot);
        ReliefRaster raster = relief.raster(800, 600, 1, plot, viewpoint, true, false, Theme.LIGHT);
        double pixel = 1 / projection.scale();
        int compared = 0;
        for (Trail trail : Samples.valleyTrails()) {
            for (int k = 0; k < trail.length(); k += 3) {
                double x = projection.boxX(trail.x()[k]);
                double y = projection.boxY(trail.y()[k]);
                double z = relief.height(trail.x()[k], trail.y()[k]);
                double px = projection.px(x, y);
                double py = projection.py(x, y, z);
                double depth = projection.depth(x, y, z);
                if (raster.hides(px, py, depth, 2 * pixel)) {
                    continue;
                }
                double nearest = Double.POSITIVE_INFINITY;
                double farthest = Double.NEGATIVE_INFINITY;
                for (int dx = -2; dx <= 2; dx++) {
                    for (int dy = -2; dy <= 2; dy++) {
                        double there = raster.depth(px + dx / 2.0, py + dy / 2.0);
                        nearest = Math.min(nearest, there);
                        farthest = Math.max(farthest, there);
                    }
                }
                assertThat(depth).as("step %d of %s", k, trail.name()).isBetween(nearest - pixel, farthest + pixel);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    @DisplayName("a path is drawn over the surface, also between its steps, to one pixel")
    void drawnPathFollowsTheSurface() {
        LossSolidFigure figure = SolidSamples.rosenbrock(HeightScale.Kind.LOG, SolidSamples.CORNER, false);
        Trail trail = Samples.valleyTrails().get(1);
        List<Point2D> exact = new ArrayList<>();
        for (int k = 1; k <= 64; k++) {
            for (int i = 0; i <= 400; i++) {
                double x = trail.x()[k - 1] + i / 400.0 * (trail.x()[k] - trail.x()[k - 1]);
                double y = trail.y()[k - 1] + i / 400.0 * (trail.y()[k] - trail.y()[k - 1]);
                figure.seen(SIZE, x, y).ifPresent(exact::add);
            }
        }
        int compared = 0;
        for (RecordingGraphics.Ink ink : RecordingGraphics.of(figure, SIZE, Theme.LIGHT).inks) {
            if (!ink.filled()
                    && ink.shape() instanceof Path2D path
                    && ink.colour().equals(trail.style().core(Theme.LIGHT))) {
                compared += compare(path, exact);
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    /// Compares the middle of every piece of a line with points that lie close together.
    private static int compare(Path2D path, List<Point2D> exact) {
        int compared = 0;
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            if (i.currentSegment(at) == PathIterator.SEG_LINETO) {
                double mx = (x + at[0]) / 2;
                double my = (y + at[1]) / 2;
                double off = exact.stream()
                        .mapToDouble(p -> p.distance(mx, my))
                        .min()
                        .orElseThrow();
                assertThat(off).as("at pixel %s, %s", mx, my).isLessThan(1);
                compared++;
            }
            x = at[0];
            y = at[1];
        }
        return compared;
    }

    @Test
    @DisplayName("the height of a point between the nodes is the function's, to one pixel")
    void heightIsTheFunctions() {
        Relief relief = SolidSamples.relief(WINDOW, Samples::rosenbrock, 0, HeightScale.Kind.LINEAR);
        Projection projection = relief.projection(true, SolidSamples.CORNER, LossSolidFigure.plot(SIZE));
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 500; i++) {
            double x = random.nextDouble(-2, 2);
            double y = random.nextDouble(-0.9, 3.1);
            double exact = relief.scale().share(Samples.rosenbrock(x, y)) * Projection.TOP;
            assertThat(Math.abs(relief.height(x, y) - exact) * projection.scale() * projection.cosE())
                    .isLessThan(1);
        }
    }

    @Test
    @DisplayName("the place under the pointer is the place that is seen there")
    void picksWhatIsSeen() {
        LossSolidFigure figure = SolidSamples.himmelblau();
        SplittableRandom random = new SplittableRandom(7);
        int found = 0;
        for (int i = 0; i < 200; i++) {
            double px = random.nextDouble(100, 700);
            double py = random.nextDouble(60, 520);
            Optional<Point2D> place = figure.pick(SIZE, px, py);
            if (place.isPresent()) {
                Point2D seen = figure.seen(SIZE, place.get().getX(), place.get().getY())
                        .orElseThrow();
                assertThat(seen.distance(px, py)).isLessThan(0.5);
                found++;
            }
        }
        assertThat(found).isGreaterThan(60);
    }

    @Test
    @DisplayName("from straight above, equal lengths of both parameters are equally long and x points right")
    void fromAbove() {
        Relief relief = SolidSamples.relief(WINDOW, Samples::rosenbrock, 0, HeightScale.Kind.LINEAR);
        Projection top = relief.projection(true, new Viewpoint(0, 90, 1, 0, 0), LossSolidFigure.plot(SIZE));
        double across = top.px(top.boxX(1), 0) - top.px(top.boxX(0), 0);
        double up = top.py(0, top.boxY(0), 0.3) - top.py(0, top.boxY(1), 0.1);
        assertThat(across).isPositive().isCloseTo(up, within(1e-9));
    }

    @Test
    @DisplayName("holes are missing faces: no pixel of the solid shows where the function has no value")
    void holesAreMissing() {
        Relief relief = SolidSamples.relief(
                Window.of(-1, 1, -1, 1),
                (x, y) -> x * x + y * y < 0.25 ? Double.NaN : x,
                Double.NaN,
                HeightScale.Kind.LINEAR);
        Box plot = LossSolidFigure.plot(SIZE);
        Viewpoint above = new Viewpoint(0, 90, 1, 0, 0);
        Projection projection = relief.projection(true, above, plot);
        ReliefRaster raster = relief.raster(800, 600, 1, plot, above, true, false, Theme.LIGHT);
        assertThat(relief.height(0.1, 0.2)).isNaN();
        assertThat(raster.depth(projection.px(0.1, 0.2), projection.py(0.1, 0.2, 0)))
                .isInfinite();
        assertThat(raster.depth(projection.px(0.8, 0.2), projection.py(0.8, 0.2, 0)))
                .isFinite();
    }

    @Test
    @DisplayName("a tower is cut off open, not flattened: above the box there is no face")
    void towersAreCut() {
        Relief relief = SolidSamples.relief(
                Window.of(-1, 1, -1, 1), (x, y) -> x + 1 / (x * x + y * y + 1e-4), Double.NaN, HeightScale.Kind.LINEAR);
        assertThat(relief.scale().cut()).isTrue();
        Viewpoint above = new Viewpoint(0, 90, 1, 0, 0);
        Box plot = LossSolidFigure.plot(SIZE);
        Projection projection = relief.projection(true, above, plot);
        ReliefRaster raster = relief.raster(800, 600, 1, plot, above, true, false, Theme.LIGHT);
        assertThat(raster.depth(projection.px(0, 0), projection.py(0, 0, 0))).isInfinite();
        assertThat(relief.scale().marks())
                .allSatisfy(mark -> assertThat(mark.share()).isLessThanOrEqualTo(1 + 1e-9));
    }

    @Test
    @DisplayName("the percentile of a value is the share of the surface that lies lower")
    void rank() {
        Relief relief = SolidSamples.relief(
                Window.of(0, 1, 0, 1), (x, y) -> Math.exp(9 * x), Double.NaN, HeightScale.Kind.RANK);
        assertThat(relief.height(0.25, 0.5) / Projection.TOP).isCloseTo(0.25, within(0.01));
        assertThat(relief.height(0.9, 0.1) / Projection.TOP).isCloseTo(0.9, within(0.01));
    }

    @Test
    @DisplayName("the dial's gradient stands upright on the level line within 0.5° where the scales are equal")
    void gradientIsPerpendicular() {
        LossMapFigure map = Samples.rosenbrockMap();
        PlotArea area = map.plot(SIZE);
        double[] g = Samples.rosenbrockGradient(-0.7, 1.9);
        SlopeDial dial = new SlopeDial(-0.7, 1.9, g[0], g[1]);
        double[] up = dial.direction(area, false);
        // the level line as the map draws it, not as the dial says
        ContourLine line = Contours.of(Samples.VALLEY.field(), Samples.rosenbrock(-0.7, 1.9)).stream()
                .min(Comparator.comparingDouble(l -> nearest(l, -0.7, 1.9)[0]))
                .orElseThrow();
        int at = (int) nearest(line, -0.7, 1.9)[1];
        double dx = area.px(line.x()[at + 1]) - area.px(line.x()[at - 1]);
        double dy = area.py(line.y()[at + 1]) - area.py(line.y()[at - 1]);
        double cosine = (dx * up[0] + dy * up[1]) / Math.hypot(dx, dy);
        assertThat(Math.toDegrees(Math.asin(Math.abs(cosine)))).isLessThan(0.5);
    }

    private static double[] nearest(ContourLine line, double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        int at = 1;
        for (int i = 1; i + 1 < line.x().length; i++) {
            double distance = Math.hypot(line.x()[i] - x, line.y()[i] - y);
            if (distance < least) {
                least = distance;
                at = i;
            }
        }
        return new double[] {least, at};
    }

    @Test
    @DisplayName("the model's arms point along the Hessian's eigenvectors, 1/√|λ| long")
    void quadraticModel() {
        QuadraticModel.Arm[] arms = new QuadraticModel(0, 0, 2, 1, 2).arms();
        assertThat(arms[0].eigenvalue()).isCloseTo(3, within(1e-12));
        assertThat(arms[1].eigenvalue()).isCloseTo(1, within(1e-12));
        assertThat(arms[0].dx()).isCloseTo(arms[0].dy(), within(1e-12));
        assertThat(Math.hypot(arms[0].dx(), arms[0].dy())).isCloseTo(1 / Math.sqrt(3), within(1e-12));
        assertThat(List.of(arms[1].dx() + arms[1].dy()))
                .allSatisfy(sum -> assertThat(sum).isCloseTo(0, within(1e-12)));
    }
}
