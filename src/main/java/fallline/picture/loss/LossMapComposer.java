package fallline.picture.loss;

import fallline.analysis.Plane;
import fallline.analysis.map.MapTask;
import fallline.analysis.repeat.Repeats;
import fallline.experiment.Run;
import fallline.experiment.run.Trace;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.SurfaceLook;
import fallline.figure.label.Landmark;
import fallline.figure.label.ReadOut;
import fallline.figure.paint.ColourMap;
import fallline.figure.path.Arrow;
import fallline.figure.path.Trail;
import fallline.figure.plot.Window;
import fallline.figure.solid.HeightScale;
import fallline.figure.solid.LossSolidFigure;
import fallline.figure.solid.Relief;
import fallline.figure.solid.Viewpoint;
import fallline.figure.surface.LossMapFigure;
import fallline.figure.surface.SurfaceMap;
import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.picture.Beside;
import fallline.picture.BestSeen;
import fallline.picture.Later;
import fallline.picture.Names;
import fallline.picture.RunMoments;
import fallline.picture.RunPaths;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Composes the loss view of two or more parameters.
final class LossMapComposer {
    private record Key(Objective objective, Plane plane, ColourMap colours, Later later) {}

    /// What map and solid have in common.
    private record Seen(Plane plane, List<Trail> trails, Bounds bounds, Optional<ReadOut> readOut) {}

    private final RunPaths paths = new RunPaths();
    private final RunMoments moments = new RunMoments();
    private final PlaneReadOuts readOuts = new PlaneReadOuts(moments);
    private final ChalkMarks chalk = new ChalkMarks(moments);
    private final PlaneKeeper planes = new PlaneKeeper(moments);
    private final LossOverlays overlays = new LossOverlays();
    private volatile Optional<Seen> last = Optional.empty();
    private @Nullable Key key;
    private @Nullable SampledSurface kept;
    private @Nullable Relief relief;
    private HeightScale.@Nullable Kind reliefKind;

    LossMapFigure figure(
            Scene scene, List<Run> runs, LossPicture.Pointer pointer, Later later, Map<String, Repeats> repeats) {
        Problem problem = scene.experiment().problem();
        Objective objective = problem.objective().twin();
        Seen seen = seen(scene, runs, pointer, later, repeats);
        Plane plane = seen.plane();
        double[] here = here(scene);
        int chosen = RunPaths.chosen(scene, runs);
        return new LossMapFigure(
                PlaneWords.axis(problem, plane.acrossMeaning()),
                PlaneWords.axis(problem, plane.upwardsMeaning()),
                window(seen.bounds()),
                scene.view().loss().equalScales(),
                Optional.of(surface(scene, plane, later)),
                seen.trails(),
                chosen,
                scene.view().playhead(),
                start(scene, plane, later),
                KnownMarks.beside(overlays.critical(scene, plane, pointer), best(problem, plane), seen.bounds()),
                scene.view().loss().gradientArrow() && chosen >= 0 && chalkless(scene)
                        ? Optional.of(arrow(objective, plane, here))
                        : Optional.empty(),
                seen.readOut(),
                pointer.step(),
                PlaneWords.note(objective, plane),
                overlays.of(scene, plane, here, pointer, later, chalk.of(scene, eye(plane))));
    }

    /// Whether no arrows of stages are drawn, among which the gradient's is one.
    private static boolean chalkless(Scene scene) {
        return scene.view().chalk().stage().isEmpty();
    }

    private static ChalkMarks.Eye eye(Plane plane) {
        return new ChalkMarks.Eye(
                theta -> {
                    Plane.Projection at = plane.project(theta);
                    return new double[] {at.x(), at.y()};
                },
                plane::slopes,
                place -> new double[] {place.x(), place.y()});
    }

    /// The same surface as a solid.
    ///
    /// @param moving whether another picture follows at once
    LossSolidFigure solid(
            Scene scene,
            List<Run> runs,
            LossPicture.Pointer pointer,
            boolean moving,
            Later later,
            Map<String, Repeats> repeats) {
        Problem problem = scene.experiment().problem();
        Seen seen = seen(scene, runs, pointer, later, repeats);
        Plane plane = seen.plane();
        SurfaceLook look = scene.view().loss().surface();
        SurfaceLook.Camera camera = look.camera();
        return new LossSolidFigure(
                PlaneWords.axis(problem, plane.acrossMeaning()),
                PlaneWords.axis(problem, plane.upwardsMeaning()),
                scene.view().loss().equalScales(),
                relief(surface(scene, plane, later).over(window(seen.bounds())), look),
                new Viewpoint(camera.azimuth(), camera.elevation(), camera.zoom(), camera.panX(), camera.panY()),
                moving,
                seen.trails(),
                RunPaths.chosen(scene, runs),
                scene.view().playhead(),
                start(scene, plane, later),
                KnownMarks.beside(overlays.critical(scene, plane, pointer), best(problem, plane), seen.bounds()),
                overlays.critical(scene, plane, pointer),
                seen.readOut(),
                pointer.step());
    }

    private Relief relief(SurfaceMap map, SurfaceLook look) {
        HeightScale.Kind kind = HeightScale.Kind.valueOf(look.height().name());
        Relief shown = relief;
        if (shown == null || shown.map() != map || reliefKind != kind) {
            shown = new Relief(map, kind);
            relief = shown;
            reliefKind = kind;
        }
        return shown;
    }

    private Seen seen(
            Scene scene, List<Run> runs, LossPicture.Pointer pointer, Later later, Map<String, Repeats> repeats) {
        Problem problem = scene.experiment().problem();
        Objective objective = problem.objective().twin();
        Plane plane = pointer.held().orElseGet(() -> planes.plane(scene));
        List<Trail> trails = RepeatEnds.inPlane(
                Beside.marked(paths.trails(scene, runs, plane, later), scene, runs, plane), runs, repeats, plane);
        Optional<ReadOut> words = pointer.step()
                .flatMap(hit -> readOuts.ofStep(scene, runs, objective, plane, hit))
                .or(() -> pointer.place()
                        .map(place -> withBasin(scene, PlaneReadOuts.at(problem, objective, plane, place), place)))
                .or(() -> readOuts.ofPlayhead(scene, objective, plane));
        Seen seen = new Seen(plane, trails, bounds(scene, plane, trails), words);
        last = Optional.of(seen);
        return seen;
    }

    private static Optional<Landmark> start(Scene scene, Plane plane, Later later) {
        boolean outside = RunPaths.drawn(scene).isEmpty() && !scene.shownRuns().isEmpty() && scene.settled();
        String name = outside ? Names.startOutside(later) : Names.start(later);
        return Optional.of(landmark(plane.project(scene.experiment().startPoint()), name))
                .filter(LossMapComposer::isFinite);
    }

    /// The plane of the figure that was composed last. Any thread.
    Optional<Plane> lastPlane() {
        return last.map(Seen::plane);
    }

    /// What of its plane that figure shows, before scales are made equal. Any thread.
    Optional<Bounds> lastBounds() {
        return last.map(Seen::bounds);
    }

    /// The figure composed last is none of these.
    void forget() {
        last = Optional.empty();
    }

    /// The chosen run's parameters at the playhead; the start while it has no path.
    private double[] here(Scene scene) {
        String name = scene.chosen().name();
        return scene.chosenPath()
                .filter(trace -> trace.lastFiniteStep() >= 0)
                .map((Trace trace) -> moments.theta(name, scene.record(name).orElseThrow(), scene.shownStep(trace)))
                .orElseGet(() -> scene.experiment().startPoint());
    }

    /// What was zoomed to, else a suggestion: for two parameters by start and best point, else by what spans the plane.
    private static Bounds bounds(Scene scene, Plane plane, List<Trail> trails) {
        if (plane.isOfParameters()) {
            return LossPicture.bounds(scene);
        }
        Plane.Projection start = plane.project(scene.experiment().startPoint());
        return scene.view()
                .loss()
                .bounds()
                .orElseGet(() -> MapBounds.ofPlane(scene.view().loss().plane(), start, trails));
    }

    private static Window window(Bounds bounds) {
        return Window.of(bounds.left(), bounds.right(), bounds.bottom(), bounds.top());
    }

    /// The paths, or the known best points; where none is known, the best that the runs have come to.
    Optional<Bounds> fitted(Scene scene, List<Run> runs, LossPicture.Fit fit, Bounds seen) {
        Plane plane = planes.plane(scene);
        List<Trail> trails = paths.trails(scene, runs, plane, Later.AT_ONCE);
        if (trails.isEmpty()) {
            return Optional.empty();
        }
        return switch (fit) {
            case PATHS -> Optional.of(MapBounds.ofPaths(trails));
            case MINIMA -> {
                List<Landmark> known = best(scene.experiment().problem(), plane).stream()
                        .filter(mark -> mark.sign() == Landmark.Sign.BEST || mark.sign() == Landmark.Sign.LOCAL)
                        .toList();
                yield Optional.of(MapBounds.ofMarks(
                        known.isEmpty() ? List.of(BestSeen.of(scene, runs, trails)) : known, trails, seen));
            }
        };
    }

    private SampledSurface surface(Scene scene, Plane plane, Later later) {
        Objective objective = scene.experiment().problem().objective();
        ColourMap colours =
                ColourMap.valueOf(scene.view().loss().surface().colours().name());
        Key wanted = new Key(objective, plane, colours, later);
        SampledSurface surface = kept;
        if (surface == null || !wanted.equals(key)) {
            if (surface != null) {
                surface.cancel();
            }
            surface = new SampledSurface(objective, plane, colours, later);
            kept = surface;
            key = wanted;
        }
        return surface;
    }

    private static Landmark landmark(Plane.Projection at, String label) {
        return new Landmark(at.x(), at.y(), label);
    }

    private static boolean isFinite(Landmark landmark) {
        return Double.isFinite(landmark.x()) && Double.isFinite(landmark.y());
    }

    private static List<Landmark> best(Problem problem, Plane plane) {
        List<Landmark> known = KnownMarks.ofMap(problem, plane);
        if (!known.isEmpty()) {
            return known;
        }
        return problem.objective()
                .optimumAtHand()
                .map(optimum -> {
                    Plane.Projection at = plane.project(optimum.point());
                    String name = bestName(problem, plane, at);
                    boolean beside = PlaneWords.isBeside(at, optimum.point());
                    return List.of(
                            landmark(at, beside ? name + ", beside by " + Numbers.brief(at.distance(), 2) : name));
                })
                .orElse(List.of());
    }

    private static String bestName(Problem problem, Plane plane, Plane.Projection at) {
        String word = problem.notation().best();
        return problem instanceof Problem.Formula && plane.isOfParameters()
                ? word + " (" + Numbers.brief(at.x(), 3) + ", " + Numbers.brief(at.y(), 3) + ")"
                : word;
    }

    /// The direction of descent (of ascent when maximising) at a point, as seen in the plane.
    private static Arrow arrow(Objective objective, Plane plane, double[] here) {
        double[] gradient = new double[here.length];
        objective.shortestGradient(here, gradient);
        double[] slopes = plane.slopes(gradient);
        double sign = objective.goal() == Goal.MINIMISE ? -1 : 1;
        Plane.Projection at = plane.project(here);
        return new Arrow(at.x(), at.y(), sign * slopes[0], sign * slopes[1], sign < 0 ? "−∇J" : "∇J");
    }

    /// With what the chosen run does from there, where its basins are shown.
    private ReadOut withBasin(Scene scene, ReadOut words, Point2D place) {
        if (!showsBasins(scene)) {
            return words;
        }
        List<String> lines = new ArrayList<>(words.lines());
        lines.addAll(overlays.basins().words(place));
        return new ReadOut(words.title(), lines, words.at());
    }

    /// What the basin map shows, in a sentence; empty where there is none. Any thread.
    String basinSummary(Scene scene) {
        return showsBasins(scene) ? overlays.basins().summary(scene) : "";
    }

    /// The basin map of a scene, for a file: of the part that is shown, before scales are made equal.
    Optional<MapTask> basins(Scene scene, List<Run> runs) {
        figure(scene, runs, LossPicture.Pointer.NONE, Later.AT_ONCE, Map.of());
        return lastBounds().flatMap(bounds -> overlays.basins().task(window(bounds)));
    }

    private static boolean showsBasins(Scene scene) {
        SurfaceLook look = scene.view().loss().surface();
        return look.shows(SurfaceLook.Overlay.BASINS) && !look.solid();
    }

    /// Where the run starts that a place of the basin map stands for, in the plane. Any thread.
    Optional<Point2D> basinStart(Scene scene, Point2D place) {
        return showsBasins(scene) ? overlays.basins().start(place) : Optional.empty();
    }
}
