package fallline.export;

import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.text.Printable;

/// A figure that is ready to be printed.
///
/// @param size in logical pixels
/// @param title for those who cannot see the picture, and for search
/// @param outlines whether the words of an SVG are outlines, which look the same everywhere, or text, which can be
/// edited
public record Page(Figure figure, Size size, Theme theme, String title, boolean outlines) {
    public Page {
        title = Printable.of(title);
    }

    /// A page whose words are outlines.
    public Page(Figure figure, Size size, Theme theme, String title) {
        this(figure, size, theme, title, true);
    }
}
