package fallline.analysis;

import fallline.objective.Objective;
import java.util.Optional;

/// The start on its way through a plane.
///
/// @param from where it was when the drag began
/// @param plane what it moves in; none for the only parameter
public record StartDrag(double[] from, Optional<Plane> plane) {
    /// So near to the edge that nobody sees the rest, and far enough from it for slopes that a computer can hold.
    private static final int HALVINGS = 10;

    /// The start when the pointer is at (x, y) of the plane: as far beside the plane as it was.
    public double[] at(double x, double y) {
        return plane.map(in -> {
                    Plane.Projection before = in.project(from);
                    return in.moved(from, x - before.x(), y - before.y());
                })
                .orElseGet(() -> new double[] {x});
    }

    /// Where the start comes to on its way from `now` to `wanted`: there, unless J has no value there; then it stops at
    /// the edge of the hole. A start that is in a hole already goes anywhere.
    ///
    /// @param objective used by this thread alone
    public static double[] stopped(Objective objective, double[] now, double[] wanted) {
        if (Double.isFinite(objective.value(wanted)) || !Double.isFinite(objective.value(now))) {
            return wanted;
        }
        double good = 0;
        double bad = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (good + bad) / 2;
            if (Double.isFinite(objective.value(between(now, wanted, middle)))) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return between(now, wanted, good);
    }

    private static double[] between(double[] now, double[] wanted, double share) {
        double[] point = new double[now.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = now[i] + share * (wanted[i] - now[i]);
        }
        return point;
    }
}
