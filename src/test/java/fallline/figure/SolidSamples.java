package fallline.figure;

import fallline.figure.label.CriticalMark;
import fallline.figure.label.Sketch;
import fallline.figure.label.Landmark;
import fallline.figure.label.ReadOut;
import fallline.figure.paint.ColourMap;
import fallline.figure.paint.Figure;
import fallline.figure.paint.RunStyle;
import fallline.figure.path.Trail;
import fallline.figure.plot.Window;
import fallline.figure.solid.HeightScale;
import fallline.figure.solid.LossSolidFigure;
import fallline.figure.solid.Relief;
import fallline.figure.solid.Viewpoint;
import fallline.figure.surface.GradientField;
import fallline.figure.surface.HeightField;
import fallline.figure.surface.Levels;
import fallline.figure.surface.LossMapFigure;
import fallline.figure.surface.MapOverlays;
import fallline.figure.surface.QuadraticModel;
import fallline.figure.surface.SlopeDial;
import fallline.figure.surface.SurfaceMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/// Solids of closed forms, for reference pictures and tests.
final class SolidSamples {
    static final Viewpoint CORNER = new Viewpoint(-35, 32, 1, 0, 0);

    private SolidSamples() {}

    static Map<String, Figure> all() {
        Map<String, Figure> all = new LinkedHashMap<>();
        all.put("solid-rosenbrock", rosenbrock(HeightScale.Kind.LOG, CORNER, false));
        all.put("solid-rosenbrock-linear", rosenbrock(HeightScale.Kind.LINEAR, CORNER, false));
        all.put("solid-rosenbrock-rank", rosenbrock(HeightScale.Kind.RANK, new Viewpoint(20, 40, 1, 0, 0), false));
        all.put("solid-himmelblau", himmelblau());
        all.put("solid-saddle", saddle());
        all.put("solid-hole", hole());
        all.put("solid-divergence", divergence());
        all.put("map-himmelblau", himmelblauMap());
        all.put("map-slope", slopeMap());
        return all;
    }

    static Relief relief(Window window, DoubleBinaryOperator f, double best, HeightScale.Kind kind) {
        HeightField field = HeightField.sampled(window, 181, 181, f);
        Levels levels = Double.isNaN(best) ? Levels.even(field, false) : Levels.logarithmic(field, best, false);
        return new Relief(new SurfaceMap(field, levels, ColourMap.VIRIDIS), kind);
    }

    static LossSolidFigure rosenbrock(HeightScale.Kind kind, Viewpoint viewpoint, boolean moving) {
        List<Trail> trails = Samples.valleyTrails();
        return new LossSolidFigure(
                "x",
                "y",
                true,
                relief(Window.of(-2, 2, -0.9, 3.1), Samples::rosenbrock, 0, kind),
                viewpoint,
                moving,
                trails,
                0,
                64,
                Optional.of(new Landmark(-0.9, 2.6, "drag the start")),
                List.of(new Landmark(1, 1, "minimum (1, 1)")),
                List.of(),
                Optional.of(new ReadOut(
                        "Adam, step 64", List.of("x −1.188   y 1.461", "J 5.026   ‖∇J‖ 21.17"), Optional.empty())),
                Optional.empty());
    }

    static double himmelblau(double x, double y) {
        double a = x * x + y - 11;
        double b = x + y * y - 7;
        return a * a + b * b;
    }

    static List<CriticalMark> himmelblauMarks() {
        return List.of(
                new CriticalMark(3, 2, CriticalMark.Kind.MINIMUM, false),
                new CriticalMark(-2.805118, 3.131313, CriticalMark.Kind.MINIMUM, false),
                new CriticalMark(-3.779310, -3.283186, CriticalMark.Kind.MINIMUM, false),
                new CriticalMark(3.584428, -1.848127, CriticalMark.Kind.MINIMUM, false),
                new CriticalMark(-0.270845, -0.923039, CriticalMark.Kind.MAXIMUM, false),
                new CriticalMark(0.086678, 2.884255, CriticalMark.Kind.SADDLE, false),
                new CriticalMark(3.385154, 0.073852, CriticalMark.Kind.SADDLE, false),
                new CriticalMark(-3.073026, -0.081353, CriticalMark.Kind.SADDLE, false),
                new CriticalMark(-0.127961, -1.953715, CriticalMark.Kind.SADDLE, true));
    }

    static LossSolidFigure himmelblau() {
        return still(
                relief(Window.of(-5, 5, -5, 5), SolidSamples::himmelblau, 0, HeightScale.Kind.LINEAR),
                himmelblauMarks());
    }

    static LossSolidFigure saddle() {
        return still(
                relief(Window.of(-2, 2, -2, 2), (x, y) -> x * x - y * y, Double.NaN, HeightScale.Kind.LINEAR),
                List.of(new CriticalMark(0, 0, CriticalMark.Kind.SADDLE, false)));
    }

    static LossSolidFigure hole() {
        return still(
                relief(
                        Window.of(-2, 2, -2, 2),
                        (x, y) -> Math.log(x + y + 1) + x * x + y * y,
                        0,
                        HeightScale.Kind.LINEAR),
                List.of());
    }

    /// Gradient descent that is thrown out of a bowl.
    static LossSolidFigure divergence() {
        double[] x = new double[12];
        double[] y = new double[12];
        x[0] = 0.35;
        y[0] = 0.3;
        for (int k = 1; k < x.length; k++) {
            x[k] = 0.7 * x[k - 1];
            y[k] = -1.45 * y[k - 1];
        }
        Relief relief = relief(Window.of(-2, 2, -2, 2), (a, b) -> 0.5 * a * a + 4 * b * b, 0, HeightScale.Kind.LINEAR);
        return new LossSolidFigure(
                "a",
                "b",
                true,
                relief,
                CORNER,
                false,
                List.of(new Trail("Gradient descent", RunStyle.of(1), x, y, x.length, true)),
                0,
                11,
                Optional.of(new Landmark(0.35, 0.3, "")),
                List.of(new Landmark(0, 0, "minimum (0, 0)")),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static LossMapFigure himmelblauMap() {
        return map(
                Window.of(-5, 5, -5, 5),
                relief(Window.of(-9, 9, -6, 6), SolidSamples::himmelblau, 0, HeightScale.Kind.LOG)
                        .map(),
                new MapOverlays(Optional.empty(), Optional.empty(), himmelblauMarks(), Optional.empty(), true, Sketch.NONE));
    }

    static LossMapFigure slopeMap() {
        GradientField field = new GradientField((x, y) -> new double[] {2 * x + y, x + 6 * y}, true);
        return map(
                Window.of(-2, 2, -2, 2),
                relief(Window.of(-5, 5, -3, 3), (x, y) -> x * x + x * y + 3 * y * y, 0, HeightScale.Kind.LOG)
                        .map(),
                new MapOverlays(
                        Optional.of(field),
                        Optional.of(new QuadraticModel(-1, 0.8, 2, 1, 6)),
                        List.of(),
                        Optional.of(new SlopeDial(1, 0.6, 2.6, 4.6)),
                        true,
                        Sketch.NONE));
    }

    private static LossMapFigure map(Window window, SurfaceMap surface, MapOverlays overlays) {
        return new LossMapFigure(
                "x",
                "y",
                window,
                true,
                Optional.of(surface),
                List.of(),
                -1,
                0,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                overlays);
    }

    private static LossSolidFigure still(Relief relief, List<CriticalMark> marks) {
        return new LossSolidFigure(
                "x",
                "y",
                true,
                relief,
                CORNER,
                false,
                List.of(),
                -1,
                0,
                Optional.empty(),
                List.of(),
                marks,
                Optional.empty(),
                Optional.empty());
    }
}
