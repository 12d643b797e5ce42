package fallline.bench;

import fallline.export.film.Course;
import fallline.export.film.Film;
import fallline.export.film.FilmFormat;
import fallline.export.film.FilmFormats;
import fallline.export.film.FilmProgress;
import fallline.export.film.FilmWriter;
import fallline.export.film.Speed;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.picture.page.Views;
import fallline.workbench.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Films of 300 frames of 800×600 on two threads, once each: the loss map of three runs.
final class FilmBenchmarks {
    private static final int FRAMES = 300;
    private static final int THREADS = 2;
    private static final Map<String, String> BUDGETS = Map.of("gif", "<= 20 s", "mp4", "<= 30 s");

    private FilmBenchmarks() {}

    static void run(Report report) {
        Scene scene = Cases.computed(Cases.rosenbrock(FRAMES - 1, 3), 0);
        Film film =
                new Film(Views.LOSS, Course.steps(0, FRAMES - 1), Speed.USUAL, 0, new Size(800, 600), 1, Theme.LIGHT);
        FilmWriter writer = new FilmWriter(Views.ALL, Cases.CATALOGUE, THREADS);
        try {
            for (FilmFormat format : FilmFormats.ALL) {
                Path file = Files.createTempFile("film", "." + format.ending());
                long begun = System.nanoTime();
                writer.write(film, format, scene, file, FilmProgress.NONE, () -> false);
                double seconds = (System.nanoTime() - begun) / 1e9;
                report.line(
                        "300 frames of 800×600 as " + format.word(),
                        seconds,
                        "s",
                        BUDGETS.getOrDefault(format.ending(), ""));
                report.line("  its size", Files.size(file) / 1e6, "MB", "");
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
