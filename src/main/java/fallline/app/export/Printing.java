package fallline.app.export;

import fallline.experiment.Experiment;
import fallline.expr.print.PythonDialect;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.workbench.Scene;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/// Turns figures and traces into files and pixels. Callable from any thread; what cannot be done is a
/// `RuntimeException` whose message is a sentence for the user.
public interface Printing {
    /// Writes the figure at `scale` pixels a logical pixel.
    void png(Figure figure, Size size, Theme theme, double scale, Path target);

    /// Writes the figure as vectors.
    ///
    /// @param title for those who cannot see the picture
    void svg(Figure figure, Size size, Theme theme, String title, Path target);

    /// Writes the figure as a page of vectors, whose words are words.
    ///
    /// @param title as for SVG
    void pdf(Figure figure, Size size, Theme theme, String title, Path target);

    /// The figure as pixels.
    BufferedImage pixels(Figure figure, Size size, Theme theme, double scale);

    /// Writes every step of every run as CSV.
    void traces(Scene scene, Path target);

    /// Writes the experiment as a Python script.
    void python(Experiment experiment, PythonDialect dialect, Path target);
}
