package fallline.figure;

import fallline.figure.curve.AlongStepFigure;
import fallline.figure.curve.ConvergenceFigure;
import fallline.figure.curve.DirectionBars;
import fallline.figure.curve.LossCurveFigure;
import fallline.figure.curve.Series;
import fallline.figure.fit.FittedLine;
import fallline.figure.fit.LineFitFigure;
import fallline.figure.fit.LogisticCurveFigure;
import fallline.figure.fit.LogisticMapFigure;
import fallline.figure.fit.Residuals;
import fallline.figure.label.Landmark;
import fallline.figure.label.Legend;
import fallline.figure.label.ReadOut;
import fallline.figure.page.Card;
import fallline.figure.page.MessageFigure;
import fallline.figure.page.NumberTable;
import fallline.figure.page.SheetFigure;
import fallline.figure.page.StepFigure;
import fallline.figure.paint.ColourMap;
import fallline.figure.paint.Figure;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Typesetter;
import fallline.figure.path.Arrow;
import fallline.figure.path.StepMark;
import fallline.figure.path.Trail;
import fallline.figure.plot.Hit;
import fallline.figure.plot.SampledCurve;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import fallline.figure.surface.HeightField;
import fallline.figure.surface.Levels;
import fallline.figure.surface.LossMapFigure;
import fallline.figure.surface.MapOverlays;
import fallline.figure.surface.SurfaceMap;
import fallline.number.Numbers;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Plausible figures of every kind, made of closed forms and seeded data, for reference pictures and layout tests.
public final class Samples {
    private static final int STEPS = 200;
    static final Typesetter TYPESETTER = new Typesetter();

    private Samples() {}

    public static double rosenbrock(double x, double y) {
        return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
    }

    static double[] rosenbrockGradient(double x, double y) {
        return new double[] {-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)};
    }

    /// A run on Rosenbrock's valley from (−0.9, 2.6): `gd`, `momentum`, `adam` or `rmsprop`.
    static Trail valley(String name, String rule, RunStyle style, double rate) {
        double[] xs = new double[STEPS + 1];
        double[] ys = new double[STEPS + 1];
        double[] w = {-0.9, 2.6};
        double[] m = new double[2];
        double[] v = new double[2];
        xs[0] = w[0];
        ys[0] = w[1];
        for (int t = 1; t <= STEPS; t++) {
            double[] g = rosenbrockGradient(w[0], w[1]);
            for (int i = 0; i < 2; i++) {
                switch (rule) {
                    case "gd" -> w[i] -= rate * g[i];
                    case "momentum" -> {
                        m[i] = 0.9 * m[i] + g[i];
                        w[i] -= rate * m[i];
                    }
                    case "rmsprop" -> {
                        v[i] = 0.9 * v[i] + 0.1 * g[i] * g[i];
                        w[i] -= rate * g[i] / (Math.sqrt(v[i]) + 1e-8);
                    }
                    default -> {
                        m[i] = 0.9 * m[i] + 0.1 * g[i];
                        v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
                        double mhat = m[i] / (1 - Math.pow(0.9, t));
                        double vhat = v[i] / (1 - Math.pow(0.999, t));
                        w[i] -= rate * mhat / (Math.sqrt(vhat) + 1e-8);
                    }
                }
            }
            xs[t] = w[0];
            ys[t] = w[1];
        }
        return new Trail(name, style, xs, ys, STEPS + 1, false);
    }

    static List<Trail> valleyTrails() {
        return List.of(
                valley("Adam", "adam", RunStyle.of(0), 0.2),
                valley("Momentum", "momentum", RunStyle.of(1), 4e-4),
                valley("Gradient descent", "gd", RunStyle.of(2), 1.1e-3),
                valley("RMSProp", "rmsprop", RunStyle.of(3), 0.02));
    }

    static final SurfaceMap VALLEY = valleyMap(ColourMap.VIRIDIS);

    static SurfaceMap valleyMap(ColourMap colours) {
        HeightField field = HeightField.sampled(Window.of(-4.5, 4.5, -2.5, 4.5), 321, 257, Samples::rosenbrock);
        return new SurfaceMap(field, Levels.logarithmic(field, 0, false), colours);
    }

    public static LossMapFigure rosenbrockMap() {
        List<Trail> trails = valleyTrails();
        int k = 64;
        double x = trails.get(0).x()[k];
        double y = trails.get(0).y()[k];
        double[] g = rosenbrockGradient(x, y);
        ReadOut box = new ReadOut(
                "Adam, step 64",
                List.of(
                        "x " + Numbers.steady(x, 4) + "   y " + Numbers.steady(y, 4),
                        "J " + Numbers.steady(rosenbrock(x, y), 4) + "   ‖∇J‖ "
                                + Numbers.steady(Math.hypot(g[0], g[1]), 4)),
                Optional.empty());
        return new LossMapFigure(
                "x",
                "y",
                Window.of(-2, 2, -0.9, 3.1),
                true,
                Optional.of(VALLEY),
                trails,
                0,
                k,
                Optional.of(new Landmark(-0.9, 2.6, "drag the start")),
                List.of(new Landmark(1, 1, "minimum (1, 1)")),
                Optional.of(new Arrow(x, y, -g[0], -g[1], "−∇J")),
                Optional.of(box),
                Optional.empty(),
                "",
                MapOverlays.NONE);
    }

    static Series loss(Trail trail, double best) {
        double[] values = new double[trail.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rosenbrock(trail.x()[i], trail.y()[i]) - best;
        }
        return new Series(trail.name(), trail.style(), values, values.length, trail.diverged(), List.of());
    }

    static ConvergenceFigure convergence(boolean log) {
        List<Series> series = valleyTrails().stream().map(t -> loss(t, 0)).toList();
        return new ConvergenceFigure(
                "J − J*", log, ConvergenceFigure.steps(STEPS), Optional.empty(), series, 0, 64, Optional.empty(), "");
    }

    /// Two runs of which one comes to the largest λ that its rate allows, with the chosen one's lesser eigenvalues.
    static ConvergenceFigure sharpness() {
        int length = 161;
        double[] rides = new double[length];
        double[] below = new double[length];
        double[] second = new double[length];
        double[] third = new double[length];
        double[] limit = new double[length];
        double[] farLimit = new double[length];
        for (int k = 0; k < length; k++) {
            double rise = 1 - Math.exp(-k / 25.0);
            rides[k] = 2 + 18 * rise + (k > 60 ? 1.6 * Math.sin(0.9 * k) : 0);
            below[k] = 2 + 14 * (1 - Math.exp(-k / 70.0));
            second[k] = 0.6 * rides[k];
            third[k] = 0.4 + 0.01 * k;
            limit[k] = 20;
            farLimit[k] = 80;
        }
        RunStyle one = RunStyle.of(0);
        RunStyle other = RunStyle.of(1);
        return new ConvergenceFigure(
                "sharpness λmax",
                true,
                ConvergenceFigure.steps(length - 1),
                Optional.of(new Span(0.3, 100)),
                List.of(
                        new Series("α 0.1", one, rides, length, false, List.of()),
                        new Series("α 0.025", other, below, length, false, List.of()),
                        Series.of(Series.Kind.BESIDE, "limit", one, limit, Optional.empty(), length),
                        Series.of(Series.Kind.LESSER, "2nd", one, second, Optional.empty(), length),
                        Series.of(Series.Kind.LESSER, "3rd", one, third, Optional.empty(), length),
                        Series.of(Series.Kind.BESIDE, "", other, farLimit, Optional.empty(), length)),
                0,
                110,
                Optional.empty(),
                "α 0.1: edge of stability since step 60");
    }

    /// What three directions of a bowl hold under gradient descent.
    static DirectionBars leftByDirection(boolean log) {
        double[] lambdas = {40, 8, 0.8};
        int[] steps = new int[61];
        List<DirectionBars.Layer> layers = new ArrayList<>();
        for (double lambda : lambdas) {
            double[] left = new double[steps.length];
            for (int k = 0; k < steps.length; k++) {
                steps[k] = k;
                left[k] = 0.5 * lambda * Math.pow(1 - 0.04 * lambda, 2 * k) * (lambda < 1 ? 9 : 1);
            }
            layers.add(new DirectionBars.Layer("λ = " + Numbers.brief(lambda, 3), left));
        }
        return new DirectionBars(
                "J − J*",
                log,
                ConvergenceFigure.steps(60),
                steps,
                layers,
                20,
                log ? "gd: the colours divide a bar by their shares" : "gd");
    }

    static AlongStepFigure alongStep() {
        Trail adam = valleyTrails().get(0);
        double x = adam.x()[64];
        double y = adam.y()[64];
        double dx = adam.x()[65] - x;
        double dy = adam.y()[65] - y;
        SampledCurve curve = SampledCurve.of(s -> rosenbrock(x + s * dx, y + s * dy), new Span(-1, 4), 80);
        double[] g = rosenbrockGradient(x, y);
        double here = rosenbrock(x, y);
        double next = rosenbrock(x + dx, y + dy);
        return new AlongStepFigure(
                "J",
                AlongStepFigure.window(curve, here, next, false),
                curve,
                here,
                next,
                Optional.of(g[0] * dx + g[1] * dy),
                adam.style(),
                false);
    }

    static StepFigure step() {
        return new StepFigure(
                List.of(
                        new StepFigure.Row(
                                "gradient",
                                "g=\\frac{\\partial J}{\\partial x}=-2(a-x)-4b\\,x\\,(y-x^{2})",
                                "=",
                                "18.80"),
                        new StepFigure.Row(
                                "running mean of the gradient",
                                "m\\leftarrow\\beta_1 m+(1-\\beta_1)\\,g",
                                "=0.9\\cdot -0.2024+0.1\\cdot(18.80)=",
                                "1.697"),
                        new StepFigure.Row(
                                "running mean of its square",
                                "v\\leftarrow\\beta_2 v+(1-\\beta_2)\\,g^{2}",
                                "=0.999\\cdot 2531+0.001\\cdot(18.80)^{2}=",
                                "2528"),
                        new StepFigure.Row(
                                "undo the zero start",
                                "\\hat m=\\frac{m}{1-\\beta_1^{t}},\\quad \\hat v=\\frac{v}{1-\\beta_2^{t}}",
                                "\\hat m=1.699,\\quad \\hat v=4.02\\times 10^{4}",
                                ""),
                        new StepFigure.Row(
                                "step",
                                "x\\leftarrow x-\\alpha\\,\\frac{\\hat m}{\\sqrt{\\hat v}+\\varepsilon}",
                                "=-1.188-0.2\\cdot\\frac{1.699}{200.4}=",
                                "-1.190")),
                "The slope in x is 18.8 and its running mean 1.70: Adam moves x by −0.0017, down the slope.",
                RunStyle.of(0),
                TYPESETTER);
    }

    /// A step of linear regression: the chain from rows to gradient.
    static StepFigure chainStep() {
        List<NumberTable.Line> lines = new ArrayList<>();
        List<NumberTable.Foot> rests = new ArrayList<>();
        for (int i = 0; i <= 12; i++) {
            if (i < 12) {
                lines.add(new NumberTable.Line(
                        List.of("" + (i + 1), "1." + i, "0.2", "0.500" + i % 10, "−0.3005", "−0.6011")));
            }
            rests.add(new NumberTable.Foot("… " + Numbers.whole(12_345L - i) + " more rows, sum", "−8367", false));
        }
        NumberTable chain = new NumberTable(
                "Where the gradient comes from: all 12\u202f345 rows",
                "A row's gradient is 2 · residual · petal_length_cm. Features are in standard units.",
                List.of(
                        new NumberTable.Column("row", 5),
                        new NumberTable.Column("petal_length_cm", 4),
                        new NumberTable.Column("petal_width_cm", 6),
                        new NumberTable.Column("predicted", 7),
                        new NumberTable.Column("residual", 8),
                        new NumberTable.Column("gradient", 9)),
                lines,
                rests,
                List.of(
                        new NumberTable.Foot("mean of 12\u202f345 rows", "−0.6778", false),
                        new NumberTable.Foot("ridge, λ₂ · weight = 0.1 · 0.4123", "0.04123", false),
                        new NumberTable.Foot("mean + ridge = gradient", "−0.6365", true)));
        return new StepFigure(
                List.of(
                        new StepFigure.Row(
                                "J before → after", "0.08059 \\rightarrow 0.07939, \\quad \\Delta J = -0.0012", "", ""),
                        new StepFigure.Row(
                                "gradient over all rows",
                                "g=\\frac{2}{12\\,345}\\sum_i(\\hat y_i-y_i)\\,x_i+\\lambda_2\\theta_1",
                                "",
                                "=-0.6365"),
                        new StepFigure.Row(
                                "step",
                                "\\theta_1\\leftarrow\\theta_1-\\alpha g",
                                "=0.4123-0.02\\cdot(-0.6365)=",
                                "0.425")),
                "The slope in petal_length_cm is −0.6365: GD moves it by 0.0127, down the slope.",
                List.of(chain),
                List.of(new StepFigure.Row("curvature", "\\lambda_{\\max}", "=36.2", "")),
                RunStyle.of(0),
                TYPESETTER);
    }

    static StepFigure simpleStep() {
        return new StepFigure(
                List.of(new StepFigure.Row("w", "w_{1}=w_{0}-\\alpha\\,\\frac{dJ}{dw}", "=20-0.1\\cdot 40=", "16")),
                "The slope is 40, so w goes down by 4.",
                RunStyle.of(0),
                TYPESETTER);
    }

    /// J = w² from 20 with the rate 0.1 (or any other).
    static Trail parabola(String name, RunStyle style, double rate, int steps) {
        double[] w = new double[steps + 1];
        double[] j = new double[steps + 1];
        w[0] = 20;
        for (int i = 0; i <= steps; i++) {
            if (i > 0) {
                w[i] = w[i - 1] - rate * 2 * w[i - 1];
            }
            j[i] = w[i] * w[i];
        }
        return new Trail(name, style, w, j, steps + 1, rate > 1);
    }

    static LossCurveFigure parabola(double rate, int playhead) {
        SampledCurve curve = SampledCurve.of(w -> w * w, new Span(-24, 24), 64);
        Trail trail = parabola("Gradient descent", RunStyle.of(0), rate, 30);
        double w = trail.x()[trail.head(playhead)];
        double next = w - rate * 2 * w;
        return new LossCurveFigure(
                "w",
                "J(w)",
                Window.of(-24, 24, -40, 560),
                curve,
                List.of(trail),
                0,
                playhead,
                Optional.of(new Landmark(20, 400, "drag the start")),
                List.of(new Landmark(0, 0, "minimum (0, 0)")),
                Optional.of(new LossCurveFigure.Tangent(w, w * w, 2 * w, "slope " + Numbers.brief(2 * w, 4))),
                Optional.of(new Landmark(next, next * next, "next step")),
                Optional.empty(),
                Optional.empty());
    }

    /// A curve with a hole: log(w) + w on both sides of zero.
    static LossCurveFigure hole() {
        SampledCurve curve = SampledCurve.of(w -> w - Math.log(w), new Span(-2, 6), 64);
        Trail trail = new Trail(
                "Gradient descent",
                RunStyle.of(0),
                new double[] {5, 3.4, 2.3},
                new double[] {3.39, 2.18, 1.467},
                3,
                false);
        return new LossCurveFigure(
                "w",
                "J(w)",
                Window.of(-2, 6, 0, 5),
                curve,
                List.of(trail),
                0,
                2,
                Optional.empty(),
                List.of(new Landmark(1, 1, "minimum (1, 1)")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ReadOut(
                        "w 2.300", List.of("J 1.467", "slope 0.5652"), Optional.of(new Point2D.Double(2.3, 1.467)))),
                Optional.empty());
    }

    static double[][] line(int rows) {
        SplittableRandom random = new SplittableRandom(42);
        double[] x = new double[rows];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = 2 * random.nextDouble();
            y[i] = 4 + 3 * x[i] + random.nextGaussian();
        }
        return new double[][] {x, y};
    }

    static LineFitFigure lineFit(boolean several) {
        double[][] data = line(100);
        List<FittedLine> earlier = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            double t = 1 - Math.pow(0.72, i);
            earlier.add(new FittedLine(-0.35 + 4.1 * t, -1.37 + 4.5 * t));
        }
        List<LineFitFigure.Fit> fits = new ArrayList<>(
                List.of(new LineFitFigure.Fit("Mini-batch 10", RunStyle.of(1), new FittedLine(3.80, 3.29))));
        if (several) {
            fits.add(new LineFitFigure.Fit("Batch", RunStyle.of(0), new FittedLine(4.0, 3.1)));
            fits.add(new LineFitFigure.Fit("Stochastic", RunStyle.of(2), new FittedLine(3.6, 3.5)));
        }
        return new LineFitFigure(
                "x",
                "y",
                data[0],
                data[1],
                LineFitFigure.around(data[0], data[1]),
                fits,
                0,
                earlier,
                Optional.of(new FittedLine(4.22, 2.97)),
                new int[] {3, 11, 17, 29, 31, 47, 58, 66, 71, 90},
                Residuals.STICKS);
    }

    static LossMapFigure regressionMap() {
        double[][] data = line(100);
        HeightField field = HeightField.sampled(Window.of(-2.2, 7.4, -4, 8), 193, 193, (a, b) -> {
            double sum = 0;
            for (int i = 0; i < 100; i++) {
                double r = a + b * data[0][i] - data[1][i];
                sum += r * r;
            }
            return sum / 100;
        });
        double best = Double.POSITIVE_INFINITY;
        for (double v : field.values()) {
            best = Math.min(best, v);
        }
        List<Trail> trails = List.of(
                sgd("Batch", RunStyle.of(0), data, 100, 0.1),
                sgd("Mini-batch 10", RunStyle.of(1), data, 10, 0.05),
                sgd("Stochastic", RunStyle.of(2), data, 1, 0.03));
        return new LossMapFigure(
                "intercept θ₀",
                "slope θ₁",
                Window.of(-1.2, 6.4, -2.2, 6.4),
                false,
                Optional.of(new SurfaceMap(field, Levels.logarithmic(field, best, false), ColourMap.VIRIDIS)),
                trails,
                1,
                24,
                Optional.of(new Landmark(-0.35, -1.37, "drag the start")),
                List.of(new Landmark(4.22, 2.97, "least squares")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Hit.Step(1, 6)),
                "",
                MapOverlays.NONE);
    }

    static Trail sgd(String name, RunStyle style, double[][] data, int batch, double rate) {
        SplittableRandom random = new SplittableRandom(7);
        double[] a = new double[121];
        double[] b = new double[121];
        a[0] = -0.35;
        b[0] = -1.37;
        for (int t = 1; t <= 120; t++) {
            double ga = 0;
            double gb = 0;
            for (int i = 0; i < batch; i++) {
                int row = batch == 100 ? i : random.nextInt(100);
                double r = a[t - 1] + b[t - 1] * data[0][row] - data[1][row];
                ga += 2 * r / batch;
                gb += 2 * r * data[0][row] / batch;
            }
            a[t] = a[t - 1] - rate * ga;
            b[t] = b[t - 1] - rate * gb;
        }
        return new Trail(name, style, a, b, 121, false);
    }

    /// Himmelblau's function with eight runs, and one that leaves the plot.
    static LossMapFigure eightRuns() {
        HeightField field = HeightField.sampled(
                Window.of(-9, 9, -7, 7), 257, 257, (x, y) -> Math.pow(x * x + y - 11, 2) + Math.pow(x + y * y - 7, 2));
        List<Trail> trails = new ArrayList<>();
        for (int run = 0; run < 8; run++) {
            double angle = Math.PI / 4 * run + 0.2;
            double rate = run == 5 ? 0.06 : 0.006;
            double[] x = new double[61];
            double[] y = new double[61];
            x[0] = 0.9 * Math.cos(angle) * 2;
            y[0] = 0.9 * Math.sin(angle) * 2;
            int length = 1;
            for (int t = 1; t <= 60; t++, length++) {
                double p = x[t - 1] * x[t - 1] + y[t - 1] - 11;
                double q = x[t - 1] + y[t - 1] * y[t - 1] - 7;
                x[t] = x[t - 1] - rate * (4 * x[t - 1] * p + 2 * q);
                y[t] = y[t - 1] - rate * (2 * p + 4 * y[t - 1] * q);
                if (!(Math.abs(x[t]) + Math.abs(y[t]) < 1e300)) {
                    break;
                }
            }
            trails.add(new Trail("run " + (run + 1), RunStyle.of(run), x, y, length, length < 61));
        }
        return new LossMapFigure(
                "x",
                "y",
                Window.of(-5.5, 5.5, -5, 5),
                true,
                Optional.of(new SurfaceMap(field, Levels.logarithmic(field, 0, false), ColourMap.MAGMA)),
                trails,
                5,
                60,
                Optional.empty(),
                List.of(
                        new Landmark(3, 2, ""),
                        new Landmark(-2.805118, 3.131312, ""),
                        new Landmark(-3.77931, -3.283186, ""),
                        new Landmark(3.584428, -1.848126, "")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                MapOverlays.NONE);
    }

    /// A surface with a hole in its domain, large values wanted.
    static LossMapFigure holedMap() {
        HeightField field = HeightField.sampled(
                Window.of(-3, 3, -3, 3), 161, 161, (x, y) -> Math.log(x * x + y * y - 1) - (x * x + y * y) / 4);
        return new LossMapFigure(
                "x",
                "y",
                Window.of(-2, 2, -1.6, 1.6),
                true,
                Optional.of(new SurfaceMap(field, Levels.even(field, true), ColourMap.CIVIDIS)),
                List.of(),
                -1,
                0,
                Optional.of(new Landmark(1.5, 0.9, "drag the start")),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "z held at 0.25",
                MapOverlays.NONE);
    }

    static ConvergenceFigure divergence() {
        Trail good = parabola("α 0.1", RunStyle.of(0), 0.1, 60);
        Trail bad = parabola("α 1.1", RunStyle.of(1), 1.1, 43);
        return new ConvergenceFigure(
                "J",
                false,
                ConvergenceFigure.steps(60),
                Optional.empty(),
                List.of(
                        new Series(
                                good.name(), good.style(), good.y(), 61, false, List.of(new StepMark(20, "α = 0.02"))),
                        new Series(bad.name(), bad.style(), bad.y(), 44, true, List.of())),
                1,
                30,
                Optional.empty(),
                "40 of 60 steps measured");
    }

    /// J − J* reaches zero and below, on a logarithmic axis.
    static ConvergenceFigure reachedZero() {
        double[] values = new double[41];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < 30 ? Math.pow(10, 2 - 0.4 * i) : 0;
        }
        return new ConvergenceFigure(
                "J − J*",
                true,
                ConvergenceFigure.steps(40),
                Optional.empty(),
                List.of(new Series(
                        "Momentum",
                        RunStyle.of(1),
                        values,
                        41,
                        false,
                        List.of(new StepMark(10, "α = 0.05"), new StepMark(20, "β = 0.5")))),
                0,
                36,
                Optional.empty(),
                "");
    }

    static LogisticCurveFigure logisticCurve() {
        double[] x = {0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5
        };
        double[] labels = {0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1};
        List<FittedLine> earlier =
                List.of(new FittedLine(-0.5, 0.4), new FittedLine(-1.4, 0.7), new FittedLine(-2.6, 1.05));
        return new LogisticCurveFigure(
                "hours",
                "passed",
                x,
                labels,
                Span.around(x).padded(0.06),
                List.of(
                        new LineFitFigure.Fit("Batch", RunStyle.of(0), new FittedLine(-3.4, 1.3)),
                        new LineFitFigure.Fit("Stochastic", RunStyle.of(2), new FittedLine(-3, 1.5))),
                0,
                earlier,
                Optional.of(new FittedLine(-4.07771, 1.50465)),
                new int[] {4, 12});
    }

    static LogisticMapFigure logisticMap() {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = new double[80];
        double[] y = new double[80];
        double[] labels = new double[80];
        for (int i = 0; i < 80; i++) {
            labels[i] = i % 2;
            x[i] = 40 + 5 * random.nextGaussian() + 5 * labels[i];
            y[i] = 17 + 1.5 * random.nextGaussian() - 2 * labels[i];
        }
        return new LogisticMapFigure(
                "bill length (mm)",
                "bill depth (mm)",
                x,
                y,
                labels,
                "Adelie",
                "Gentoo",
                new Window(Span.around(x).padded(0.06), Span.around(y).padded(0.06)),
                List.of(new LogisticMapFigure.Fit("Batch", RunStyle.of(1), new LogisticMapFigure.Plane(6, 0.28, -1.1))),
                0,
                List.of(new LogisticMapFigure.Plane(5, 0.05, -0.5), new LogisticMapFigure.Plane(5, 0.15, -0.75)),
                Optional.of(new LogisticMapFigure.Plane(6, 0.35, -1.3)),
                new int[] {2, 5, 9},
                "");
    }

    static SheetFigure dashboard() {
        return new SheetFigure(
                "Rosenbrock valley",
                "step 64 of 200",
                List.of(
                        new Card("Loss", "J(x, y), contours log-spaced", rosenbrockMap()),
                        new Card("Along the step", "J(θ − s·m̂/√v̂) at step 64", alongStep()),
                        new Card("Convergence", "J − J*, logarithmic", convergence(true)),
                        new Card("Step 64", "Adam, parameter x", step())),
                legend(),
                "J(x, y) = (a − x)² + b (y − x²)², a = 1, b = 100 · start (−0.9, 2.6) · seed 42 · Fall Line");
    }

    static Legend legend() {
        return new Legend(List.of(
                new Legend.Entry("Adam", RunStyle.of(0), "α 0.2"),
                        new Legend.Entry("Momentum", RunStyle.of(1), "α 4×10⁻⁴, 0.9"),
                new Legend.Entry("Gradient descent", RunStyle.of(2), "α 1.1×10⁻³"),
                        new Legend.Entry("RMSProp", RunStyle.of(3), "α 0.02")));
    }

    private static final Map<String, Figure> ALL = made();

    /// Every sample by its name.
    public static Map<String, Figure> all() {
        return ALL;
    }

    private static Map<String, Figure> made() {
        Map<String, Figure> all = new LinkedHashMap<>();
        all.put("rosenbrock", rosenbrockMap());
        all.put("regression-map", regressionMap());
        all.put("eight-runs", eightRuns());
        all.put("holed-map", holedMap());
        all.putAll(SolidSamples.all());
        all.putAll(FitSamples.all());
        all.putAll(MapSamples.all());
        all.put("parabola", parabola(0.1, 3));
        all.put("parabola-diverging", parabola(1.1, 8));
        all.put("hole", hole());
        all.put("convergence-log", convergence(true));
        all.put("convergence-linear", convergence(false));
        all.put("sharpness", sharpness());
        all.put("left-by-direction", leftByDirection(true));
        all.put("left-by-direction-linear", leftByDirection(false));
        all.put("divergence", divergence());
        all.put("reached-zero", reachedZero());
        all.put("along-step", alongStep());
        all.put("line-fit", lineFit(false));
        all.put("line-fit-several", lineFit(true));
        all.put("logistic-curve", logisticCurve());
        all.put("logistic-map", logisticMap());
        all.put("step", step());
        all.put("step-chain", chainStep());
        all.put("step-simple", simpleStep());
        all.put("dashboard", dashboard());
        all.put(
                "sheet",
                new SheetFigure(
                        "J = w²",
                        "step 3 of 30",
                        List.of(new Card("Loss", "J(w)", parabola(0.1, 3))),
                        legend(),
                        "seed 0"));
        all.put(
                "message",
                new MessageFigure(
                        "Open a CSV file, or drop one here, to see its rows and the line that is fitted to them."));
        return all;
    }
}
