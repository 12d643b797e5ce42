package fallline.figure.surface;

/// One connected piece of a level line in the units of the data.
///
/// @param level J along the line
/// @param x one number a vertex
/// @param y one number a vertex
/// @param closed whether the last vertex joins the first
public record ContourLine(double level, double[] x, double[] y, boolean closed) {}
