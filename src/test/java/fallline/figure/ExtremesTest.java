package fallline.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.figure.curve.AlongStepFigure;
import fallline.figure.curve.ConvergenceFigure;
import fallline.figure.curve.LossCurveFigure;
import fallline.figure.curve.Series;
import fallline.figure.curve.SeriesPath;
import fallline.figure.fit.FittedLine;
import fallline.figure.fit.LineFitFigure;
import fallline.figure.fit.LogisticCurveFigure;
import fallline.figure.fit.LogisticMapFigure;
import fallline.figure.fit.Residuals;
import fallline.figure.label.Landmark;
import fallline.figure.paint.ColourMap;
import fallline.figure.paint.Figure;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.path.Arrow;
import fallline.figure.path.StepMark;
import fallline.figure.path.Trail;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.SampledCurve;
import fallline.figure.plot.Scale;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import fallline.figure.surface.HeightField;
import fallline.figure.surface.Levels;
import fallline.figure.surface.LossMapFigure;
import fallline.figure.surface.MapOverlays;
import fallline.figure.surface.SurfaceMap;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExtremesTest {
    private static final Size SIZE = new Size(420, 300);

    static Stream<Span> spans() {
        return Stream.of(
                new Span(-1e300, 1e300),
                new Span(1e299, 1e300),
                new Span(-1e-300, 1e-300),
                new Span(1e9, 1e9 + 1e-3),
                new Span(-1e-9, 1e9),
                new Span(0, 1),
                Span.around(),
                Span.around(7, 7, 7),
                Span.around(0),
                Span.around(Double.NaN, Double.POSITIVE_INFINITY),
                Span.around(1e300, 2e300),
                new Span(1e15, 1e15 + 4));
    }

    @DisplayName("a map, a curve and a fit are painted and labelled whatever numbers the axes hold")
    @ParameterizedTest
    @MethodSource("spans")
    void anyWindow(Span span) {
        Window window = new Window(span, span);
        double[] odd = {span.lo(), span.middle(), Double.NaN, span.hi(), Double.POSITIVE_INFINITY, -Double.MAX_VALUE};
        Trail trail = new Trail("gd", RunStyle.of(0), odd, odd, odd.length, true);
        HeightField field = HeightField.sampled(window, 31, 31, (x, y) -> x * x + y * y);
        SurfaceMap map = new SurfaceMap(field, Levels.logarithmic(field, 0, false), ColourMap.VIRIDIS);
        SampledCurve curve = SampledCurve.of(x -> x * x, span, 40);
        Landmark mark = new Landmark(span.middle(), span.middle(), "drag the start");
        for (int playhead : new int[] {0, 2, 5, 9}) {
            for (boolean equal : new boolean[] {true, false}) {
                painted(new LossMapFigure(
                        "x",
                        "y",
                        window,
                        equal,
                        Optional.of(map),
                        List.of(trail),
                        0,
                        playhead,
                        Optional.of(mark),
                        List.of(mark),
                        Optional.of(new Arrow(span.middle(), span.middle(), span.length(), 1e-300, "−∇J")),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        MapOverlays.NONE));
            }
            painted(new LossCurveFigure(
                    "w",
                    "J",
                    window,
                    curve,
                    List.of(trail),
                    0,
                    playhead,
                    Optional.of(mark),
                    List.of(),
                    Optional.of(new LossCurveFigure.Tangent(span.middle(), span.middle(), 1, "slope 1")),
                    Optional.of(mark),
                    Optional.empty(),
                    Optional.empty()));
        }
        painted(new LineFitFigure(
                "x",
                "y",
                odd,
                odd,
                window,
                List.of(new LineFitFigure.Fit("gd", RunStyle.of(0), new FittedLine(Double.NaN, 1e300))),
                0,
                List.of(new FittedLine(1, Double.POSITIVE_INFINITY)),
                Optional.empty(),
                new int[] {0, 2},
                Residuals.SQUARES));
        painted(new LogisticCurveFigure(
                "x",
                "yes",
                odd,
                odd,
                span,
                List.of(new LineFitFigure.Fit("gd", RunStyle.of(0), new FittedLine(0, 0))),
                0,
                List.of(),
                Optional.empty(),
                new int[] {2}));
        painted(new LogisticMapFigure(
                "x",
                "y",
                odd,
                odd,
                odd,
                "no",
                "yes",
                window,
                List.of(
                        new LogisticMapFigure.Fit("gd", RunStyle.of(0), new LogisticMapFigure.Plane(0, 0, 0)),
                        new LogisticMapFigure.Fit(
                                "b", RunStyle.of(1), new LogisticMapFigure.Plane(Double.NaN, 1, 1e300))),
                0,
                List.of(),
                Optional.empty(),
                new int[0],
                "3 other features at their means"));
        painted(new AlongStepFigure(
                "J",
                new Window(new Span(-1, 4), span),
                curve,
                span.middle(),
                span.hi(),
                Optional.of(-1e300),
                RunStyle.of(2),
                true));
    }

    @DisplayName("a convergence curve is painted whatever it holds, on both axes")
    @ParameterizedTest
    @MethodSource("spans")
    void anySeries(Span span) {
        double[] values = {span.lo(), Double.NaN, span.middle(), 0, -1, span.hi(), Double.POSITIVE_INFINITY};
        for (boolean logarithmic : new boolean[] {true, false}) {
            for (int length : new int[] {0, 1, 2, 7}) {
                Series series = new Series(
                        "gd",
                        RunStyle.of(0),
                        values,
                        length,
                        length == 7,
                        List.of(new StepMark(0, "α = 0.1"), new StepMark(3, "")));
                painted(new ConvergenceFigure(
                        "J",
                        logarithmic,
                        ConvergenceFigure.steps(6),
                        Optional.empty(),
                        List.of(series),
                        0,
                        5,
                        Optional.of(new Hit.Step(0, 1)),
                        ""));
            }
        }
    }

    private static void painted(Figure figure) {
        BufferedImage image = ReferencePictureTest.painted(figure, SIZE, Theme.LIGHT, 1);
        assertThat(image.getRGB(0, 0))
                .as("the ground is painted")
                .isEqualTo(Theme.LIGHT.panel().getRGB());
    }

    @Test
    @DisplayName("values that are not measured yet are passed over: the known ones are joined")
    void sparseSeries() {
        double[] values = new double[101];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 10 == 0 ? 100 - i : Double.NaN;
        }
        Series series = new Series("sgd", RunStyle.of(0), values, 101, false, List.of());
        ConvergenceFigure figure = new ConvergenceFigure(
                "J",
                false,
                ConvergenceFigure.steps(100),
                Optional.empty(),
                List.of(series),
                0,
                57,
                Optional.empty(),
                "11 of 101 steps measured");
        PlotArea area = figure.plot(SIZE);
        PixelPath.Drawn line = SeriesPath.of(series, 0, 100, area);
        assertThat(line.length())
                .isGreaterThan(Math.hypot(area.px(100) - area.px(0), area.py(0) - area.py(100)) - 1e-6);
        assertThat(series.known(57)).isEqualTo(50);
    }

    @Test
    @DisplayName("a size without room, an empty interval and a run without points are refused by name")
    void refusals() {
        assertThatThrownBy(() -> new Size(0, 10)).hasMessageContaining("got 0.0 × 10.0");
        assertThatThrownBy(() -> new Span(2, 2)).hasMessageContaining("got 2.0 … 2.0");
        assertThatThrownBy(() -> new Trail("Adam", RunStyle.of(0), new double[0], new double[0], 0, false))
                .hasMessageContaining("'Adam'");
        assertThatThrownBy(() -> new Scale.Log(new Span(0, 1), 0, 1)).hasMessageContaining("above 0");
    }
}
