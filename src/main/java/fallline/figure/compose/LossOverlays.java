package fallline.figure.compose;

import fallline.analysis.CriticalPoint;
import fallline.analysis.CriticalPoints;
import fallline.experiment.Scene;
import fallline.experiment.SurfaceLook;
import fallline.experiment.SurfaceLook.Overlay;
import fallline.experiment.ViewState.Bounds;
import fallline.experiment.ViewState.Plane;
import fallline.figure.CriticalMark;
import fallline.figure.GradientField;
import fallline.figure.MapOverlays;
import fallline.figure.QuadraticModel;
import fallline.figure.SlopeDial;
import fallline.objective.Goal;
import fallline.objective.Objective;
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
    MapOverlays of(Scene scene, double[] here, LossPicture.Pointer pointer) {
        SurfaceLook look = scene.view().surface();
        Plane plane = scene.view().plane();
        Objective objective = scene.experiment().problem().objective().twin();
        return new MapOverlays(
                look.shows(Overlay.GRADIENT_FIELD)
                        ? Optional.of(field(objective, here, plane))
                        : Optional.empty(),
                look.shows(Overlay.QUADRATIC_MODEL)
                        ? Optional.of(model(objective, here, plane))
                        : Optional.empty(),
                critical(scene, pointer),
                look.shows(Overlay.SLOPE_DIAL)
                        ? Optional.of(dial(objective, here, plane, pointer.place()))
                        : Optional.empty(),
                true);
    }

    /// The marks of the points where the gradient vanishes, if they are wanted and there are two parameters.
    List<CriticalMark> critical(Scene scene, LossPicture.Pointer pointer) {
        if (!scene.view().surface().shows(Overlay.CRITICAL_POINTS)) {
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
        Plane plane = scene.view().plane();
        return found.stream().map(point -> mark(point, plane, pointer)).toList();
    }

    private static CriticalMark mark(CriticalPoint point, Plane plane, LossPicture.Pointer pointer) {
        boolean lit = pointer.critical()
                .filter(at -> at.getX() == point.x() && at.getY() == point.y())
                .isPresent();
        boolean turned = plane.horizontal() == 1;
        return new CriticalMark(
                turned ? point.y() : point.x(),
                turned ? point.x() : point.y(),
                CriticalMark.Kind.valueOf(point.kind().name()),
                lit);
    }

    private static GradientField field(Objective objective, double[] here, Plane plane) {
        return new GradientField(
                (x, y) -> {
                    synchronized (objective) {
                        return gradient(objective, here, plane, x, y);
                    }
                },
                objective.goal() == Goal.MINIMISE);
    }

    private static double[] gradient(Objective objective, double[] here, Plane plane, double x, double y) {
        double[] theta = here.clone();
        theta[plane.horizontal()] = x;
        theta[plane.vertical()] = y;
        double[] gradient = new double[theta.length];
        objective.gradient(theta, gradient);
        return new double[] {gradient[plane.horizontal()], gradient[plane.vertical()]};
    }

    private static QuadraticModel model(Objective objective, double[] here, Plane plane) {
        double[] across = product(objective, here, plane.horizontal());
        double[] up = product(objective, here, plane.vertical());
        return new QuadraticModel(
                here[plane.horizontal()],
                here[plane.vertical()],
                across[plane.horizontal()],
                across[plane.vertical()],
                up[plane.vertical()]);
    }

    private static double[] product(Objective objective, double[] here, int parameter) {
        double[] direction = new double[here.length];
        direction[parameter] = 1;
        double[] product = new double[here.length];
        objective.hessianTimes(here, direction, product);
        return product;
    }

    private static SlopeDial dial(Objective objective, double[] here, Plane plane, Optional<Point2D> pointed) {
        double x = pointed.map(Point2D::getX).orElse(here[plane.horizontal()]);
        double y = pointed.map(Point2D::getY).orElse(here[plane.vertical()]);
        double[] gradient = gradient(objective, here, plane, x, y);
        return new SlopeDial(x, y, gradient[0], gradient[1]);
    }
}
