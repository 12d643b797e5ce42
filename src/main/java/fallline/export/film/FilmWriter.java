package fallline.export.film;

import fallline.experiment.run.TaskResolver;
import fallline.export.ExportException;
import fallline.figure.paint.Typesetter;
import fallline.io.AtomicFile;
import fallline.number.Numbers;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.picture.page.Pictures;
import fallline.picture.page.Views;
import fallline.workbench.Scene;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Makes films of scenes. Frames are painted on several threads, encoded in order on the calling one, and never more
/// than a few are in memory; the file has the same bits whatever the number of threads. Thread-safe.
///
///     FilmWriter films = new FilmWriter(Views.ALL, catalogue);
///     FilmFormat format = FilmFormats.of(file).orElseThrow();
///     Film film = Film.usual(Views.DASHBOARD, scene.experiment().steps(), Theme.LIGHT);
///     films.objection(film, format, scene).ifPresent(sentence -> …);        // what is wrong with it, for the user
///     films.write(film, format, scene, file, progress, cancelled);
///
/// The runs of the scene must be computed. It takes its time: call it where files are written, not on the window's
/// thread. An interrupt of the calling thread counts as `cancelled`.
public final class FilmWriter {
    private final Views views;
    private final OptimizerCatalogue catalogue;
    private final int threads;

    /// On all processors.
    public FilmWriter(Views views, OptimizerCatalogue catalogue) {
        this(views, catalogue, Runtime.getRuntime().availableProcessors());
    }

    /// @param threads how many paint, one or more
    public FilmWriter(Views views, OptimizerCatalogue catalogue, int threads) {
        this.views = views;
        this.catalogue = catalogue;
        this.threads = threads;
    }

    /// Why this film cannot be made of this scene, in one sentence with the remedy; empty if it can.
    public Optional<String> objection(Film film, FilmFormat format, Scene scene) {
        return storyboard(film, scene).objection().or(() -> tooLarge(film, format));
    }

    private static Optional<String> tooLarge(Film film, FilmFormat format) {
        return Math.max(film.width(), film.height()) <= format.mostSide()
                ? Optional.empty()
                : Optional.of(Numbers.whole(film.width()) + " × " + Numbers.whole(film.height())
                        + " pixels are too many for "
                        + format.word() + ": choose a size or scale with at most " + Numbers.whole(format.mostSide())
                        + " each way.");
    }

    /// How many frames the film has.
    public int frames(Film film, Scene scene) {
        return storyboard(film, scene).count();
    }

    /// Writes the film to `target`, whole or not at all.
    ///
    /// @param progress is told of every frame, on the calling thread
    /// @param cancelled whether the film is not wanted any more; asked on any thread
    /// @return what became of it
    /// @throws ExportException with a sentence for the user, if that cannot be done
    /// @throws java.util.concurrent.CancellationException if it was cancelled: nothing is left then
    public FilmReport write(
            Film film, FilmFormat format, Scene scene, Path target, FilmProgress progress, BooleanSupplier cancelled) {
        Storyboard story = storyboard(film, scene);
        story.objection().or(() -> tooLarge(film, format)).ifPresent(sentence -> {
            throw new ExportException(sentence);
        });
        try (Frames frames = new Frames(
                film, story, () -> new Pictures(views, new Typesetter(), catalogue), threads, progress, cancelled)) {
            return format.writer().write(frames, target);
        } catch (IOException e) {
            throw new ExportException(AtomicFile.sentence(target, e), e);
        }
    }

    private Storyboard storyboard(Film film, Scene scene) {
        return new Storyboard(film, scene, new TaskResolver(catalogue));
    }
}
