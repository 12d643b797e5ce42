package fallline.analysis;

import java.util.Optional;

/// The start on its way through a plane.
///
/// @param from where it was when the drag began
/// @param plane what it moves in; none for the only parameter
public record StartDrag(double[] from, Optional<Plane> plane) {
    /// The start when the pointer is at (x, y) of the plane: as far beside the plane as it was.
    public double[] at(double x, double y) {
        return plane.map(in -> {
                    Plane.Projection before = in.project(from);
                    return in.moved(from, x - before.x(), y - before.y());
                })
                .orElseGet(() -> new double[] {x});
    }
}
