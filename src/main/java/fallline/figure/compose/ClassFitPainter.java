package fallline.figure.compose;

import fallline.experiment.Run;
import fallline.experiment.RunRecord;
import fallline.experiment.Scene;
import fallline.experiment.Trace;
import fallline.figure.Figure;
import fallline.figure.FittedLine;
import fallline.figure.LineFitFigure;
import fallline.figure.LogisticCurveFigure;
import fallline.figure.LogisticMapFigure;
import fallline.figure.LogisticMapFigure.Plane;
import fallline.figure.Span;
import fallline.figure.Window;
import fallline.objective.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Composes the fit view of logistic regression: the curve over one feature, the probability over two.
final class ClassFitPainter {
    private final RunMoments moments;

    ClassFitPainter(RunMoments moments) {
        this.moments = moments;
    }

    static String subtitle(Problem.Logistic problem, int step) {
        List<String> features = problem.features();
        return switch (features.size()) {
            case 1 -> "data and curve at step " + step;
            case 2 -> "probability of " + problem.positive() + " at step " + step;
            default -> "probability of " + problem.positive() + " at step " + step + ", other features at their mean";
        };
    }

    /// @param window what is seen while a point is being dragged, so that the plot does not move under the hand
    Figure figure(Scene scene, Problem.Logistic problem, Optional<Window> window) {
        return problem.features().size() == 1 ? curve(scene, problem, window) : map(scene, problem, window);
    }

    private Figure curve(Scene scene, Problem.Logistic problem, Optional<Window> window) {
        DataUnits units = DataUnits.of(problem.objective().features());
        double[] x = units.column(0);
        List<Run> runs = RunPaths.drawn(scene);
        List<LineFitFigure.Fit> fits = new ArrayList<>();
        for (Run run : runs) {
            fits.add(new LineFitFigure.Fit(run.name(), RunPaths.style(scene, run), line(units, theta(scene, run))));
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
                        : earlier(scene, runs.get(chosen)).stream()
                                .map(theta -> line(units, theta))
                                .toList(),
                problem.objective().optimum().map(optimum -> line(units, optimum.point())),
                chosen < 0 ? new int[0] : batch(scene, runs.get(chosen)));
    }

    private Figure map(Scene scene, Problem.Logistic problem, Optional<Window> window) {
        DataUnits units = DataUnits.of(problem.objective().features());
        double[] x = units.column(0);
        double[] y = units.column(1);
        double[] means = IntStream.range(0, problem.features().size())
                .mapToDouble(j -> Arrays.stream(units.column(j)).average().orElse(0))
                .toArray();
        List<Run> runs = RunPaths.drawn(scene);
        List<LogisticMapFigure.Fit> fits = new ArrayList<>();
        for (Run run : runs) {
            fits.add(
                    new LogisticMapFigure.Fit(run.name(), RunPaths.style(scene, run), plane(units, theta(scene, run), means)));
        }
        int chosen = RunPaths.chosen(scene, runs);
        return new LogisticMapFigure(
                problem.features().get(0),
                problem.features().get(1),
                x,
                y,
                problem.objective().labels().codes(),
                problem.objective().labels().negative(),
                problem.positive(),
                window.orElseGet(() -> new Window(
                        Span.around(x).padded(0.06), Span.around(y).padded(0.06))),
                fits,
                chosen,
                chosen < 0
                        ? List.of()
                        : earlier(scene, runs.get(chosen)).stream()
                                .map(theta -> plane(units, theta, means))
                                .toList(),
                problem.objective().optimum().map(optimum -> plane(units, optimum.point(), means)),
                chosen < 0 ? new int[0] : batch(scene, runs.get(chosen)));
    }

    private double[] theta(Scene scene, Run run) {
        RunRecord record = scene.record(run.name()).orElseThrow();
        return moments.theta(run.name(), record, scene.shownStep(record.trace().orElseThrow()));
    }

    private List<double[]> earlier(Scene scene, Run run) {
        RunRecord record = scene.record(run.name()).orElseThrow();
        Trace trace = record.trace().orElseThrow();
        List<double[]> points = new ArrayList<>();
        for (int k : EarlierSteps.before(scene.shownStep(trace))) {
            points.add(moments.theta(run.name(), record, k));
        }
        return points;
    }

    private int[] batch(Scene scene, Run run) {
        RunRecord record = scene.record(run.name()).orElseThrow();
        return moments.at(run.name(), record, scene.shownStep(record.trace().orElseThrow()))
                .batchRows();
    }

    private static FittedLine line(DataUnits units, double[] theta) {
        double[] original = units.parameters(theta);
        return new FittedLine(original[0], original[1]);
    }

    /// The plane of the first two features, with the others held at their means.
    private static Plane plane(DataUnits units, double[] standard, double[] means) {
        double[] theta = units.parameters(standard);
        double intercept = theta[0];
        for (int j = 2; j < means.length; j++) {
            intercept += theta[j + 1] * means[j];
        }
        return new Plane(intercept, theta[1], theta[2]);
    }
}
