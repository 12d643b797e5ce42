package fallline.picture.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.Formulas;
import fallline.experiment.Experiment;
import fallline.experiment.view.SurfaceLook;
import fallline.figure.curve.AlongStepFigure;
import fallline.figure.curve.LossCurveFigure;
import fallline.figure.paint.Box;
import fallline.figure.paint.Size;
import fallline.figure.path.Trail;
import fallline.figure.path.TrailPainter;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Window;
import fallline.figure.solid.LossSolidFigure;
import fallline.figure.surface.Levels;
import fallline.figure.surface.LossMapFigure;
import fallline.objective.Goal;
import fallline.objective.formula.FunctionCatalogue;
import fallline.picture.Looked;
import fallline.picture.fit.FitPicture;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the loss views show of runs that overshoot, of holes and of poles.
class DivergenceSeenTest {
    private static final List<Size> SIZES = List.of(new Size(300, 210), new Size(480, 330), new Size(900, 620));

    private static LossCurveFigure curve(Experiment experiment, int playhead) {
        return (LossCurveFigure) new LossPicture().figure(Looked.at(experiment, view -> view.withPlayhead(playhead)));
    }

    private static Experiment square(double rate) {
        return Looked.experiment(Formulas.minimise("w^2", "w"), new double[] {20}, 100, Looked.run("gd", rate));
    }

    static DoubleStream rates() {
        return IntStream.rangeClosed(0, 34).mapToDouble(i -> 0.01 + 0.035 * i);
    }

    private static void holdsFirstSteps(LossCurveFigure figure) {
        Window window = figure.window();
        for (Trail trail : figure.trails()) {
            for (int k = 0; k <= Math.min(4, trail.length() - 1); k++) {
                assertThat(window.contains(trail.x()[k], trail.y()[k]))
                        .as("step %d at (%s, %s) in %s", k, trail.x()[k], trail.y()[k], window)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rates")
    @DisplayName("w² from 20 is seen symmetric about 0 with its first four steps, whatever the rate")
    void parabola(double rate) {
        LossCurveFigure figure = curve(square(rate), 0);
        assertThat(figure.window().x().middle()).isEqualTo(0, within(1e-9));
        assertThat(figure.window().y().contains(0)).isTrue();
        holdsFirstSteps(figure);
        // |wₖ| = 20·|1 − 2α|ᵏ
        double reach = 20 * Math.max(1, Math.pow(Math.abs(1 - 2 * rate), 4));
        assertThat(figure.window().x().hi()).isBetween(reach, 1.31 * reach);
    }

    @Test
    @DisplayName("two runs, a fast and a slow one, both have their first steps in it")
    void twoRuns() {
        Experiment experiment = Looked.experiment(
                Formulas.minimise("(w - 3)^2", "w"),
                new double[] {-2},
                60,
                Looked.run("gd", 0.02),
                Looked.run("gd", 1.2));
        LossCurveFigure figure = curve(experiment, 10);
        assertThat(figure.trails()).hasSize(2);
        assertThat(figure.window().x().middle()).isEqualTo(3, within(1e-9));
        holdsFirstSteps(figure);
    }

    static Stream<String> formulas() {
        Random random = new Random(11);
        return IntStream.range(0, 60)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        i % 3 == 0
                                ? "%.3f*(w-(%.3f))^4 + %.3f*w^2"
                                : i % 3 == 1 ? "%.3f*(w-(%.3f))^2 + %.3f*sin(2*w)" : "%.3f*abs(w-(%.3f)) + %.3f*w^2",
                        0.1 + random.nextDouble(),
                        4 * random.nextDouble() - 2,
                        0.1 + random.nextDouble()));
    }

    @ParameterizedTest
    @MethodSource("formulas")
    @DisplayName("a formula's window holds the first four steps and its lowest valley in the middle")
    void random(String formula) {
        Random random = new Random(formula.hashCode());
        Problem problem = Formulas.minimise(formula, "w");
        double start = 6 * random.nextDouble() - 3;
        double rate = 0.01 + 0.15 * random.nextDouble();
        String optimizer = List.of("gd", "momentum", "adam").get(random.nextInt(3));
        Experiment experiment = Looked.experiment(problem, new double[] {start}, 30, Looked.run(optimizer, rate));
        LossCurveFigure figure = curve(experiment, 3);
        double middle = figure.window().x().middle();
        double away = Math.max(1e-3, Math.abs(start - middle));
        boolean near = figure.trails().stream()
                .allMatch(trail -> Arrays.stream(trail.x(), 0, Math.min(5, trail.length()))
                        .allMatch(w -> Math.abs(w - middle) < CurveWindow.FARTHEST * away));
        if (near) {
            holdsFirstSteps(figure);
        } else {
            assertThat(figure.window().x().length()).isLessThan(300 * away);
        }
        double lowest = Arrays.stream(figure.curve().y()).min().orElseThrow();
        assertThat(problem.objective().value(new double[] {middle}))
                .as("the middle is as low as can be")
                .isLessThanOrEqualTo(lowest + 1e-3 * figure.window().y().length());
    }

    private static void coversNothing(Box box, PlotArea area, List<Trail> trails, int playhead, String what) {
        Rectangle2D words = box.shape();
        for (Trail trail : trails) {
            for (int k = 1; k < trail.length(); k++) {
                double x0 = area.px(trail.x()[k - 1]);
                double y0 = area.py(trail.y()[k - 1]);
                double x1 = area.px(trail.x()[k]);
                double y1 = area.py(trail.y()[k]);
                assertThat(words.intersectsLine(x0, y0, x1, y1))
                        .as(what + ", on the way to step " + k)
                        .isFalse();
            }
        }
        assertThat(TrailPainter.exits(trails, playhead, area)).as(what).noneMatch(box::overlaps);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.45, 0.7, 0.95, 1, 1.02, 1.05, 1.1, 1.2})
    @DisplayName("the read-out stands on no path and on no arrow at the edge, at any step and size")
    void readOut(double rate) {
        int seen = 0;
        for (int playhead : new int[] {0, 1, 3, 7, 20, 99, 100}) {
            LossCurveFigure figure = curve(square(rate), playhead);
            for (Size size : SIZES) {
                PlotArea area = figure.plot(size);
                if (figure.readOutBox(area).isPresent()) {
                    Box box = figure.readOutBox(area).get();
                    assertThat(area.box().contains(box)).isTrue();
                    coversNothing(box, area, figure.trails(), playhead, rate + " at " + playhead);
                    seen++;
                }
            }
        }
        assertThat(seen).as("it is there at the larger sizes").isGreaterThanOrEqualTo(10);
    }

    @Test
    @DisplayName("on a map the read-out stands on no path either")
    void readOutOfMaps() {
        Random random = new Random(5);
        int seen = 0;
        for (int i = 0; i < 12; i++) {
            Problem problem = Formulas.minimise("x^2 + " + (1 + random.nextInt(20)) + "*y^2 + sin(3*x)*y", "x", "y");
            Experiment experiment = Looked.experiment(
                    problem,
                    new double[] {4 * random.nextDouble() - 2, 4 * random.nextDouble() - 2},
                    80,
                    Looked.run("momentum", 0.01 + 0.05 * random.nextDouble()),
                    Looked.run("gd", 0.1 * random.nextDouble()));
            LossMapFigure figure =
                    (LossMapFigure) new LossPicture().figure(Looked.at(experiment, view -> view.withPlayhead(60)));
            for (Size size : SIZES) {
                PlotArea area = figure.plot(size);
                if (figure.readOutBox(area).isPresent()) {
                    coversNothing(figure.readOutBox(area).get(), area, figure.trails(), 60, "map " + i);
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(18);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.9, 1, 1.05, 1.2})
    @DisplayName("along a step that overshoots, the valley between takes two fifths of the plot and its floor is seen")
    void alongTheStep(double rate) {
        AlongStepFigure figure =
                (AlongStepFigure) new FitPicture().figure(Looked.at(square(rate), view -> view.withPlayhead(2)));
        // J = w² along w(1 − 2α·s): its floor is at s = 1/(2α), and J is as high as here at s = 0 and s = 1/α
        assertThat(figure.window().y().contains(0)).isTrue();
        assertThat(1 / rate / figure.window().x().length()).isGreaterThan(0.4);
        assertThat(figure.window().contains(0, figure.here())).isTrue();
        assertThat(figure.window().contains(1, figure.next())).isTrue();
    }

    @Test
    @DisplayName("along a short step, what lies ahead is still seen")
    void alongAShortStep() {
        AlongStepFigure figure =
                (AlongStepFigure) new FitPicture().figure(Looked.at(square(0.01), view -> view.withPlayhead(2)));
        assertThat(figure.window().x().hi()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/x", "-1/x", "1/x^2", "1/(x-0.3)^3 + x", "tan(3*x)", "-1/abs(x-0.5)"})
    @DisplayName("a pole does not take the heights of a curve with it")
    void poleOfACurve(String formula) {
        for (Goal goal : Goal.values()) {
            Experiment experiment = Looked.experiment(
                    Formulas.of(formula, List.of("x"), goal), new double[] {1}, 20, Looked.run("gd", 0.01));
            Window window = curve(experiment, 0).window();
            assertThat(window.y().length())
                    .as(formula + " " + goal + ": " + window)
                    .isLessThan(120);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"w^2", "w - log(w)", "log(w)", "-exp(-100*(w-0.7)^2)", "w^2 - 30*exp(-400*(w-0.5)^2)"})
    @DisplayName("a slope that is only steep, or a well that is only narrow, is seen to its floor")
    void noPole(String formula) {
        Experiment experiment =
                Looked.experiment(Formulas.minimise(formula, "w"), new double[] {1}, 20, Looked.run("gd", 0.01));
        LossCurveFigure figure = curve(experiment, 0);
        int places = 240;
        for (int i = 0; i <= places; i++) {
            double w = figure.window().x().lo() + figure.window().x().length() * i / places;
            double value = figure.curve().y()[nearest(figure.curve().x(), w)];
            if (Double.isFinite(value)) {
                assertThat(value).isGreaterThan(figure.window().y().lo() - 1);
            }
        }
    }

    private static int nearest(double[] x, double w) {
        int at = Arrays.binarySearch(x, w);
        return at >= 0 ? at : Math.min(x.length - 1, -at - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/(x^2+y^2)", "-1/(x^2+y^2)", "log(x^2+y^2)", "1/x + y^2"})
    @DisplayName("a pole does not take the colours of a map with it: lines stand all over it")
    void poleOfAMap(String formula) {
        for (Goal goal : Goal.values()) {
            Experiment experiment = Looked.experiment(
                    Formulas.of(formula, List.of("x", "y"), goal), new double[] {1, 0.5}, 5, Looked.run("gd", 1e-3));
            LossMapFigure figure = (LossMapFigure) new LossPicture().figure(Looked.at(experiment, view -> view));
            var map = figure.surface().orElseThrow().over(figure.window());
            Levels levels = map.levels();
            double[] values = map.field().values();
            long middling = Arrays.stream(values)
                    .map(levels::brightness)
                    .filter(shade -> shade > 0.02 && shade < 0.98)
                    .count();
            assertThat(middling).as(formula + " " + goal).isGreaterThan(values.length / 10);
            assertThat(map.contours().size()).as(formula + " " + goal).isGreaterThan(4);
        }
    }

    @Test
    @DisplayName("a start in a hole keeps the curve and a ring that can be grasped")
    void holeOfACurve() {
        Experiment experiment =
                Looked.experiment(Formulas.minimise("w - log(w)", "w"), new double[] {-1}, 20, Looked.run("gd", 0.1));
        LossCurveFigure figure = curve(experiment, 0);
        assertThat(figure.start().orElseThrow().label()).isEqualTo("start: J is not finite here");
        for (Size size : SIZES) {
            PlotArea area = figure.plot(size);
            double x = area.px(-1);
            double y = area.py(figure.start().get().y());
            assertThat(area.box().grown(-4).contains(x, y)).isTrue();
            assertThat(figure.hit(size, x, y)).containsInstanceOf(Hit.Start.class);
        }
        assertThat(figure.window().x().middle()).as("the minimum of w − log w").isEqualTo(1, within(1e-4));
    }

    @Test
    @DisplayName("a start in a hole keeps the map, and the solid, with the ring")
    void holeOfAMap() {
        Experiment experiment = Looked.experiment(
                Formulas.minimise("x - log(x) + y^2", "x", "y"), new double[] {-1, 1}, 20, Looked.run("gd", 0.1));
        LossMapFigure map = (LossMapFigure) new LossPicture().figure(Looked.at(experiment, view -> view));
        Size size = SIZES.get(1);
        PlotArea area = map.plot(size);
        assertThat(map.hit(size, area.px(-1), area.py(1))).containsInstanceOf(Hit.Start.class);
        LossSolidFigure solid = (LossSolidFigure) new LossPicture()
                .figure(Looked.at(
                        experiment,
                        view -> view.withSurface(look -> look.withSolid(true).withCamera(SurfaceLook.Camera.CORNER))));
        boolean found = false;
        for (int x = 0; x < size.width() && !found; x += 4) {
            for (int y = 0; y < size.height() && !found; y += 4) {
                found = solid.hit(size, x, y)
                        .filter(Hit.Start.class::isInstance)
                        .isPresent();
            }
        }
        assertThat(found).as("the ring stands on the floor under the hole").isTrue();
    }

    @Test
    @DisplayName("a catalogue function keeps its box, but holds the first steps too")
    void card() {
        Problem problem = Problems.function(FunctionCatalogue.find("quadratic1d"), Map.of(), Goal.MINIMISE);
        LossCurveFigure calm = curve(Looked.experiment(problem, new double[] {5}, 20, Looked.run("gd", 0.1)), 0);
        assertThat(calm.window().x().lo()).isEqualTo(-20);
        assertThat(calm.window().x().hi()).isEqualTo(20);
        LossCurveFigure wild = curve(Looked.experiment(problem, new double[] {20}, 20, Looked.run("gd", 1.05)), 0);
        assertThat(wild.window().x().middle()).isEqualTo(0, within(1e-9));
        holdsFirstSteps(wild);
    }
}
