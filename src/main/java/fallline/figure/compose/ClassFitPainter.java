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

    Figure figure(Scene scene, Problem.Logistic problem) {
        return problem.features().size() == 1 ? curve(scene, problem) : map(scene, problem);
    }

    private Figure curve(Scene scene, Problem.Logistic problem) {
        double[] x = problem.objective().features().columns()[0];
        List<Run> runs = RunPaths.drawn(scene);
        List<LineFitFigure.Fit> fits = new ArrayList<>();
        for (Run run : runs) {
            fits.add(new LineFitFigure.Fit(run.name(), RunPaths.style(scene, run), line(theta(scene, run))));
        }
        int chosen = RunPaths.chosen(scene, runs);
        return new LogisticCurveFigure(
                problem.features().getFirst(),
                problem.positive(),
                x,
                problem.objective().labels().codes(),
                Span.around(x).padded(0.06),
                fits,
                chosen,
                chosen < 0
                        ? List.of()
                        : earlier(scene, runs.get(chosen)).stream()
                                .map(ClassFitPainter::line)
                                .toList(),
                problem.objective().optimum().map(optimum -> line(optimum.point())),
                chosen < 0 ? new int[0] : batch(scene, runs.get(chosen)));
    }

    private Figure map(Scene scene, Problem.Logistic problem) {
        double[] x = problem.objective().features().columns()[0];
        double[] y = problem.objective().features().columns()[1];
        double[] means = Arrays.stream(problem.objective().features().columns())
                .mapToDouble(column -> Arrays.stream(column).average().orElse(0))
                .toArray();
        List<Run> runs = RunPaths.drawn(scene);
        List<LogisticMapFigure.Fit> fits = new ArrayList<>();
        for (Run run : runs) {
            fits.add(
                    new LogisticMapFigure.Fit(run.name(), RunPaths.style(scene, run), plane(theta(scene, run), means)));
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
                new Window(Span.around(x).padded(0.06), Span.around(y).padded(0.06)),
                fits,
                chosen,
                chosen < 0
                        ? List.of()
                        : earlier(scene, runs.get(chosen)).stream()
                                .map(theta -> plane(theta, means))
                                .toList(),
                problem.objective().optimum().map(optimum -> plane(optimum.point(), means)),
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

    private static FittedLine line(double[] theta) {
        return new FittedLine(theta[0], theta[1]);
    }

    /// The plane of the first two features, with the others held at their means.
    private static Plane plane(double[] theta, double[] means) {
        double intercept = theta[0];
        for (int j = 2; j < means.length; j++) {
            intercept += theta[j + 1] * means[j];
        }
        return new Plane(intercept, theta[1], theta[2]);
    }
}
