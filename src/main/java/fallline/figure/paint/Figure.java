package fallline.figure.paint;

import java.awt.Graphics2D;

/// A picture of plain data. It is immutable, and paints the same picture wherever and how often it is asked; arrays
/// given to a figure are shared with it and do not change any more.
@FunctionalInterface
public interface Figure {
    /// Paints into the rectangle from (0, 0) to `size` in logical pixels, ground included; the caller sets the scale
    /// and the place by the transform of `g`, and finds `g` as it was. Thread-safe for one `g` a thread.
    void paint(Graphics2D g, Size size, Theme theme);
}
