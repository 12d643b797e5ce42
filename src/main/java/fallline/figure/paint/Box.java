package fallline.figure.paint;

import java.awt.geom.Rectangle2D;

/// A rectangle in logical pixels; y grows downwards.
///
/// @param x the left edge
/// @param y the upper edge
/// @param width not negative
/// @param height not negative
public record Box(double x, double y, double width, double height) {
    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centreX() {
        return x + width / 2;
    }

    public double centreY() {
        return y + height / 2;
    }

    /// Whether the point lies inside or on the edge.
    public boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    /// Whether `other` lies wholly inside.
    public boolean contains(Box other) {
        return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }

    /// Whether the two share an area.
    public boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /// The same rectangle with every side moved outwards by `margin`.
    public Box grown(double margin) {
        return new Box(x - margin, y - margin, Math.max(0, width + 2 * margin), Math.max(0, height + 2 * margin));
    }

    /// What remains when these margins are taken off.
    public Box inset(double top, double right, double bottom, double left) {
        return new Box(x + left, y + top, Math.max(0, width - left - right), Math.max(0, height - top - bottom));
    }

    public Rectangle2D shape() {
        return new Rectangle2D.Double(x, y, width, height);
    }
}
