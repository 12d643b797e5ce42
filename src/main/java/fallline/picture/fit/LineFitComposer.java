package fallline.picture.fit;

import fallline.experiment.Run;
import fallline.experiment.run.Trace;
import fallline.experiment.view.FitLook;
import fallline.figure.fit.FittedLine;
import fallline.figure.fit.LineFitFigure;
import fallline.figure.fit.Residuals;
import fallline.figure.paint.Figure;
import fallline.figure.plot.Window;
import fallline.picture.EarlierSteps;
import fallline.picture.RunMoments;
import fallline.picture.RunPaths;
import fallline.problem.Problem;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Composes the fit view of linear regression of one feature: the line or polynomial through the data.
final class LineFitComposer {
    private final RunMoments moments;

    LineFitComposer(RunMoments moments) {
        this.moments = moments;
    }

    /// @param window what is seen while a point is being dragged, so that the plot does not move under the hand
    Figure figure(Scene scene, Problem.Linear problem, Optional<Window> window) {
        DataUnits units = DataUnits.of(problem.objective().features());
        double[] x = units.column(0);
        double[] y = problem.objective().target();
        List<Run> runs = RunPaths.onSurface(scene);
        List<LineFitFigure.Fit> fits = new ArrayList<>();
        for (Run run : runs) {
            RunRecord record = scene.record(run.name()).orElseThrow();
            int step = scene.shownStep(record.trace().orElseThrow());
            fits.add(new LineFitFigure.Fit(
                    run.name(), RunPaths.style(scene, run), line(units, moments.theta(run.name(), record, step))));
        }
        int chosen = RunPaths.chosen(scene, runs);
        List<FittedLine> earlier = new ArrayList<>();
        int[] batch = new int[0];
        if (chosen >= 0) {
            String name = runs.get(chosen).name();
            RunRecord record = scene.record(name).orElseThrow();
            Trace trace = record.trace().orElseThrow();
            int step = scene.shownStep(trace);
            for (int k : EarlierSteps.before(step)) {
                earlier.add(line(units, moments.theta(name, record, k)));
            }
            batch = moments.at(name, record, step).batchRows();
        }
        return new LineFitFigure(
                problem.features().getFirst(),
                problem.target(),
                x,
                y,
                window.orElseGet(() -> LineFitFigure.fromZero(x, y)),
                fits,
                chosen,
                earlier,
                problem.objective().optimumAtHand().map(optimum -> line(units, optimum.point())),
                batch,
                residuals(scene.view().fit().residuals()));
    }

    private static FittedLine line(DataUnits units, double[] theta) {
        double[] original = units.parameters(theta);
        return FittedLine.of(original);
    }

    private static Residuals residuals(FitLook.Residuals chosen) {
        return switch (chosen) {
            case NONE -> Residuals.NONE;
            case STICKS -> Residuals.STICKS;
            case SQUARES -> Residuals.SQUARES;
        };
    }
}
