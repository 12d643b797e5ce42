package fallline.figure.paint;

/// The width and height of a picture in logical pixels.
///
/// @param width positive
/// @param height positive
public record Size(double width, double height) {
    /// @throws IllegalArgumentException unless both are positive and finite
    public Size {
        if (!(width > 0 && height > 0 && width < 1e5 && height < 1e5)) {
            throw new IllegalArgumentException(
                    "a picture must be 1 to 100\u202f000 pixels wide and high, got " + width + " × " + height);
        }
    }

    /// The whole picture as a rectangle.
    public Box box() {
        return new Box(0, 0, width, height);
    }
}
