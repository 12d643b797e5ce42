package fallline.objective;

/// The best point of an objective and its value there.
///
/// @param point n parameters
/// @param value J at the point
/// @param source how it is known: `least squares`, `Newton's method to 10⁻¹²`, `quadratic`, `catalogue`
public record Optimum(double[] point, double value, String source) {}
