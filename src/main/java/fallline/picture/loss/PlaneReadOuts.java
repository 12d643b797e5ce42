package fallline.picture.loss;

import fallline.analysis.Plane;
import fallline.experiment.Run;
import fallline.experiment.run.Trace;
import fallline.figure.label.ReadOut;
import fallline.figure.plot.Hit;
import fallline.number.Numbers;
import fallline.objective.Objective;
import fallline.picture.RunMarks;
import fallline.picture.RunMoments;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The numbers of a point in the loss view of two or more parameters: J, its slope, the parameters.
final class PlaneReadOuts {
    private final RunMoments moments;

    PlaneReadOuts(RunMoments moments) {
        this.moments = moments;
    }

    /// What the chosen run is at the playhead.
    Optional<ReadOut> ofPlayhead(Scene scene, Objective objective, Plane plane) {
        return scene.chosenPath()
                .filter(trace -> trace.lastFiniteStep() >= 0)
                .map(trace ->
                        readOut(scene, scene.chosen().name(), trace, scene.shownStep(trace), objective, plane, false));
    }

    /// What a step that is pointed at was.
    Optional<ReadOut> ofStep(Scene scene, List<Run> runs, Objective objective, Plane plane, Hit.Step hit) {
        if (hit.run() >= runs.size()) {
            return Optional.empty();
        }
        String name = runs.get(hit.run()).name();
        Trace trace = scene.trace(name).orElseThrow();
        int step = trace.recordedStep(Math.min(hit.step(), trace.lastFiniteStep()));
        return Optional.of(RunMarks.told(
                readOut(scene, name, trace, step, objective, plane, true),
                runs.get(hit.run()).recipe(),
                step));
    }

    private ReadOut readOut(
            Scene scene, String name, Trace trace, int step, Objective objective, Plane plane, boolean besideIt) {
        double[] theta = moments.theta(name, scene.record(name).orElseThrow(), step);
        Plane.Projection at = plane.project(theta);
        double loss = trace.loss(step);
        double norm = trace.gradientNorm(step);
        if (!trace.isMeasured(step)) {
            double[] gradient = new double[theta.length];
            loss = objective.shortestGradient(theta, gradient);
            norm = length(gradient);
        }
        return new ReadOut(
                name + ", step " + Numbers.whole(step),
                PlaneWords.lines(scene.experiment().problem(), objective, plane, theta, loss, norm),
                besideIt ? Optional.of(new Point2D.Double(at.x(), at.y())) : Optional.empty());
    }

    /// What a place of the plane is.
    static ReadOut at(Problem problem, Objective objective, Plane plane, Point2D place) {
        double[] theta = plane.point(place.getX(), place.getY());
        double[] gradient = new double[theta.length];
        double loss = objective.shortestGradient(theta, gradient);
        return new ReadOut(
                "here", PlaneWords.lines(problem, objective, plane, theta, loss, length(gradient)), Optional.of(place));
    }

    private static double length(double[] gradient) {
        return StrictMath.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
    }
}
