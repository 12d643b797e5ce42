package fallline.figure.page;

import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import java.awt.Graphics2D;

/// A figure with everything in it larger or smaller, words and lines too, in the same room.
///
/// @param scale how many pixels of the room one of the figure takes, positive
public record ScaledFigure(Figure figure, double scale) implements Figure {
    public ScaledFigure {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("a scale is positive, got " + scale);
        }
    }

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Graphics2D copy = (Graphics2D) g.create();
        try {
            copy.scale(scale, scale);
            figure.paint(copy, new Size(size.width() / scale, size.height() / scale), theme);
        } finally {
            copy.dispose();
        }
    }
}
