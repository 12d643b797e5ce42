package fallline.figure.plot;

/// Tells how far a line may run straight on: whether one segment from an anchor to a new point passes all points that
/// were reached in between, within a tolerance that the eye cannot see.
///
/// Each reached point leaves a sleeve of directions that pass it; a new point is reached if it lies in the sleeve and
/// farther from the anchor than those before it (sleeve fitting, Zhao & Saalfeld 1997, one pass and no memory).
final class Straight {
    /// How far a point that is passed may lie from the segment, in pixels.
    static final double TOLERANCE = 0.1;

    private double anchorX;
    private double anchorY;
    private double left;
    private double right;
    private double along;
    private double across;
    private double farthest;
    private boolean fresh;

    /// Begins a segment at a new anchor.
    void from(double x, double y) {
        anchorX = x;
        anchorY = y;
        farthest = 0;
        fresh = true;
    }

    /// Whether the segment may end at (x, y); if so, this point is one that later ends must pass.
    boolean reaches(double x, double y) {
        double dx = x - anchorX;
        double dy = y - anchorY;
        double distance = Math.sqrt(dx * dx + dy * dy);
        if (!(distance > farthest) || distance > 1e6) {
            return false;
        }
        if (fresh) {
            along = dx / distance;
            across = dy / distance;
            left = Double.NEGATIVE_INFINITY;
            right = Double.POSITIVE_INFINITY;
            fresh = false;
        }
        double forward = dx * along + dy * across;
        double sideways = dy * along - dx * across;
        if (forward <= 0 || sideways < left * forward || sideways > right * forward) {
            return false;
        }
        left = Math.max(left, (sideways - TOLERANCE) / forward);
        right = Math.min(right, (sideways + TOLERANCE) / forward);
        farthest = distance;
        return true;
    }
}
