package fallline.app.export;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.export.Page;
import fallline.export.PictureFormat;
import fallline.export.PythonScript;
import fallline.export.Raster;
import fallline.export.TraceCsv;
import fallline.expr.print.PythonDialect;
import fallline.io.SafeFile;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Prints into files, each written whole or not at all.
public final class FilePrinting implements Printing {
    private final TaskResolver resolver;

    /// @param resolver knows the optimizers
    public FilePrinting(TaskResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void write(PictureFormat format, Page page, double scale, Path target) {
        format.writer().write(page, scale, target);
    }

    @Override
    public BufferedImage pixels(Page page, double scale) {
        return Raster.of(page.figure(), page.size(), page.theme(), scale);
    }

    @Override
    public void traces(Scene scene, Path target) {
        SafeFile.write(target, stream -> {
            TraceCsv csv = new TraceCsv(stream);
            csv.heading(scene.experiment().problem().objective().parameterNames());
            for (Run run : scene.experiment().runs()) {
                add(csv, run.name(), scene.record(run.name()));
            }
            csv.flush();
        });
    }

    @Override
    public void python(Experiment experiment, PythonDialect dialect, Path target) {
        PythonScript.write(experiment, resolver, dialect, target);
    }

    /// The steps that are computed; while a run's recipe is being changed, those of the recipe before.
    private static void add(TraceCsv csv, String run, Optional<RunRecord> record) throws IOException {
        Optional<RunTask> task = record.flatMap(RunRecord::traced);
        Optional<Trace> trace = record.flatMap(RunRecord::trace);
        if (task.isPresent() && trace.isPresent()) {
            csv.add(run, task.get(), trace.get());
        }
    }
}
