package fallline.export;

import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.text.Printable;

/// A figure that is ready to be printed.
///
/// @param size in logical pixels
/// @param title for those who cannot see the picture, and for search
public record Page(Figure figure, Size size, Theme theme, String title) {
    public Page {
        title = Printable.of(title);
    }
}
