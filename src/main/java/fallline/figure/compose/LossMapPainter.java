package fallline.figure.compose;

import fallline.experiment.Run;
import fallline.experiment.Scene;
import fallline.experiment.SurfaceLook;
import fallline.experiment.Trace;
import fallline.experiment.ViewState.Plane;
import fallline.figure.Arrow;
import fallline.figure.ColourMap;
import fallline.figure.HeightScale;
import fallline.figure.Landmark;
import fallline.figure.LossMapFigure;
import fallline.figure.LossSolidFigure;
import fallline.figure.Numbers;
import fallline.figure.ReadOut;
import fallline.figure.Relief;
import fallline.figure.SurfaceMap;
import fallline.figure.Viewpoint;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.Problem;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Composes the loss view of two or more parameters.
final class LossMapPainter {
    private record Key(Objective objective, Plane plane, double[] base, ColourMap colours) {
        boolean same(Key other) {
            return objective == other.objective && plane.equals(other.plane) && colours == other.colours && Arrays.equals(base, other.base);
        }
    }

    private final RunPaths paths = new RunPaths();
    private final RunMoments moments = new RunMoments();
    private @Nullable Key key;
    private @Nullable SampledSurface kept;
    private @Nullable Relief relief;
    private HeightScale.@Nullable Kind reliefKind;
    private final LossOverlays overlays = new LossOverlays();

    LossMapFigure figure(Scene scene, List<Run> runs, LossPicture.Pointer pointer) {
        Problem problem = scene.experiment().problem();
        Objective objective = problem.objective().twin();
        Plane plane = scene.view().plane();
        double[] start = scene.experiment().startPoint();
        double[] here = here(scene).orElse(start);
        int chosen = RunPaths.chosen(scene, runs);
        Optional<ReadOut> pointed = pointer.step()
                .flatMap(hit -> LossPicture.pointedReadOut(scene, runs, moments, hit))
                .or(() -> pointer.place().map(place -> at(scene, objective, here, place)));
        return new LossMapFigure(
                Names.axis(problem, plane.horizontal()),
                Names.axis(problem, plane.vertical()),
                LossPicture.window(LossPicture.bounds(scene)),
                scene.view().equalScales(),
                Optional.of(surface(scene, plane, here)),
                paths.trails(scene, runs, plane),
                chosen,
                scene.view().playhead(),
                Optional.of(new Landmark(start[plane.horizontal()], start[plane.vertical()], "drag the start"))
                        .filter(landmark -> Double.isFinite(landmark.x()) && Double.isFinite(landmark.y())),
                best(problem, plane),
                scene.view().gradientArrow() && chosen >= 0
                        ? Optional.of(arrow(objective, plane, here))
                        : Optional.empty(),
                pointed.or(() -> LossPicture.readOut(scene, moments)),
                pointer.step(),
                note(objective, plane),
                overlays.of(scene, here, pointer));
    }

    /// The same surface as a solid.
    ///
    /// @param moving whether another picture follows at once
    LossSolidFigure solid(Scene scene, List<Run> runs, LossPicture.Pointer pointer, boolean moving) {
        Problem problem = scene.experiment().problem();
        Plane plane = scene.view().plane();
        double[] start = scene.experiment().startPoint();
        double[] here = here(scene).orElse(start);
        SurfaceLook look = scene.view().surface();
        SurfaceMap map = surface(scene, plane, here).over(LossPicture.window(LossPicture.bounds(scene)));
        HeightScale.Kind kind = HeightScale.Kind.valueOf(look.height().name());
        Relief shown = relief;
        if (shown == null || shown.map() != map || reliefKind != kind) {
            shown = new Relief(map, kind);
            relief = shown;
            reliefKind = kind;
        }
        SurfaceLook.Camera camera = look.camera();
        Optional<ReadOut> pointed = pointer.step()
                .flatMap(hit -> LossPicture.pointedReadOut(scene, runs, moments, hit))
                .or(() -> pointer.place()
                        .map(place -> at(scene, problem.objective().twin(), here, place)));
        return new LossSolidFigure(
                Names.axis(problem, plane.horizontal()),
                Names.axis(problem, plane.vertical()),
                scene.view().equalScales(),
                shown,
                new Viewpoint(camera.azimuth(), camera.elevation(), camera.zoom(), camera.panX(), camera.panY()),
                moving,
                paths.trails(scene, runs, plane),
                RunPaths.chosen(scene, runs),
                scene.view().playhead(),
                Optional.of(new Landmark(start[plane.horizontal()], start[plane.vertical()], "drag the start"))
                        .filter(landmark -> Double.isFinite(landmark.x()) && Double.isFinite(landmark.y())),
                best(problem, plane),
                overlays.critical(scene, pointer),
                pointed.or(() -> LossPicture.readOut(scene, moments)),
                pointer.step());
    }

    private Optional<double[]> here(Scene scene) {
        String name = scene.chosen().name();
        return scene.trace(name)
                .filter(trace -> trace.lastFiniteStep() >= 0)
                .map((Trace trace) -> moments.theta(name, scene.record(name).orElseThrow(), scene.shownStep(trace)));
    }

    /// The surface through the point `here`, which matters only for parameters that are not in the plane.
    private SampledSurface surface(Scene scene, Plane plane, double[] here) {
        Objective objective = scene.experiment().problem().objective();
        ColourMap colours = ColourMap.valueOf(scene.view().surface().colours().name());
        double[] base = here.clone();
        base[plane.horizontal()] = 0;
        base[plane.vertical()] = 0;
        Key wanted = new Key(objective, plane, base, colours);
        SampledSurface surface = kept;
        if (surface == null || key == null || !wanted.same(key)) {
            surface = new SampledSurface(objective, base, plane, colours);
            kept = surface;
            key = wanted;
        }
        return surface;
    }

    private static List<Landmark> best(Problem problem, Plane plane) {
        List<Landmark> known = KnownMarks.ofMap(problem);
        if (!known.isEmpty()) {
            return known;
        }
        return problem.objective()
                .optimum()
                .map(optimum -> {
                    double x = optimum.point()[plane.horizontal()];
                    double y = optimum.point()[plane.vertical()];
                    return List.of(new Landmark(x, y, bestName(problem, x, y)));
                })
                .orElse(List.of());
    }

    private static String bestName(Problem problem, double x, double y) {
        return switch (problem) {
            case Problem.Formula formula ->
                String.format(
                        Locale.ROOT,
                        "%s (%s, %s)",
                        formula.goal() == Goal.MINIMISE ? "minimum" : "maximum",
                        Numbers.brief(x, 3),
                        Numbers.brief(y, 3));
            case Problem.Linear _ -> "least squares";
            case Problem.Logistic _, Problem.Softmax _, Problem.Network _ -> "best fit";
        };
    }

    /// The direction of descent (of ascent when maximising) at a point.
    private static Arrow arrow(Objective objective, Plane plane, double[] here) {
        double[] gradient = new double[here.length];
        objective.gradient(here, gradient);
        double sign = objective.goal() == Goal.MINIMISE ? -1 : 1;
        return new Arrow(
                here[plane.horizontal()],
                here[plane.vertical()],
                sign * gradient[plane.horizontal()],
                sign * gradient[plane.vertical()],
                sign < 0 ? "−∇J" : "∇J");
    }

    private static ReadOut at(Scene scene, Objective objective, double[] here, Point2D place) {
        Plane plane = scene.view().plane();
        double[] theta = here.clone();
        theta[plane.horizontal()] = place.getX();
        theta[plane.vertical()] = place.getY();
        double[] gradient = new double[theta.length];
        double loss = objective.gradient(theta, gradient);
        double norm = StrictMath.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
        return new ReadOut("here", LossPicture.words(scene, theta, loss, norm, plane), Optional.of(place));
    }

    private static String note(Objective objective, Plane plane) {
        int others = objective.dimension() - 2;
        if (others <= 0) {
            return "";
        }
        if (others > 1) {
            return others + " other parameters as at the playhead";
        }
        for (int i = 0; i < objective.dimension(); i++) {
            if (i != plane.horizontal() && i != plane.vertical()) {
                return Names.shown(objective, i) + " as at the playhead";
            }
        }
        return "";
    }
}
