package fallline.figure.solid;

/// Where a solid surface is seen from, by parallel light rays.
///
/// @param azimuth degrees by which the surface is turned about the upright axis
/// @param elevation degrees above the horizon, above 0 up to 90
/// @param zoom 1 fits the picture
/// @param panX right, in widths of the plot
/// @param panY down, in heights of the plot
public record Viewpoint(double azimuth, double elevation, double zoom, double panX, double panY) {}
