package fallline.analysis;

/// A plane in the space of parameters: θ = origin + x·across + y·upwards.
///
/// The two directions need not be at right angles, nor of length 1; they are not parallel. Arrays have n numbers and
/// are not changed.
///
/// @param origin where x = y = 0
/// @param across what one unit of x adds
/// @param upwards what one unit of y adds
/// @param acrossMeaning what the horizontal axis says
/// @param upwardsMeaning what the vertical axis says
public record Plane(
        double[] origin, double[] across, double[] upwards, AxisMeaning acrossMeaning, AxisMeaning upwardsMeaning) {

    /// A point seen from the plane: the coordinates of the nearest point of the plane, and how far away that is
    /// (Euclidean, in units of the parameters).
    public record Projection(double x, double y, double distance) {}

    /// The plane of two parameters through `point`, in which coordinates are the parameters themselves.
    public static Plane ofParameters(double[] point, int horizontal, int vertical) {
        double[] origin = point.clone();
        origin[horizontal] = 0;
        origin[vertical] = 0;
        double[] across = new double[point.length];
        double[] upwards = new double[point.length];
        across[horizontal] = 1;
        upwards[vertical] = 1;
        return new Plane(
                origin, across, upwards, new AxisMeaning.Parameter(horizontal), new AxisMeaning.Parameter(vertical));
    }

    /// The number of parameters.
    public int dimension() {
        return origin.length;
    }

    /// Whether its axes are two of the parameters.
    public boolean isOfParameters() {
        return acrossMeaning instanceof AxisMeaning.Parameter;
    }

    /// Writes the parameters at (x, y) into `theta`.
    public void point(double x, double y, double[] theta) {
        for (int i = 0; i < theta.length; i++) {
            theta[i] = origin[i] + x * across[i] + y * upwards[i];
        }
    }

    /// The parameters at (x, y).
    public double[] point(double x, double y) {
        double[] theta = new double[origin.length];
        point(x, y, theta);
        return theta;
    }

    /// The nearest point of the plane to `theta`, by the normal equations of two unknowns.
    public Projection project(double[] theta) {
        double aa = 0;
        double au = 0;
        double uu = 0;
        double ad = 0;
        double ud = 0;
        for (int i = 0; i < origin.length; i++) {
            double d = theta[i] - origin[i];
            aa += across[i] * across[i];
            au += across[i] * upwards[i];
            uu += upwards[i] * upwards[i];
            ad += across[i] * d;
            ud += upwards[i] * d;
        }
        double determinant = aa * uu - au * au;
        double x = (uu * ad - au * ud) / determinant;
        double y = (aa * ud - au * ad) / determinant;
        double square = 0;
        for (int i = 0; i < origin.length; i++) {
            double rest = theta[i] - origin[i] - x * across[i] - y * upwards[i];
            square += rest * rest;
        }
        return new Projection(x, y, Math.sqrt(square));
    }

    /// The slopes of J(x, y) in the plane, from ∇J at a point of it.
    ///
    /// @return ∂J/∂x, ∂J/∂y
    public double[] slopes(double[] gradient) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < gradient.length; i++) {
            x += across[i] * gradient[i];
            y += upwards[i] * gradient[i];
        }
        return new double[] {x, y};
    }

    /// `theta` moved by (dx, dy) along the plane; how far it is from the plane stays.
    public double[] moved(double[] theta, double dx, double dy) {
        double[] moved = theta.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += dx * across[i] + dy * upwards[i];
        }
        return moved;
    }
}
