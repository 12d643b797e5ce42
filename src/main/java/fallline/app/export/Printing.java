package fallline.app.export;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.export.Page;
import fallline.export.PictureFormat;
import fallline.export.film.Film;
import fallline.export.film.FilmFormat;
import fallline.export.film.FilmProgress;
import fallline.export.python.CodeTarget;
import fallline.workbench.Scene;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/// Turns figures and traces into files and pixels. Callable from any thread; what cannot be done is a
/// `RuntimeException` whose message is a sentence for the user.
public interface Printing {
    /// Writes the page in a form.
    ///
    /// @param scale pixels a logical pixel; for vectors without meaning
    void write(PictureFormat format, Page page, double scale, Path target);

    /// Writes a film of a scene whose runs are computed; an interrupt of the calling thread ends it.
    ///
    /// @param progress is told of every frame, on the calling thread
    void film(Film film, FilmFormat format, Scene scene, Path target, FilmProgress progress);

    /// The page as pixels.
    BufferedImage pixels(Page page, double scale);

    /// Writes every step of every run: as JSON if the target's name ends so, else as CSV.
    void traces(Scene scene, Path target);

    /// Writes the experiment as code.
    ///
    /// @param run whose loop is written where the code has room for one
    void code(Experiment experiment, Run run, CodeTarget code, Path target);
}
