package fallline.figure.paint;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// The shape that stands for one run at a point of its path.
public enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    TRIANGLE_DOWN,
    PENTAGON,
    PLUS,
    CROSS;

    /// The shape around (x, y), about as large as a circle of this radius.
    public Shape at(double x, double y, double radius) {
        return switch (this) {
            case CIRCLE -> new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
            case SQUARE -> new Rectangle2D.Double(x - 0.9 * radius, y - 0.9 * radius, 1.8 * radius, 1.8 * radius);
            case TRIANGLE -> polygon(x, y + 0.15 * radius, 1.3 * radius, 3, -90);
            case DIAMOND -> polygon(x, y, 1.25 * radius, 4, -90);
            case TRIANGLE_DOWN -> polygon(x, y - 0.15 * radius, 1.3 * radius, 3, 90);
            case PENTAGON -> polygon(x, y + 0.05 * radius, 1.15 * radius, 5, -90);
            case PLUS -> cross(x, y, 1.15 * radius, 0);
            case CROSS -> cross(x, y, 1.2 * radius, 45);
        };
    }

    public static Path2D polygon(double x, double y, double radius, int corners, double firstDegrees) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = StrictMath.toRadians(firstDegrees + 360.0 * i / corners);
            point(path, i == 0, x + radius * StrictMath.cos(angle), y + radius * StrictMath.sin(angle));
        }
        path.closePath();
        return path;
    }

    /// A five-pointed star: the sign of a minimum, which no run may use.
    public static Path2D star(double x, double y, double radius) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double angle = StrictMath.toRadians(-90 + 36 * i);
            double r = i % 2 == 0 ? radius : 0.42 * radius;
            point(path, i == 0, x + r * StrictMath.cos(angle), y + r * StrictMath.sin(angle));
        }
        path.closePath();
        return path;
    }

    private static Path2D cross(double x, double y, double radius, double degrees) {
        double arm = 0.36 * radius;
        double[][] corners = {
            {-arm, -radius}, {arm, -radius}, {arm, -arm}, {radius, -arm}, {radius, arm}, {arm, arm},
            {arm, radius}, {-arm, radius}, {-arm, arm}, {-radius, arm}, {-radius, -arm}, {-arm, -arm}
        };
        double cos = StrictMath.cos(StrictMath.toRadians(degrees));
        double sin = StrictMath.sin(StrictMath.toRadians(degrees));
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners.length; i++) {
            double dx = corners[i][0];
            double dy = corners[i][1];
            point(path, i == 0, x + dx * cos - dy * sin, y + dx * sin + dy * cos);
        }
        path.closePath();
        return path;
    }

    private static void point(Path2D path, boolean first, double x, double y) {
        if (first) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }
}
