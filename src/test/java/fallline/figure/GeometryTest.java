package fallline.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.figure.curve.ConvergenceFigure;
import fallline.figure.curve.Series;
import fallline.figure.curve.SeriesPath;
import fallline.figure.label.EndLabels;
import fallline.figure.label.Landmark;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.path.Arrow;
import fallline.figure.path.Trail;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.SampledCurve;
import fallline.figure.plot.Scale;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import fallline.figure.surface.ContourLine;
import fallline.figure.surface.Contours;
import fallline.figure.surface.HeightField;
import fallline.figure.surface.LossMapFigure;
import fallline.figure.surface.MapOverlays;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GeometryTest {
    private static final Size SIZE = new Size(640, 420);

    @Test
    @DisplayName("with equal scales, the arrow of descent stands upright on its contour within half a degree")
    void arrowUprightOnContour() {
        SplittableRandom random = new SplittableRandom(5);
        int tried = 0;
        while (tried < 25) {
            double x = random.nextDouble(-1.8, 1.8);
            double y = random.nextDouble(-0.7, 2.8);
            double[] g = Samples.rosenbrockGradient(x, y);
            if (Math.hypot(g[0], g[1]) < 20) {
                continue;
            }
            LossMapFigure figure = map(true, new Arrow(x, y, -g[0], -g[1], "−∇J"));
            PlotArea area = figure.plot(SIZE);
            assertThat(area.equalScales()).isTrue();
            Arrow.Placed placed = figure.arrow().orElseThrow().placed(area, 1).orElseThrow();
            // a fine grid around the point, so that the contour is nearly straight between its vertices
            HeightField field =
                    HeightField.sampled(Window.of(x - 0.02, x + 0.02, y - 0.02, y + 0.02), 41, 41, Samples::rosenbrock);
            double[] along =
                    contourDirection(Contours.of(field, Samples.rosenbrock(x, y)), area, placed.x0(), placed.y0());
            double cos = along[0] * placed.ux() + along[1] * placed.uy();
            assertThat(Math.toDegrees(Math.asin(Math.abs(cos))))
                    .as("at %s, %s", x, y)
                    .isLessThan(0.5);
            tried++;
        }
    }

    /// The unit direction, on the screen, of the nearest contour line where it passes (px, py).
    private static double[] contourDirection(List<ContourLine> lines, PlotArea area, double px, double py) {
        double least = Double.POSITIVE_INFINITY;
        double[] best = {1, 0};
        for (ContourLine line : lines) {
            for (int i = 2; i + 1 < line.x().length; i++) {
                double mx = area.px((line.x()[i - 1] + line.x()[i]) / 2);
                double my = area.py((line.y()[i - 1] + line.y()[i]) / 2);
                double distance = Math.hypot(mx - px, my - py);
                if (distance < least) {
                    least = distance;
                    // the chord over three pieces, whose middle is this one: its direction is exact to second order
                    double dx = area.px(line.x()[i + 1]) - area.px(line.x()[i - 2]);
                    double dy = area.py(line.y()[i + 1]) - area.py(line.y()[i - 2]);
                    best = new double[] {dx / Math.hypot(dx, dy), dy / Math.hypot(dx, dy)};
                }
            }
        }
        assertThat(least).isLessThan(2);
        return best;
    }

    @Test
    @DisplayName("with other scales, the arrow points along the step as it is drawn, and a note says so")
    void arrowAlongStep() {
        LossMapFigure figure = map(false, new Arrow(-1, 1, 0.3, 0.2, "step"));
        PlotArea area = figure.plot(SIZE);
        assertThat(area.equalScales()).isFalse();
        Arrow.Placed placed = figure.arrow().orElseThrow().placed(area, 1).orElseThrow();
        double dx = area.px(-0.7) - area.px(-1);
        double dy = area.py(1.2) - area.py(1);
        assertThat(Math.atan2(placed.uy(), placed.ux())).isCloseTo(Math.atan2(dy, dx), within(Math.toRadians(0.5)));
        RecordingGraphics g = RecordingGraphics.of(figure, SIZE, Theme.LIGHT);
        assertThat(g.texts).extracting(RecordingGraphics.Text::words).contains(LossMapFigure.SCALE_NOTE);
        Rectangle2D note = g.texts.stream()
                .filter(t -> t.words().equals(LossMapFigure.SCALE_NOTE))
                .findFirst()
                .orElseThrow()
                .ink();
        assertThat(figure.hit(SIZE, note.getCenterX(), note.getCenterY())).contains(new Hit.ScaleNote());
    }

    @Test
    @DisplayName("the note leaves the corner in which the start lies, and is clicked where it stands")
    void noteAside() {
        Landmark corner = new Landmark(1.9, -0.8, "drag the start");
        LossMapFigure figure = map(false, new Arrow(-1, 1, 0.3, 0.2, "step"), corner);
        PlotArea area = figure.plot(SIZE);
        Rectangle2D note = RecordingGraphics.of(figure, SIZE, Theme.LIGHT).texts.stream()
                .filter(t -> t.words().equals(LossMapFigure.SCALE_NOTE))
                .findFirst()
                .orElseThrow()
                .ink();
        assertThat(note.getMaxX()).isLessThan(area.px(corner.x()) - 9);
        assertThat(figure.hit(SIZE, note.getCenterX(), note.getCenterY())).contains(new Hit.ScaleNote());
        assertThat(figure.hit(SIZE, area.px(corner.x()), area.py(corner.y()))).contains(new Hit.Start());
    }

    private static LossMapFigure map(boolean equal, Arrow arrow) {
        return map(equal, arrow, new Landmark(-0.9, 2.6, "drag the start"));
    }

    private static LossMapFigure map(boolean equal, Arrow arrow, Landmark start) {
        return new LossMapFigure(
                "x",
                "y",
                Window.of(-2, 2, -0.9, 3.1),
                equal,
                Optional.empty(),
                Samples.valleyTrails(),
                0,
                64,
                Optional.of(start),
                List.of(),
                Optional.of(arrow),
                Optional.empty(),
                Optional.empty(),
                "",
                MapOverlays.NONE);
    }

    @Test
    @DisplayName("equal scales show all that was asked for, and a unit is as long across as upwards")
    void equalScales() {
        for (Size size : List.of(new Size(200, 160), new Size(900, 300), new Size(300, 900), new Size(640, 420))) {
            PlotArea area = map(true, new Arrow(0, 0, 1, 1, "")).plot(size);
            double across = area.px(1) - area.px(0);
            double upwards = area.py(0) - area.py(1);
            assertThat(across / upwards).isCloseTo(1, within(1e-9));
            assertThat(area.window().x().lo()).isLessThanOrEqualTo(-2 + 1e-9);
            assertThat(area.window().x().hi()).isGreaterThanOrEqualTo(2 - 1e-9);
            assertThat(area.window().y().lo()).isLessThanOrEqualTo(-0.9 + 1e-9);
            assertThat(area.window().y().hi()).isGreaterThanOrEqualTo(3.1 - 1e-9);
        }
    }

    @Test
    @DisplayName("pixels and data are each other's inverse on every scale")
    void scales() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 500; i++) {
            double lo = random.nextDouble(1e-3, 10);
            Span span = new Span(lo, lo + random.nextDouble(0.1, 1e5));
            double value = random.nextDouble(span.lo(), span.hi());
            for (Scale scale : List.of(new Scale.Linear(span, 40, 600), new Scale.Log(span, 400, 12))) {
                assertThat(scale.value(scale.pixel(value))).isCloseTo(value, within(1e-9 * span.hi()));
                assertThat(scale.pixel(span.lo())).isCloseTo(scale.from(), within(1e-9));
                assertThat(scale.pixel(span.hi())).isCloseTo(scale.to(), within(1e-9));
            }
        }
    }

    @Test
    @DisplayName("the start handle, steps and the playhead are found under the pointer")
    void hits() {
        LossMapFigure figure = Samples.rosenbrockMap();
        PlotArea area = figure.plot(SIZE);
        assertThat(figure.hit(SIZE, area.px(-0.9) + 5, area.py(2.6))).contains(new Hit.Start());
        Trail momentum = figure.trails().get(1);
        Hit hit = figure.hit(SIZE, area.px(momentum.x()[40]), area.py(momentum.y()[40]))
                .orElseThrow();
        assertThat(hit).isInstanceOfSatisfying(Hit.Step.class, step -> {
            Trail trail = figure.trails().get(step.run());
            assertThat(Math.hypot(
                            area.px(trail.x()[step.step()]) - area.px(momentum.x()[40]),
                            area.py(trail.y()[step.step()]) - area.py(momentum.y()[40])))
                    .isLessThan(1e-9);
        });
        ConvergenceFigure curve = Samples.convergence(true);
        PlotArea plot = curve.plot(SIZE);
        for (int step : new int[] {0, 17, 64, 200}) {
            assertThat(curve.stepAt(SIZE, plot.px(step))).isEqualTo(step);
        }
        assertThat(curve.stepAt(SIZE, -500)).isZero();
        assertThat(curve.stepAt(SIZE, 5000)).isEqualTo(200);
    }

    /// A map with one path at its end, from −2 to 2 across and from −1 to 3 upwards.
    private static LossMapFigure map(Trail trail) {
        return new LossMapFigure(
                "x",
                "y",
                Window.of(-2, 2, -1, 3),
                false,
                Optional.empty(),
                List.of(trail),
                0,
                trail.length() - 1,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                MapOverlays.NONE);
    }

    @Test
    @DisplayName("the arrow stands where a path that only crosses the plot in its last leg left it")
    void exitAcross() {
        double[] x = {0, 1, 1};
        double[] y = {1, 9, -9};
        Trail trail = new Trail("gd", RunStyle.of(0), x, y, 3, false);
        LossMapFigure figure = map(trail);
        PlotArea area = figure.plot(SIZE);
        RecordingGraphics g = RecordingGraphics.of(figure, SIZE, Theme.LIGHT);
        Rectangle2D arrow = g.inks.stream()
                .filter(i -> i.filled() && i.colour().equals(trail.style().core(Theme.LIGHT)))
                .toList()
                .getLast()
                .shape()
                .getBounds2D();
        assertThat(arrow.getMaxY()).isCloseTo(area.box().bottom(), within(1e-6));
        assertThat(arrow.getCenterX()).isCloseTo(area.px(1), within(1e-6));
    }

    @Test
    @DisplayName("a point outside is never moved in: an arrow stands at the edge where the path left")
    void exitArrow() {
        Trail trail = new Trail("gd", RunStyle.of(0), new double[] {0, 1, 1e300}, new double[] {1, 1, 1}, 3, true);
        LossMapFigure figure = map(trail);
        PlotArea area = figure.plot(SIZE);
        RecordingGraphics g = RecordingGraphics.of(figure, SIZE, Theme.LIGHT);
        List<RecordingGraphics.Ink> cores = g.inks.stream()
                .filter(i -> i.filled() && i.colour().equals(trail.style().core(Theme.LIGHT)))
                .toList();
        RecordingGraphics.Ink arrow = cores.getLast();
        assertThat(arrow.shape().getBounds2D().getMaxX()).isCloseTo(area.box().right(), within(1e-6));
        assertThat(arrow.shape().getBounds2D().getCenterY()).isCloseTo(area.py(1), within(1e-6));
        assertThat(g.inks)
                .as("the red triangle")
                .anyMatch(i -> i.filled() && i.colour().equals(Theme.LIGHT.danger()));
        assertThat(g.inks)
                .as("nothing far outside")
                .allSatisfy(i -> assertThat(i.shape().getBounds2D().getMaxX()).isLessThan(1000));
    }

    @Test
    @DisplayName("numbers at or below zero stand on the lower edge of a logarithmic axis, hollow")
    void zeroOnLogAxis() {
        ConvergenceFigure figure = Samples.reachedZero();
        PlotArea area = figure.plot(SIZE);
        RunStyle style = RunStyle.of(1);
        RecordingGraphics g = RecordingGraphics.of(figure, SIZE, Theme.LIGHT);
        assertThat(g.inks).anySatisfy(ink -> {
            assertThat(ink.filled()).isTrue();
            assertThat(ink.colour()).isEqualTo(Theme.LIGHT.panel());
            assertThat(ink.shape().getBounds2D().getCenterX()).isCloseTo(area.px(36), within(1e-6));
            assertThat(ink.shape().getBounds2D().getCenterY())
                    .isCloseTo(area.box().bottom(), within(1e-6));
        });
        assertThat(g.inks).noneMatch(ink -> ink.filled() && ink.colour().equals(style.core(Theme.LIGHT)));
    }

    @Test
    @DisplayName("a million points become a path that a picture can hold, and infinite ones do no harm")
    void millionPoints() {
        int n = 1_000_000;
        double[] x = new double[n];
        double[] y = new double[n];
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < n; i++) {
            x[i] = random.nextDouble(-3, 3);
            y[i] = random.nextDouble(-2, 4);
        }
        x[500] = Double.POSITIVE_INFINITY;
        y[501] = Double.NaN;
        x[502] = -1e308;
        PlotArea area = map(false, new Arrow(0, 0, 1, 1, "")).plot(SIZE);
        PixelPath.Drawn drawn = PixelPath.of(x, y, 0, n - 1, area);
        assertThat(points(drawn.path())).isLessThan(40_000);
        Rectangle2D bounds = drawn.path().getBounds2D();
        assertThat(area.box().grown(17).shape().contains(bounds)).isTrue();
        assertThat(bounds.getWidth()).isGreaterThan(area.box().width());
    }

    @Test
    @DisplayName("a series of a million steps keeps its least and its most of every pixel column")
    void millionSteps() {
        int n = 1_000_000;
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = Math.sin(i * 1e-4);
        }
        v[123_456] = 9;
        v[777_777] = -7;
        Series series = new Series("gd", RunStyle.of(0), v, n, false, List.of());
        ConvergenceFigure figure = new ConvergenceFigure(
                "J", false, ConvergenceFigure.steps(n), Optional.empty(), List.of(series), 0, n, Optional.empty(), "");
        PlotArea area = figure.plot(SIZE);
        PixelPath.Drawn drawn = SeriesPath.of(series, 0, n - 1, area);
        assertThat(points(drawn.path())).isLessThan(10_000);
        assertThat(drawn.path().getBounds2D().getMinY()).isCloseTo(area.py(9), within(1e-6));
        assertThat(drawn.path().getBounds2D().getMaxY()).isCloseTo(area.py(-7), within(1e-6));
    }

    @Test
    @DisplayName("against evaluations every run stands where its own steps cost it, and the line at the chosen run")
    void evaluations() {
        Series cheap = placed(0, 0, 1, 2, 3, 4);
        Series dear = placed(1, 0, 10, 20, 30, 40);
        ConvergenceFigure figure = evaluations(1, cheap, dear);
        PlotArea area = figure.plot(SIZE);
        RecordingGraphics g = RecordingGraphics.of(figure, SIZE, Theme.LIGHT);
        assertThat(figure.across().label()).isEqualTo("evaluations of J and ∇J");
        assertThat(g.inks)
                .as("the heads at step 3")
                .anyMatch(ink -> isAt(ink, cheap, area.px(3), area.py(cheap.at(3))))
                .anyMatch(ink -> isAt(ink, dear, area.px(30), area.py(dear.at(3))));
        assertThat(g.inks)
                .as("the upright line")
                .anyMatch(ink ->
                        ink.shape().getBounds2D().getHeight() > area.box().height() - 1
                                && Math.abs(ink.shape().getBounds2D().getCenterX() - area.px(30)) < 1e-6);
        Rectangle2D line = SeriesPath.of(dear, 0, 4, area).path().getBounds2D();
        assertThat(line.getMinX()).isCloseTo(area.px(0), within(1e-6));
        assertThat(line.getMaxX()).isCloseTo(area.px(40), within(1e-6));
    }

    @Test
    @DisplayName("against evaluations a pointer finds each run's own step, and a drag the chosen run's")
    void evaluationsPointed() {
        Series cheap = placed(0, 0, 1, 2, 3, 4);
        Series dear = placed(1, 0, 10, 20, 30, 40);
        ConvergenceFigure figure = evaluations(1, cheap, dear);
        PlotArea area = figure.plot(SIZE);
        assertThat(figure.hit(SIZE, area.px(20), area.py(dear.at(2)))).contains(new Hit.Step(1, 2));
        assertThat(figure.hit(SIZE, area.px(2), area.py(cheap.at(2)))).contains(new Hit.Step(0, 2));
        assertThat(figure.hit(SIZE, area.px(25), area.py(cheap.at(4))))
                .as("beyond the end of the cheap run")
                .isEmpty();
        assertThat(figure.stepAt(SIZE, area.px(28))).isEqualTo(3);
        assertThat(figure.stepAt(SIZE, 5000)).isEqualTo(4);
        assertThat(figure.stepAt(SIZE, -500)).isZero();
        assertThat(evaluations(0, cheap, dear).stepAt(SIZE, area.px(28))).isEqualTo(4);
    }

    @Test
    @DisplayName("a million steps of seven evaluations each keep their least and their most too")
    void millionEvaluations() {
        int n = 1_000_000;
        double[] v = new double[n];
        double[] places = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = Math.sin(i * 1e-4);
            places[i] = 7 * i;
        }
        v[123_456] = 9;
        v[777_777] = -7;
        Series series = new Series("gd", RunStyle.of(0), v, Optional.of(places), n, false, List.of());
        PlotArea area = evaluations(0, series).plot(SIZE);
        PixelPath.Drawn drawn = SeriesPath.of(series, 0, n - 1, area);
        assertThat(points(drawn.path())).isLessThan(10_000);
        assertThat(drawn.path().getBounds2D().getMinY()).isCloseTo(area.py(9), within(1e-6));
        assertThat(drawn.path().getBounds2D().getMaxY()).isCloseTo(area.py(-7), within(1e-6));
        assertThat(drawn.path().getBounds2D().getMaxX()).isCloseTo(area.box().right(), within(1.0));
    }

    /// A run whose J is 100, 90, … for the first of all and 50, 40, … for the second.
    private static Series placed(int run, double... places) {
        double[] values = new double[places.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (run == 0 ? 100 : 50) - 10 * i;
        }
        return new Series("run " + run, RunStyle.of(run), values, Optional.of(places), places.length, false, List.of());
    }

    private static ConvergenceFigure evaluations(int chosen, Series... series) {
        Series last = series[series.length - 1];
        return new ConvergenceFigure(
                "J",
                false,
                ConvergenceFigure.evaluations(new Span(0, last.place(last.length() - 1))),
                Optional.empty(),
                List.of(series),
                chosen,
                3,
                Optional.empty(),
                "");
    }

    private static boolean isAt(RecordingGraphics.Ink ink, Series series, double x, double y) {
        Rectangle2D bounds = ink.shape().getBounds2D();
        return ink.filled()
                && ink.colour().equals(series.style().core(Theme.LIGHT))
                && Math.abs(bounds.getCenterX() - x) < 1
                && Math.abs(bounds.getCenterY() - y) < 1;
    }

    private static int points(Path2D path) {
        int count = 0;
        for (PathIterator it = path.getPathIterator(null); !it.isDone(); it.next()) {
            count++;
        }
        return count;
    }

    @Test
    @DisplayName("names at lines' ends keep their order, their distance and the plot's height")
    void endLabels() {
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 500; round++) {
            double[] wanted =
                    random.doubles(random.nextInt(1, 9), 10, 200).sorted().toArray();
            double[] places = EndLabels.spread(wanted, 15, 10, 200);
            for (int i = 0; i < places.length; i++) {
                assertThat(places[i]).isBetween(10 - 1e-9, 200 + 1e-9);
                assertThat(i == 0 || places[i] - places[i - 1] >= 15 - 1e-9).isTrue();
            }
            boolean apart = true;
            for (int i = 1; i < wanted.length; i++) {
                apart &= wanted[i] - wanted[i - 1] >= 15;
            }
            if (apart) {
                assertThat(places).containsExactly(wanted, within(1e-9));
            }
        }
    }

    @Test
    @DisplayName("a curve is sampled where it bends, and its hole is found to a thousandth of the window")
    void sampledCurve() {
        SampledCurve curve = SampledCurve.of(w -> w <= 0 ? Double.NaN : w - Math.log(w), new Span(-2, 6), 64);
        double first = Double.NaN;
        for (int i = 0; i < curve.x().length && Double.isNaN(first); i++) {
            first = Double.isNaN(curve.y()[i]) ? Double.NaN : curve.x()[i];
        }
        assertThat(first).isBetween(0.0, 0.008);
        SampledCurve sharp = SampledCurve.of(w -> Math.abs(w - 0.3333), new Span(-1, 1), 20);
        assertThat(sharp.range().lo()).isCloseTo(0, within(0.003));
    }
}
