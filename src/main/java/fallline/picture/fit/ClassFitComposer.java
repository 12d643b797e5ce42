package fallline.picture.fit;

import fallline.experiment.Run;
import fallline.figure.fit.FittedLine;
import fallline.figure.fit.LineFitFigure;
import fallline.figure.fit.LogisticCurveFigure;
import fallline.figure.fit.LogisticMapFigure;
import fallline.figure.fit.LogisticMapFigure.Plane;
import fallline.figure.paint.Figure;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import fallline.number.Numbers;
import fallline.picture.RunPaths;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Composes the fit view of logistic regression: the curve over one feature, the probability over two.
final class ClassFitComposer {
    private final RunFits states;

    ClassFitComposer(RunFits states) {
        this.states = states;
    }

    /// Whether the border between the classes may be curved: it is then drawn by [RegionComposer].
    static boolean isCurved(Problem.Logistic problem) {
        return problem.features().size() > 1 && problem.options().degree() > 1;
    }

    static String subtitle(Problem.Logistic problem, FeaturePlane plane, int step) {
        return problem.features().size() == 1
                ? "data and curve at step " + Numbers.whole(step)
                : "probability of " + problem.positive() + " at step " + Numbers.whole(step) + plane.rest();
    }

    /// @param window what is seen while a point is being dragged, so that the plot does not move under the hand
    Figure figure(Scene scene, Problem.Logistic problem, Optional<Window> window) {
        return problem.features().size() == 1 ? curve(scene, problem, window) : map(scene, problem, window);
    }

    private Figure curve(Scene scene, Problem.Logistic problem, Optional<Window> window) {
        DataUnits units = DataUnits.of(problem.objective().features());
        double[] x = units.column(0);
        List<Run> runs = RunPaths.onSurface(scene);
        List<LineFitFigure.Fit> fits = new ArrayList<>();
        for (Run run : runs) {
            fits.add(new LineFitFigure.Fit(
                    run.name(), RunPaths.style(scene, run), line(units, states.theta(scene, run))));
        }
        int chosen = RunPaths.chosen(scene, runs);
        return new LogisticCurveFigure(
                problem.features().getFirst(),
                problem.positive(),
                x,
                problem.objective().labels().codes(),
                window.map(Window::x).orElseGet(() -> Span.around(x).padded(0.06)),
                fits,
                chosen,
                chosen < 0
                        ? List.of()
                        : states.earlier(scene, runs.get(chosen)).stream()
                                .map(theta -> line(units, theta))
                                .toList(),
                problem.objective().optimumAtHand().map(optimum -> line(units, optimum.point())),
                chosen < 0 ? new int[0] : states.batch(scene, runs.get(chosen)));
    }

    private Figure map(Scene scene, Problem.Logistic problem, Optional<Window> window) {
        DataUnits units = DataUnits.of(problem.objective().features());
        FeaturePlane shown = FeaturePlane.of(problem, scene.view().fit());
        double[] x = shown.x();
        double[] y = shown.y();
        double[] means = IntStream.range(0, problem.features().size())
                .mapToDouble(j -> Arrays.stream(units.column(j)).average().orElse(0))
                .toArray();
        List<Run> runs = RunPaths.onSurface(scene);
        List<LogisticMapFigure.Fit> fits = new ArrayList<>();
        for (Run run : runs) {
            fits.add(new LogisticMapFigure.Fit(
                    run.name(), RunPaths.style(scene, run), plane(units, states.theta(scene, run), means, shown)));
        }
        int chosen = RunPaths.chosen(scene, runs);
        return new LogisticMapFigure(
                shown.xLabel(),
                shown.yLabel(),
                x,
                y,
                problem.objective().labels().codes(),
                problem.objective().labels().negative(),
                problem.positive(),
                window.orElseGet(() ->
                        new Window(Span.around(x).padded(0.06), Span.around(y).padded(0.06))),
                fits,
                chosen,
                chosen < 0
                        ? List.of()
                        : states.earlier(scene, runs.get(chosen)).stream()
                                .map(theta -> plane(units, theta, means, shown))
                                .toList(),
                problem.objective().optimumAtHand().map(optimum -> plane(units, optimum.point(), means, shown)),
                chosen < 0 ? new int[0] : states.batch(scene, runs.get(chosen)),
                shown.note());
    }

    private static FittedLine line(DataUnits units, double[] theta) {
        double[] original = units.parameters(theta);
        return FittedLine.of(original);
    }

    /// The plane of the two shown features, with the others held at their means.
    private static Plane plane(DataUnits units, double[] standard, double[] means, FeaturePlane shown) {
        double[] theta = units.parameters(standard);
        double intercept = theta[0];
        for (int j = 0; j < means.length; j++) {
            intercept += j == shown.across() || j == shown.upwards() ? 0 : theta[j + 1] * means[j];
        }
        return new Plane(intercept, theta[shown.across() + 1], theta[shown.upwards() + 1]);
    }
}
