package fallline.file.user;

/// Where a window stood on the screen, in logical pixels.
///
/// @param maximised whether it filled the screen; the rest is then where it stood before
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {
    /// @throws IllegalArgumentException unless all four are finite and the size is at least 1
    public WindowPlace {
        if (!(Double.isFinite(x) && Double.isFinite(y) && width >= 1 && width < 1e6 && height >= 1 && height < 1e6)) {
            throw new IllegalArgumentException("a window has a finite place and a size");
        }
    }
}
