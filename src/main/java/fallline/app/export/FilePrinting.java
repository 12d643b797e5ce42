package fallline.app.export;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.export.Page;
import fallline.export.PictureFormat;
import fallline.export.Raster;
import fallline.export.TraceFile;
import fallline.export.film.Film;
import fallline.export.film.FilmFormat;
import fallline.export.film.FilmProgress;
import fallline.export.film.FilmWriter;
import fallline.export.python.CodeTarget;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.picture.page.Views;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Prints into files, each written whole or not at all.
public final class FilePrinting implements Printing {
    private final TaskResolver resolver;
    private final FilmWriter films;

    /// @param catalogue the optimizers
    public FilePrinting(OptimizerCatalogue catalogue) {
        resolver = new TaskResolver(catalogue);
        films = new FilmWriter(Views.ALL, catalogue);
    }

    @Override
    public void write(PictureFormat format, Page page, double scale, Path target) {
        format.writer().write(page, scale, target);
    }

    @Override
    public void film(Film film, FilmFormat format, Scene scene, Path target, FilmProgress progress) {
        films.write(film, format, scene, target, progress, Thread.currentThread()::isInterrupted);
    }

    @Override
    public BufferedImage pixels(Page page, double scale) {
        return Raster.of(page.figure(), page.size(), page.theme(), scale);
    }

    @Override
    public void traces(Scene scene, Path target) {
        List<String> parameters = scene.experiment().problem().objective().parameterNames();
        TraceFile.write(target, parameters, taker -> add(scene, taker));
    }

    @Override
    public void code(Experiment experiment, Run run, CodeTarget code, Path target) {
        code.write(experiment, run, resolver, target);
    }

    /// The steps that are computed; while a run's recipe is being changed, those of the recipe before.
    private static void add(Scene scene, TraceFile.Taker taker) throws IOException {
        for (Run run : scene.experiment().runs()) {
            Optional<RunRecord> record = scene.record(run.name());
            Optional<RunTask> task = record.flatMap(RunRecord::traced);
            Optional<Trace> trace = record.flatMap(RunRecord::trace);
            if (task.isPresent() && trace.isPresent()) {
                taker.add(run.name(), task.get(), trace.get());
            }
        }
    }
}
