package fallline.experiment.view;

import java.util.Optional;
import java.util.function.UnaryOperator;

/// How the loss is looked at.
///
/// @param plane what lies on the axes
/// @param equalScales whether both parameters are drawn to one scale
/// @param bounds what part of the plane is shown, if it was zoomed or panned
/// @param gradientArrow whether the arrow of −∇J (∇J when maximising) is drawn
/// @param surface how the surface of two parameters is drawn
public record LossLook(
        PlaneChoice plane, boolean equalScales, Optional<Bounds> bounds, boolean gradientArrow, SurfaceLook surface) {
    /// A rectangle in the plane of the loss view, in its coordinates; or an interval of the only parameter, the
    /// vertical range then being of J.
    public record Bounds(double left, double right, double bottom, double top) {
        public Bounds {
            if (!(left < right && bottom < top) || Double.isInfinite(right - left) || Double.isInfinite(top - bottom)) {
                throw new IllegalArgumentException("bounds must be finite and in order, got " + left + " … " + right
                        + ", " + bottom + " … " + top);
            }
        }

        /// The same part where across and upwards change places.
        @SuppressWarnings("ArgumentSelectionDefect") // that is what it is for
        public Bounds transposed() {
            return new Bounds(bottom, top, left, right);
        }
    }

    /// Another plane; the bounds are the suggested ones again.
    public LossLook withPlane(PlaneChoice other) {
        return new LossLook(other, equalScales, Optional.empty(), gradientArrow, surface);
    }

    public LossLook withEqualScales(boolean other) {
        return new LossLook(plane, other, bounds, gradientArrow, surface);
    }

    public LossLook withBounds(Optional<Bounds> other) {
        return new LossLook(plane, equalScales, other, gradientArrow, surface);
    }

    public LossLook withGradientArrow(boolean other) {
        return new LossLook(plane, equalScales, bounds, other, surface);
    }

    public LossLook withSurface(UnaryOperator<SurfaceLook> change) {
        return new LossLook(plane, equalScales, bounds, gradientArrow, change.apply(surface));
    }
}
