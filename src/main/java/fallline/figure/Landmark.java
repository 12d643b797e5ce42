package fallline.figure;

/// A named point of the data.
///
/// @param label `minimum (1, 1)`, `least squares`, `drag the start`; may be empty
public record Landmark(double x, double y, String label) {}
