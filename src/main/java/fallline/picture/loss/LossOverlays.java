package fallline.picture.loss;

import fallline.analysis.CriticalPoint;
import fallline.analysis.CriticalPoints;
import fallline.analysis.Plane;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.SurfaceLook;
import fallline.experiment.view.SurfaceLook.Overlay;
import fallline.figure.label.CriticalMark;
import fallline.figure.label.Sketch;
import fallline.figure.surface.GradientField;
import fallline.figure.surface.MapOverlays;
import fallline.figure.surface.QuadraticModel;
import fallline.figure.surface.SlopeDial;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.workbench.Scene;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Computes what is laid over the loss view, and keeps the critical points of the surface that is shown. One thread
/// uses it at a time.
final class LossOverlays {
    private @Nullable Objective sought;
    private @Nullable Bounds where;
    private List<CriticalPoint> found = List.of();

    /// @param here all parameters of the chosen run at the playhead
    /// @param sketch what is drawn for a class
    MapOverlays of(Scene scene, Plane plane, double[] here, LossPicture.Pointer pointer, Sketch sketch) {
        SurfaceLook look = scene.view().loss().surface();
        Objective objective = scene.experiment().problem().objective().twin();
        return new MapOverlays(
                look.shows(Overlay.GRADIENT_FIELD) ? Optional.of(field(objective, plane)) : Optional.empty(),
                look.shows(Overlay.QUADRATIC_MODEL) ? Optional.of(model(objective, here, plane)) : Optional.empty(),
                critical(scene, plane, pointer),
                look.shows(Overlay.SLOPE_DIAL)
                        ? Optional.of(dial(objective, here, plane, pointer.place()))
                        : Optional.empty(),
                true,
                sketch);
    }

    /// The marks of the points where the gradient vanishes, if they are wanted and there are two parameters.
    List<CriticalMark> critical(Scene scene, Plane plane, LossPicture.Pointer pointer) {
        if (!scene.view().loss().surface().shows(Overlay.CRITICAL_POINTS)) {
            return List.of();
        }
        Objective objective = scene.experiment().problem().objective();
        if (objective.dimension() != 2) {
            return List.of();
        }
        Bounds bounds = LossPicture.searched(scene);
        if (objective != sought || !bounds.equals(where)) {
            found = CriticalPoints.of(objective.twin(), bounds);
            sought = objective;
            where = bounds;
        }
        return found.stream().map(point -> mark(point, plane, pointer)).toList();
    }

    private static CriticalMark mark(CriticalPoint point, Plane plane, LossPicture.Pointer pointer) {
        boolean lit = pointer.critical()
                .filter(at -> at.getX() == point.x() && at.getY() == point.y())
                .isPresent();
        Plane.Projection at = plane.project(new double[] {point.x(), point.y()});
        return new CriticalMark(
                at.x(), at.y(), CriticalMark.Kind.valueOf(point.kind().name()), lit);
    }

    private static GradientField field(Objective objective, Plane plane) {
        return new GradientField(
                (x, y) -> {
                    synchronized (objective) {
                        return slopes(objective, plane, plane.point(x, y));
                    }
                },
                objective.goal() == Goal.MINIMISE);
    }

    private static double[] slopes(Objective objective, Plane plane, double[] theta) {
        double[] gradient = new double[theta.length];
        objective.gradient(theta, gradient);
        return plane.slopes(gradient);
    }

    private static QuadraticModel model(Objective objective, double[] here, Plane plane) {
        double[] across = curvatures(objective, here, plane, plane.across());
        double[] up = curvatures(objective, here, plane, plane.upwards());
        Plane.Projection at = plane.project(here);
        return new QuadraticModel(at.x(), at.y(), across[0], across[1], up[1]);
    }

    /// The second derivatives of J(x, y) in the plane, once along `direction`.
    private static double[] curvatures(Objective objective, double[] here, Plane plane, double[] direction) {
        double[] product = new double[here.length];
        objective.hessianTimes(here, direction, product);
        return plane.slopes(product);
    }

    private static SlopeDial dial(Objective objective, double[] here, Plane plane, Optional<Point2D> pointed) {
        Plane.Projection at = plane.project(here);
        double x = pointed.map(Point2D::getX).orElse(at.x());
        double y = pointed.map(Point2D::getY).orElse(at.y());
        double[] slopes = slopes(objective, plane, pointed.isPresent() ? plane.point(x, y) : here);
        return new SlopeDial(x, y, slopes[0], slopes[1]);
    }
}
