package fallline.figure.path;

/// An ellipse in the plane of the data.
///
/// @param x its middle across
/// @param y its middle upwards
/// @param major half of its longer axis
/// @param minor half of its shorter axis, from 0
/// @param angle of the longer axis, from the x axis, in radians
public record Ellipse(double x, double y, double major, double minor, double angle) {
    /// Points around it, x and y in turn; the last is not the first again.
    public double[] outline(int count) {
        double[] points = new double[2 * count];
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int i = 0; i < count; i++) {
            double turn = 2 * Math.PI * i / count;
            double along = major * Math.cos(turn);
            double beside = minor * Math.sin(turn);
            points[2 * i] = x + along * cos - beside * sin;
            points[2 * i + 1] = y + along * sin + beside * cos;
        }
        return points;
    }
}
