package fallline.figure.solid;

import fallline.figure.paint.Box;
import fallline.figure.plot.Window;
import java.awt.geom.Point2D;

/// The way from the data to the picture of a solid, by parallel rays, and what part of a way back there is.
///
/// The box of the surface measures `halfX` × `halfY` to each side of its middle and stands from `FLOOR` (where the map
/// lies) over 0 (the lowest height) to `TOP` (height 1). It is turned about the upright axis by the azimuth and tilted
/// by the elevation; lengths are then multiplied by one scale, which depends on the elevation but not on the azimuth,
/// so that the picture does not breathe while it turns.
public final class Projection {
    public static final double TOP = 0.78;
    public static final double FLOOR = -0.3;

    private final Window window;
    private final double halfX;
    private final double halfY;
    private final double cosA;
    private final double sinA;
    private final double cosE;
    private final double sinE;
    private final double scale;
    private final double centreX;
    private final double centreY;

    /// @param equal whether a unit is equally long along x and y
    public Projection(Window window, boolean equal, Viewpoint viewpoint, Box plot) {
        this.window = window;
        double longest = Math.max(window.x().length(), window.y().length());
        halfX = equal ? Math.max(0.05, window.x().length() / longest) : 1;
        halfY = equal ? Math.max(0.05, window.y().length() / longest) : 1;
        double a = StrictMath.toRadians(viewpoint.azimuth());
        double e = StrictMath.toRadians(viewpoint.elevation());
        cosA = StrictMath.cos(a);
        sinA = StrictMath.sin(a);
        cosE = StrictMath.cos(e);
        sinE = StrictMath.sin(e);
        double radius = Math.hypot(halfX, halfY);
        double flat = Math.max(halfX, halfY);
        // straight from above a square need not have room for its corners
        double tilt = Math.clamp((viewpoint.elevation() - 60) / 30, 0.0, 1.0);
        double across = radius + (Math.max(flat, halfX * Math.abs(cosA) + halfY * Math.abs(sinA)) - radius) * tilt;
        double upwards = radius + (Math.max(flat, halfY * Math.abs(cosA) + halfX * Math.abs(sinA)) - radius) * tilt;
        double height = 2 * upwards * sinE + (TOP - FLOOR) * cosE;
        scale = viewpoint.zoom() * Math.min(plot.width() / (2 * across), plot.height() / height);
        centreX = plot.centreX() + viewpoint.panX() * plot.width();
        centreY = plot.centreY() + viewpoint.panY() * plot.height() + (TOP + FLOOR) / 2 * cosE * scale;
    }

    /// Data x to the box's own unit.
    public double boxX(double x) {
        return (2 * (x - window.x().lo()) / window.x().length() - 1) * halfX;
    }

    /// Data y to the box's own unit.
    public double boxY(double y) {
        return (2 * (y - window.y().lo()) / window.y().length() - 1) * halfY;
    }

    double dataX(double boxX) {
        return window.x().lo() + (boxX / halfX + 1) / 2 * window.x().length();
    }

    double dataY(double boxY) {
        return window.y().lo() + (boxY / halfY + 1) / 2 * window.y().length();
    }

    double halfX() {
        return halfX;
    }

    double halfY() {
        return halfY;
    }

    double cosA() {
        return cosA;
    }

    double sinA() {
        return sinA;
    }

    public double cosE() {
        return cosE;
    }

    double sinE() {
        return sinE;
    }

    /// Pixels for one unit of the box.
    public double scale() {
        return scale;
    }

    public double px(double x, double y) {
        return centreX + scale * (x * cosA - y * sinA);
    }

    public double py(double x, double y, double z) {
        return centreY - scale * ((x * sinA + y * cosA) * sinE + z * cosE);
    }

    /// How far behind the middle of the box a point lies, in units of the box.
    public double depth(double x, double y, double z) {
        return (x * sinA + y * cosA) * cosE - z * sinE;
    }

    public Point2D point(double x, double y, double z) {
        return new Point2D.Double(px(x, y), py(x, y, z));
    }

    /// The place of the box at the height z that is seen at a pixel.
    Point2D at(double px, double py, double z) {
        double across = (px - centreX) / scale;
        double away = ((centreY - py) / scale - z * cosE) / sinE;
        return new Point2D.Double(across * cosA + away * sinA, away * cosA - across * sinA);
    }
}
