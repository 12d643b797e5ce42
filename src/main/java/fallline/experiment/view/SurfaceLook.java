package fallline.experiment.view;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// How the loss surface of two parameters is looked at: from above or as a solid, from where, in which colours, with
/// what drawn on it.
///
/// @param solid whether it is drawn as a solid instead of a map
/// @param camera where the solid is seen from
/// @param height what its height means
/// @param colours the colour map of both
/// @param overlays what is drawn on it besides the paths
public record SurfaceLook(boolean solid, Camera camera, Height height, Colours colours, Set<Overlay> overlays) {
    /// What the height of the solid is proportional to.
    public enum Height {
        LINEAR,
        LOG,
        /// The share of the surface that lies lower.
        RANK
    }

    /// A colour map.
    public enum Colours {
        VIRIDIS,
        CIVIDIS,
        MAGMA
    }

    /// What can be drawn on the surface.
    public enum Overlay {
        GRADIENT_FIELD,
        QUADRATIC_MODEL,
        CRITICAL_POINTS,
        SLOPE_DIAL,
        /// Where runs come to from every start.
        BASINS
    }

    /// Where a solid is seen from, by parallel light rays.
    ///
    /// @param azimuth degrees by which it is turned about the upright axis
    /// @param elevation degrees above the horizon, 90 from straight above
    /// @param zoom 1 fits the view
    /// @param panX right, in widths of the view
    /// @param panY down, in heights of the view
    public record Camera(double azimuth, double elevation, double zoom, double panX, double panY) {
        public static final Camera CORNER = new Camera(-35, 32, 1, 0, 0);
        public static final Camera SIDE = new Camera(0, 10, 1, 0, 0);
        public static final Camera TOP = new Camera(0, 90, 1, 0, 0);
        private static final double LOWEST = 4;
        private static final double LEAST_ZOOM = 0.3;
        private static final double MOST_ZOOM = 12;
        private static final double FARTHEST = 6;

        /// @throws IllegalArgumentException unless the elevation is 4 … 90, the zoom 0.3 … 12, the pan within ±6, and
        ///     the azimuth finite
        public Camera {
            if (!(Math.abs(azimuth) <= 3600
                    && elevation >= LOWEST
                    && elevation <= 90
                    && zoom >= LEAST_ZOOM
                    && zoom <= MOST_ZOOM
                    && Math.abs(panX) <= FARTHEST
                    && Math.abs(panY) <= FARTHEST)) {
                throw new IllegalArgumentException("a camera needs an azimuth within ±3600, an elevation of 4 … 90, a "
                        + "zoom of 0.3 … 12 and a pan within ±6, got " + azimuth + ", " + elevation + ", " + zoom
                        + ", " + panX + ", " + panY);
            }
        }

        /// Turned and tilted by so many degrees, as far as that goes.
        public Camera turned(double right, double up) {
            double turn = (azimuth + right) % 360;
            return new Camera(turn, Math.clamp(elevation + up, LOWEST, 90.0), zoom, panX, panY);
        }

        /// Brought nearer by `factor`; what lies at (x, y) of the view, measured from its middle in widths and heights,
        /// stays there.
        public Camera nearer(double factor, double x, double y) {
            double next = Math.clamp(zoom * factor, LEAST_ZOOM, MOST_ZOOM);
            double ratio = next / zoom;
            return moved(next, x + (panX - x) * ratio, y + (panY - y) * ratio);
        }

        /// Moved with the pointer, by so many widths and heights of the view.
        public Camera panned(double right, double down) {
            return moved(zoom, panX + right, panY + down);
        }

        private Camera moved(double next, double x, double y) {
            return new Camera(
                    azimuth, elevation, next, Math.clamp(x, -FARTHEST, FARTHEST), Math.clamp(y, -FARTHEST, FARTHEST));
        }

        /// The camera on the way from this one to `other`, `share` 0 … 1, the short way round.
        public Camera towards(Camera other, double share) {
            double turn = StrictMath.IEEEremainder(other.azimuth - azimuth, 360);
            return new Camera(
                    (azimuth + share * turn) % 360,
                    elevation + share * (other.elevation - elevation),
                    zoom + share * (other.zoom - zoom),
                    panX + share * (other.panX - panX),
                    panY + share * (other.panY - panY));
        }
    }

    /// What a new experiment looks like: the map, in viridis.
    public static final SurfaceLook INITIAL =
            new SurfaceLook(false, Camera.CORNER, Height.LOG, Colours.VIRIDIS, Set.of());

    public SurfaceLook {
        EnumSet<Overlay> sorted = EnumSet.noneOf(Overlay.class);
        sorted.addAll(overlays);
        overlays = Collections.unmodifiableSet(sorted);
    }

    public SurfaceLook withSolid(boolean other) {
        return new SurfaceLook(other, camera, height, colours, overlays);
    }

    public SurfaceLook withCamera(Camera other) {
        return new SurfaceLook(solid, other, height, colours, overlays);
    }

    public SurfaceLook withHeight(Height other) {
        return new SurfaceLook(solid, camera, other, colours, overlays);
    }

    public SurfaceLook withColours(Colours other) {
        return new SurfaceLook(solid, camera, height, other, overlays);
    }

    /// With `overlay` drawn if it was not, and the other way round.
    public SurfaceLook withToggled(Overlay overlay) {
        EnumSet<Overlay> drawn = EnumSet.noneOf(Overlay.class);
        drawn.addAll(overlays);
        if (!drawn.remove(overlay)) {
            drawn.add(overlay);
        }
        return new SurfaceLook(solid, camera, height, colours, drawn);
    }

    public boolean shows(Overlay overlay) {
        return overlays.contains(overlay);
    }
}
