package fallline.picture.loss;

import fallline.analysis.LossWindow;
import fallline.analysis.Plane;
import fallline.analysis.map.MapTask;
import fallline.analysis.repeat.Repeats;
import fallline.experiment.Run;
import fallline.experiment.judge.Digits;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.PlaneChoice;
import fallline.experiment.view.SurfaceLook;
import fallline.figure.paint.Figure;
import fallline.figure.plot.Hit;
import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.picture.Later;
import fallline.picture.Picture;
import fallline.picture.RepeatedRuns;
import fallline.picture.RunPaths;
import fallline.picture.RunWords;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The loss view: the curve J(w) for one parameter, the map of two parameters for more.
public final class LossPicture implements Picture {
    /// So many parameters are said.
    private static final int MOST_NAMED = 4;

    private final LossCurveComposer curve = new LossCurveComposer();
    private final LossMapComposer map = new LossMapComposer();
    private final RepeatedRuns repeated = new RepeatedRuns();

    /// What can be brought into view.
    public enum Fit {
        PATHS,
        MINIMA
    }

    /// What the pointer is on, besides the scene.
    ///
    /// @param place a point of the plane whose loss is wanted
    /// @param step a step of a drawn run
    /// @param critical the place of a critical point that is pointed at in its table
    /// @param held the plane that is kept while something in it is dragged, instead of that of the scene
    public record Pointer(
            Optional<Point2D> place, Optional<Hit.Step> step, Optional<Point2D> critical, Optional<Plane> held) {
        /// The pointer is elsewhere.
        public static final Pointer NONE =
                new Pointer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Figure figure(Scene scene) {
        return figure(scene, Pointer.NONE, false, Later.AT_ONCE, repeated.all(scene));
    }

    /// The figure with what the pointer is on, without repeats.
    public Figure figure(Scene scene, Pointer pointer, boolean moving, Later later) {
        return figure(scene, pointer, moving, later, Map.of());
    }

    /// The figure with what the pointer is on.
    ///
    /// @param moving whether another picture follows at once, so that a coarser one will do
    /// @param repeats of what the runs are now, by the name of the run
    public Figure figure(Scene scene, Pointer pointer, boolean moving, Later later, Map<String, Repeats> repeats) {
        List<Run> runs = RunPaths.onSurface(scene);
        if (scene.experiment().problem().objective().dimension() == 1) {
            map.forget();
            return curve.figure(scene, runs, pointer, later, repeats);
        }
        return scene.view().loss().surface().solid()
                ? map.solid(scene, runs, pointer, moving, later, repeats)
                : map.figure(scene, runs, pointer, later, repeats);
    }

    @Override
    public String summary(Scene scene) {
        boolean one = scene.experiment().problem().objective().dimension() == 1;
        String shape = one ? "curve" : scene.view().loss().surface().solid() ? "solid" : "map";
        if (showsBasins(scene)) {
            String shown = map.basinSummary(scene);
            return title(scene) + ", " + subtitle(scene) + ". " + (shown.isEmpty() ? "" : shown + " ") + place(scene)
                    + RunWords.all(scene);
        }
        return "Loss as a " + shape + ", " + subtitle(scene) + ". " + place(scene) + RunWords.all(scene);
    }

    /// Where the chosen run stands: `Adam is at x 0.5, y −1.2. `
    private static String place(Scene scene) {
        List<String> names = scene.experiment().problem().objective().parameterNames();
        int shown = Math.min(names.size(), MOST_NAMED);
        return scene.chosenPath()
                .filter(trace -> trace.hasPositions() && trace.lastFiniteStep() >= 0)
                .map(trace -> IntStream.range(0, shown)
                        .mapToObj(i -> names.get(i) + " " + Digits.three(trace.parameter(scene.shownStep(trace), i)))
                        .collect(Collectors.joining(
                                ", ", scene.chosen().name() + " is at ", shown < names.size() ? ", …. " : ". ")))
                .orElse("");
    }

    @Override
    public String title(Scene scene) {
        return showsBasins(scene) ? "Basins of " + scene.chosen().name() : "Loss";
    }

    @Override
    public String subtitle(Scene scene) {
        Problem problem = scene.experiment().problem();
        Objective objective = problem.objective();
        String goal = objective.goal() == Goal.MAXIMISE ? ", maximised" : "";
        if (showsBasins(scene)) {
            return "where " + Numbers.whole(scene.experiment().steps()) + " steps lead to from every start";
        }
        return objective.dimension() == 1
                ? "J(" + objective.parameterNames().getFirst() + ")" + goal
                : PlaneWords.subtitle(problem, scene.view().loss().plane()) + goal;
    }

    /// The part of the plane that holds what is asked for, seen in the plane of the figure composed last; empty when
    /// there is nothing of it. It is asked for on the same thread as figures are.
    ///
    /// @param shown the part that is seen now
    public Optional<Bounds> fitted(Scene scene, Fit fit, Bounds shown) {
        List<Run> runs = RunPaths.onSurface(scene);
        return scene.experiment().problem().objective().dimension() == 1
                ? curve.fitted(scene, runs, fit, shown)
                : map.fitted(scene, runs, fit, shown);
    }

    /// The part that is shown of a plane of two parameters: what was zoomed to, else a suggestion by start and best
    /// point. Any thread.
    public static Bounds bounds(Scene scene) {
        return scene.view().loss().bounds().orElseGet(() -> {
            Problem problem = scene.experiment().problem();
            PlaneChoice.Parameters pair = scene.view().loss().plane() instanceof PlaneChoice.Parameters two
                    ? two
                    : new PlaneChoice.Parameters(0, 1);
            return LossWindow.suggested(problem, scene.experiment().startPoint(), pair);
        });
    }

    /// The part of the plane that the figure composed last shows, if that was of a plane. Any thread.
    public Optional<Bounds> seen() {
        return map.lastBounds();
    }

    /// Where the run starts that a place of the basin map stands for, in the plane; empty where there is no such map.
    /// Any thread.
    public Optional<Point2D> basinStart(Scene scene, Point2D place) {
        return map.basinStart(scene, place);
    }

    /// The basin map of a scene that shows one, for a file; empty where the chosen run was computed elsewhere.
    public Optional<MapTask> basins(Scene scene) {
        return showsBasins(scene) ? map.basins(scene, RunPaths.onSurface(scene)) : Optional.empty();
    }

    /// Whether the basin map of the chosen run lies in the view of the loss. Any thread.
    public static boolean showsBasins(Scene scene) {
        SurfaceLook look = scene.view().loss().surface();
        return scene.experiment().problem().objective().dimension() > 1
                && scene.chosen().recorded().isEmpty()
                && look.shows(SurfaceLook.Overlay.BASINS)
                && !look.solid();
    }

    /// Where critical points are sought, in terms of the first and the second parameter: the window and half its size
    /// around it, because a map with equal scales shows more than the window.
    public static Bounds searched(Scene scene) {
        Bounds shown = bounds(scene);
        double across = (shown.right() - shown.left()) / 2;
        double up = (shown.top() - shown.bottom()) / 2;
        Bounds wide = new Bounds(shown.left() - across, shown.right() + across, shown.bottom() - up, shown.top() + up);
        return scene.view().loss().plane().equals(new PlaneChoice.Parameters(1, 0)) ? wide.transposed() : wide;
    }

    /// The plane of the figure that was composed last, if that was a map. Any thread.
    public Optional<Plane> plane() {
        return map.lastPlane();
    }
}
