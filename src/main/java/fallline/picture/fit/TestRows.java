package fallline.picture.fit;

import fallline.experiment.view.FitLook;
import fallline.figure.fit.ClassCurvesFigure;
import fallline.figure.fit.LineFitFigure;
import fallline.figure.fit.TestRowsFigure;
import fallline.figure.paint.Figure;
import fallline.figure.plot.PlotFigure;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import fallline.objective.model.DataModel;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// The rows that are held out of a problem, on the axes of its fit.
final class TestRows {
    private static final double MARGIN = 0.06;

    private final Problem.OnData problem;
    private final DataModel held;
    private final FeaturePlane training;
    private final FeaturePlane test;

    private TestRows(Problem.OnData problem, DataModel held, FitLook look) {
        this.problem = problem;
        this.held = held;
        training = FeaturePlane.of(problem, look);
        test = new FeaturePlane(problem.features(), held.features(), training.across(), training.upwards());
    }

    /// Empty where none are held out.
    static Optional<TestRows> of(Scene scene) {
        return scene.experiment().problem() instanceof Problem.OnData problem
                ? problem.heldOut()
                        .map(held -> new TestRows(problem, held, scene.view().fit()))
                : Optional.empty();
    }

    /// A window around all rows, so that it stays where it is when others are held out; empty where the fit has none.
    Optional<Window> window() {
        boolean value = held.classes().isEmpty();
        int features = problem.features().size();
        if (value && features > 1) {
            return Optional.empty();
        }
        double[] x = both(training.x(), test.x());
        return Optional.of(
                value
                        ? LineFitFigure.fromZero(x, both(problem.objective().target(), held.target()))
                        : new Window(
                                Span.around(x).padded(MARGIN),
                                Span.around(both(training.y(), test.y())).padded(MARGIN)));
    }

    private static double[] both(double[] one, double[] other) {
        return DoubleStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
    }

    /// The figure with these rows on it; as it is, where rows have no place on it.
    ///
    /// @param theta the chosen run's parameters
    Figure over(Figure fit, Optional<double[]> theta) {
        if (!(fit instanceof PlotFigure plot)) {
            return fit;
        }
        int[] classes = held.classes().isEmpty()
                        || (problem instanceof Problem.Logistic
                                && problem.features().size() == 1)
                ? new int[0]
                : Arrays.stream(held.target()).mapToInt(code -> (int) code).toArray();
        if (fit instanceof ClassCurvesFigure) {
            return theta.<Figure>map(at -> new TestRowsFigure(plot, test.x(), chances(at, classes), classes))
                    .orElse(fit);
        }
        if (problem.features().size() == 1) {
            return new TestRowsFigure(plot, test.x(), held.target(), classes);
        }
        if (held.classes().isEmpty()) {
            return theta.<Figure>map(at -> new TestRowsFigure(
                            plot, held.predict(at, held.features().columns())[0], held.target(), classes))
                    .orElse(fit);
        }
        return new TestRowsFigure(plot, test.x(), test.y(), classes);
    }

    /// The probability of each row's own class.
    private double[] chances(double[] theta, int[] classes) {
        double[][] predicted = held.predict(theta, held.features().columns());
        double[] own = new double[classes.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = predicted.length > 1
                    ? predicted[classes[i]][i]
                    : classes[i] == 1 ? predicted[0][i] : 1 - predicted[0][i];
        }
        return own;
    }
}
