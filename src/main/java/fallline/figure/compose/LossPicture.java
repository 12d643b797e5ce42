package fallline.figure.compose;

import fallline.analysis.LossWindow;
import fallline.experiment.Run;
import fallline.experiment.Scene;
import fallline.experiment.Trace;
import fallline.experiment.ViewState.Bounds;
import fallline.experiment.ViewState.Plane;
import fallline.figure.Figure;
import fallline.figure.Hit;
import fallline.figure.MessageFigure;
import fallline.figure.Numbers;
import fallline.figure.ReadOut;
import fallline.figure.Window;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.Problem;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The loss view: the curve J(w) for one parameter, the map of two parameters for more.
public final class LossPicture implements Picture {
    private final LossCurvePainter curve = new LossCurvePainter();
    private final LossMapPainter map = new LossMapPainter();

    /// What the pointer is on, besides the scene.
    ///
    /// @param place a point of the plane whose loss is wanted
    /// @param step a step of a drawn run
    /// @param critical the place of a critical point that is pointed at in its table
    public record Pointer(Optional<Point2D> place, Optional<Hit.Step> step, Optional<Point2D> critical) {
        /// The pointer is elsewhere.
        public static final Pointer NONE = new Pointer(Optional.empty(), Optional.empty(), Optional.empty());

        public Pointer(Optional<Point2D> place, Optional<Hit.Step> step) {
            this(place, step, Optional.empty());
        }
    }

    @Override
    public Figure figure(Scene scene) {
        return figure(scene, Pointer.NONE);
    }

    /// The figure with what the pointer is on.
    public Figure figure(Scene scene, Pointer pointer) {
        return figure(scene, pointer, false);
    }

    /// The figure with what the pointer is on.
    ///
    /// @param moving whether another picture follows at once, so that a coarser one will do
    public Figure figure(Scene scene, Pointer pointer, boolean moving) {
        List<Run> runs = RunPaths.drawn(scene);
        if (runs.isEmpty() && !scene.shownRuns().isEmpty() && scene.settled()) {
            return new MessageFigure("J is not finite at the start: move the start.");
        }
        if (scene.experiment().problem().objective().dimension() == 1) {
            return curve.figure(scene, runs, pointer);
        }
        return scene.view().surface().solid()
                ? map.solid(scene, runs, pointer, moving)
                : map.figure(scene, runs, pointer);
    }

    @Override
    public String title(Scene scene) {
        return "Loss";
    }

    @Override
    public String subtitle(Scene scene) {
        Objective objective = scene.experiment().problem().objective();
        List<String> names = objective.parameterNames();
        Plane plane = scene.view().plane();
        Problem problem = scene.experiment().problem();
        String axes = names.size() == 1
                ? names.getFirst()
                : Names.axis(problem, plane.horizontal()) + ", " + Names.axis(problem, plane.vertical());
        String goal = objective.goal() == Goal.MAXIMISE ? ", maximised" : "";
        return "J(" + axes + ")" + goal;
    }

    /// The window that is shown: what was zoomed to, else a suggestion.
    public static Bounds bounds(Scene scene) {
        return scene.view().bounds().orElseGet(() -> {
            Problem problem = scene.experiment().problem();
            return LossWindow.suggested(
                    problem, scene.experiment().startPoint(), scene.view().plane());
        });
    }

    /// Where critical points are sought: the window and half its size around it, because a map with equal scales shows
    /// more than the window.
    public static Bounds searched(Scene scene) {
        Bounds shown = bounds(scene);
        double across = (shown.right() - shown.left()) / 2;
        double up = (shown.top() - shown.bottom()) / 2;
        return new Bounds(shown.left() - across, shown.right() + across, shown.bottom() - up, shown.top() + up);
    }

    static Window window(Bounds bounds) {
        return Window.of(bounds.left(), bounds.right(), bounds.bottom(), bounds.top());
    }

    /// What the chosen run is at the playhead.
    static Optional<ReadOut> readOut(Scene scene, RunMoments moments) {
        return scene.chosenTrace().filter(trace -> trace.lastFiniteStep() >= 0).map(trace -> {
            int step = scene.shownStep(trace);
            String name = scene.chosen().name();
            double[] theta = moments.theta(name, scene.record(name).orElseThrow(), step);
            Plane plane = scene.view().plane();
            return new ReadOut(
                    name + ", step " + Numbers.whole(step),
                    words(scene, theta, trace.loss(step), trace.gradientNorm(step), plane),
                    Optional.empty());
        });
    }

    /// What a step that is pointed at was.
    static Optional<ReadOut> pointedReadOut(Scene scene, List<Run> runs, RunMoments moments, Hit.Step hit) {
        if (hit.run() >= runs.size()) {
            return Optional.empty();
        }
        String name = runs.get(hit.run()).name();
        Trace trace = scene.trace(name).orElseThrow();
        int step = Math.min(hit.step(), trace.lastFiniteStep());
        double[] theta = moments.theta(name, scene.record(name).orElseThrow(), step);
        Plane plane = scene.view().plane();
        boolean single = theta.length == 1;
        Point2D at = new Point2D.Double(theta[plane.horizontal()], single ? trace.loss(step) : theta[plane.vertical()]);
        return Optional.of(new ReadOut(
                name + ", step " + Numbers.whole(step),
                words(scene, theta, trace.loss(step), trace.gradientNorm(step), plane),
                Optional.of(at)));
    }

    /// Parameters, J and ‖∇J‖ in two lines.
    static List<String> words(Scene scene, double[] theta, double loss, double gradientNorm, Plane plane) {
        Problem problem = scene.experiment().problem();
        List<String> lines = new ArrayList<>();
        String first = Names.axis(problem, plane.horizontal()) + " " + Numbers.brief(theta[plane.horizontal()], 4);
        lines.add(
                theta.length == 1
                        ? first
                        : first + "   " + Names.axis(problem, plane.vertical()) + " "
                                + Numbers.brief(theta[plane.vertical()], 4));
        lines.add("J " + Numbers.brief(loss, 4) + "   ‖∇J‖ " + Numbers.brief(gradientNorm, 4));
        return lines;
    }
}
