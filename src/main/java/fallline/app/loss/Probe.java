package fallline.app.loss;

import fallline.experiment.Replay;
import fallline.experiment.RunRecord;
import fallline.experiment.Scene;
import fallline.experiment.Trace;
import fallline.experiment.ViewState;
import fallline.figure.Numbers;
import fallline.objective.Objective;
import java.util.List;
import java.util.Optional;

/// Reads J and its gradient at a place of the loss view. It may take as long as one pass over the data.
final class Probe {
    /// What stands at a place, for the read-out.
    ///
    /// @param title the run and step, or empty for a place between the steps
    /// @param place the parameters on the axes
    /// @param values J and the norm of its gradient
    record Reading(String title, String place, String values) {}

    private Probe() {}

    /// J and ‖∇J‖ where the plane's coordinates are `horizontal` and `vertical`; parameters off the plane are those at
    /// the playhead.
    static Reading at(Scene scene, double horizontal, double vertical) {
        double[] theta = atPlayhead(scene);
        ViewState.Plane plane = scene.view().plane();
        theta[plane.horizontal()] = horizontal;
        if (theta.length > 1) {
            theta[plane.vertical()] = vertical;
        }
        Objective objective = scene.experiment().problem().objective().twin();
        double[] gradient = new double[theta.length];
        double loss = objective.gradient(theta, gradient);
        return new Reading("", place(scene, theta), values(loss, norm(gradient)));
    }

    /// J and ‖∇J‖ of a run at a step.
    static Optional<Reading> at(Scene scene, String run, int step) {
        Optional<Trace> trace = scene.trace(run).filter(known -> step <= known.lastStep());
        return trace.map(known -> new Reading(
                run + ", step " + Numbers.whole(step),
                place(scene, position(scene, run, known, step)),
                values(known.loss(step), known.gradientNorm(step))));
    }

    private static double[] atPlayhead(Scene scene) {
        String run = scene.chosen().name();
        return scene.trace(run)
                .filter(trace -> trace.length() > 0)
                .map(trace -> position(scene, run, trace, scene.shownStep(trace)))
                .orElseGet(scene.experiment()::startPoint);
    }

    private static double[] position(Scene scene, String run, Trace trace, int step) {
        double[] theta = scene.experiment().startPoint();
        if (trace.hasPositions()) {
            for (int i = 0; i < theta.length; i++) {
                theta[i] = trace.parameter(step, i);
            }
            return theta;
        }
        return scene.record(run)
                .flatMap(RunRecord::traced)
                .map(task -> {
                    Replay replay = new Replay(task, trace);
                    replay.moveTo(step);
                    return replay.theta();
                })
                .orElse(theta);
    }

    private static String place(Scene scene, double[] theta) {
        List<String> names = scene.experiment().problem().objective().parameterNames();
        ViewState.Plane plane = scene.view().plane();
        String first = names.get(plane.horizontal()) + " " + Numbers.steady(theta[plane.horizontal()], 4);
        return theta.length == 1
                ? first
                : first + "   " + names.get(plane.vertical()) + " " + Numbers.steady(theta[plane.vertical()], 4);
    }

    private static String values(double loss, double norm) {
        return "J " + Numbers.steady(loss, 4) + "   ‖∇J‖ " + Numbers.steady(norm, 4);
    }

    private static double norm(double[] gradient) {
        double sum = 0;
        for (double component : gradient) {
            sum += component * component;
        }
        return Math.sqrt(sum);
    }
}
