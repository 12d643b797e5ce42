package fallline.figure.surface;

import fallline.figure.plot.Window;

/// A surface that can be had as a map of whatever window is seen.
///
/// A figure with equal scales shows more than was asked for, and how much depends on its size: so the surface is
/// sampled when the size is known.
public interface Surface {
    /// The map of at least this window. Thread-safe.
    SurfaceMap over(Window seen);
}
