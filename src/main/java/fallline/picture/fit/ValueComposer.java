package fallline.picture.fit;

import fallline.experiment.Run;
import fallline.experiment.view.FitLook;
import fallline.figure.fit.FittedLine;
import fallline.figure.fit.LineFitFigure;
import fallline.figure.fit.Residuals;
import fallline.figure.fit.SurfaceFitFigure;
import fallline.figure.fit.UnitCurvesFigure;
import fallline.figure.paint.Figure;
import fallline.figure.plot.SampledCurve;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import fallline.figure.solid.Viewpoint;
import fallline.figure.surface.HeightField;
import fallline.number.Numbers;
import fallline.objective.kernel.NetworkShape;
import fallline.objective.model.DataModel;
import fallline.objective.model.NeuralNetwork;
import fallline.picture.RunPaths;
import fallline.problem.ModelFamily;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Composes the fit view of models that predict a value: the function of a network of one feature with what its units
/// add, the surface over two features, and predicted against actual values for more.
final class ValueComposer {
    private static final int PIECES = 240;
    private static final int FLAT_NODES = 13;
    private static final int BENT_NODES = 29;

    /// How far below or above the data the box may reach to hold the surface, in lengths of the data.
    private static final double BEYOND = 0.75;

    private final RunFits fits;

    ValueComposer(RunFits fits) {
        this.fits = fits;
    }

    static String subtitle(Problem.OnData problem, int step) {
        return switch (problem.features().size()) {
            case 1 -> "data and function at step " + Numbers.whole(step);
            case 2 -> (isPlane(problem) ? "plane" : "surface") + " and residuals at step " + Numbers.whole(step);
            default -> "predicted and actual " + problem.target() + " at step " + Numbers.whole(step);
        };
    }

    Figure figure(Scene scene, Problem.OnData problem, Optional<Window> window) {
        return switch (problem.features().size()) {
            case 1 -> function(scene, problem, window);
            case 2 -> surface(scene, problem);
            default -> predicted(scene, problem);
        };
    }

    private static boolean isPlane(Problem.OnData problem) {
        return problem.family().fit() == ModelFamily.Fit.PLANE
                && problem.options().degree() == 1;
    }

    private Figure function(Scene scene, Problem.OnData problem, Optional<Window> window) {
        DataModel model = problem.objective();
        FeaturePlane plane = FeaturePlane.of(problem, scene.view().fit());
        double[] x = plane.x();
        Window seen = window.orElseGet(() -> LineFitFigure.fromZero(x, model.target()));
        List<Run> runs = RunPaths.onSurface(scene);
        int chosen = RunPaths.chosen(scene, runs);
        double[] places = new double[PIECES + 1];
        Arrays.setAll(places, i -> FeaturePlane.place(seen.x(), i, places.length));
        double[][] columns = plane.columns(places, places);
        List<UnitCurvesFigure.Fit> drawn = new ArrayList<>();
        for (Run run : runs) {
            double[] values = model.predict(fits.theta(scene, run), columns)[0];
            drawn.add(
                    new UnitCurvesFigure.Fit(run.name(), RunPaths.style(scene, run), new SampledCurve(places, values)));
        }
        List<SampledCurve> earlier = new ArrayList<>();
        List<UnitCurvesFigure.Unit> units = List.of();
        double bias = 0;
        if (chosen >= 0) {
            double[] theta = fits.theta(scene, runs.get(chosen));
            for (double[] before : fits.earlier(scene, runs.get(chosen))) {
                earlier.add(new SampledCurve(places, model.predict(before, columns)[0]));
            }
            if (model instanceof NeuralNetwork network) {
                units = units(network, theta, places, columns);
                bias = theta[network.shape().biases(network.shape().layers() - 1)];
            }
        }
        return new UnitCurvesFigure(
                plane.xLabel(),
                problem.target(),
                x,
                model.target(),
                seen,
                drawn,
                chosen,
                earlier,
                units,
                bias,
                chosen < 0 ? new int[0] : fits.batch(scene, runs.get(chosen)));
    }

    /// The bias plus w_j a_j for every unit j of the last hidden layer: the function is the bias plus Σ w_j a_j.
    static List<UnitCurvesFigure.Unit> units(NeuralNetwork model, double[] theta, double[] places, double[][] columns) {
        NetworkShape shape = model.shape();
        int last = shape.layers() - 1;
        if (last == 0) {
            return List.of();
        }
        double[][] all = model.hidden(theta, columns);
        int width = shape.inputs(last);
        List<UnitCurvesFigure.Unit> units = new ArrayList<>();
        double bias = theta[shape.biases(last)];
        for (int j = 0; j < width; j++) {
            double weight = theta[shape.weights(last).at() + j];
            double[] outputs = all[all.length - width + j];
            double[] added = new double[places.length];
            Arrays.setAll(added, i -> bias + weight * outputs[i]);
            units.add(new UnitCurvesFigure.Unit(weight, new SampledCurve(places, added)));
        }
        return units;
    }

    private Figure surface(Scene scene, Problem.OnData problem) {
        Optional<double[]> theta = fits.chosen(scene);
        if (theta.isEmpty()) {
            return waiting(scene);
        }
        DataModel model = problem.objective();
        FeaturePlane plane = FeaturePlane.of(problem, scene.view().fit());
        Window window = plane.window();
        boolean flat = isPlane(problem);
        HeightField now = field(plane, model, theta.get(), window, flat ? FLAT_NODES : BENT_NODES);
        HeightField first = field(plane, model, fits.first(scene, scene.chosen()), window, 2);
        FitLook look = scene.view().fit();
        return new SurfaceFitFigure(
                plane.xLabel(),
                plane.yLabel(),
                problem.target(),
                plane.x(),
                plane.y(),
                model.target(),
                model.predict(theta.get(), model.features().columns())[0],
                now,
                heights(model.target(), first),
                RunPaths.style(scene, scene.chosen()),
                flat
                        ? model.optimumAtHand().map(best -> field(plane, model, best.point(), window, FLAT_NODES))
                        : Optional.empty(),
                flat ? equation(problem, theta.get()) : "",
                new Viewpoint(look.azimuth(), look.elevation(), 1, 0, 0),
                scene.view().fit().residuals() != FitLook.Residuals.NONE);
    }

    private static HeightField field(FeaturePlane plane, DataModel model, double[] theta, Window window, int nodes) {
        return new HeightField(nodes, nodes, window, plane.sampled(model, theta, window, nodes)[0]);
    }

    /// The data and, within bounds, the surface at the start, so that the box stands still while the run is played.
    private static Span heights(double[] target, HeightField first) {
        Span data = Span.around(target).padded(0.04);
        double lo = data.lo();
        double hi = data.hi();
        for (double value : first.values()) {
            if (Double.isFinite(value)) {
                lo = Math.min(lo, Math.max(value, data.lo() - BEYOND * data.length()));
                hi = Math.max(hi, Math.min(value, data.hi() + BEYOND * data.length()));
            }
        }
        return new Span(lo, hi);
    }

    /// `ŷ = 46.0 − 0.0058 weight_lb − 0.047 horsepower`
    private static String equation(Problem.OnData problem, double[] theta) {
        double[] original = DataUnits.of(problem.objective().features()).parameters(theta);
        StringBuilder text = new StringBuilder("ŷ = " + Numbers.steady(original[0], 3));
        for (int j = 1; j < original.length; j++) {
            text.append(original[j] < 0 ? " − " : " + ")
                    .append(Numbers.steady(Math.abs(original[j]), 3))
                    .append(' ')
                    .append(problem.features().get(j - 1));
        }
        return text.toString();
    }

    private static Figure waiting(Scene scene) {
        return RunFits.missing(scene);
    }

    private Figure predicted(Scene scene, Problem.OnData problem) {
        double[] actual = problem.objective().target();
        double[] predicted = fits.chosen(scene)
                .map(theta -> problem.objective()
                        .predict(theta, problem.objective().features().columns())[0])
                .orElseGet(() -> new double[actual.length]);
        Window window = LineFitFigure.around(actual, actual);
        LineFitFigure.Fit exact = new LineFitFigure.Fit(
                scene.chosen().name(), RunPaths.style(scene, scene.chosen()), new FittedLine(0, 1));
        return new LineFitFigure(
                "predicted " + problem.target(),
                problem.target(),
                predicted,
                actual,
                window,
                List.of(exact),
                -1,
                List.of(),
                Optional.empty(),
                new int[0],
                Residuals.NONE);
    }
}
