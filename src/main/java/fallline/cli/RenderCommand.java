package fallline.cli;

import fallline.analysis.map.MapTask;
import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.export.MapCsv;
import fallline.export.Page;
import fallline.export.film.Film;
import fallline.export.film.FilmFormat;
import fallline.export.film.FilmFormats;
import fallline.export.film.FilmProgress;
import fallline.export.film.FilmReport;
import fallline.export.film.FilmWriter;
import fallline.figure.paint.Typesetter;
import fallline.file.ExperimentFile;
import fallline.file.codec.OpenedExperiment;
import fallline.io.FileException;
import fallline.number.Numbers;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.picture.Picture;
import fallline.picture.map.SweepTasks;
import fallline.picture.page.Pictures;
import fallline.picture.page.Views;
import fallline.text.Quote;
import fallline.workbench.Scene;
import java.util.List;

/// `fallline render FILE --view … -o OUT.…`: computes all runs and paints a view as the window exports it, or films
/// it.
final class RenderCommand {
    private final OptimizerCatalogue catalogue;
    private final Views views;
    private final Console console;

    RenderCommand(OptimizerCatalogue catalogue, Views views, Console console) {
        this.catalogue = catalogue;
        this.views = views;
        this.console = console;
    }

    /// @throws FileException if the file cannot be used, or has not what is to be painted
    /// @throws RunFailure if a run cannot be computed
    /// @throws fallline.export.ExportException if the picture cannot be written
    void run(RenderOrder order) {
        OpenedExperiment opened = new ExperimentFile(catalogue).withPipes().read(order.file());
        opened.warnings().forEach(console::complain);
        Experiment experiment = opened.experiment();
        new Inputs(order.file(), experiment).spare(order.target(), "-o");
        ViewState view = view(order, opened);
        List<FinishedRun> runs = ParallelRuns.usual(catalogue).all(experiment);
        Scene scene = new Scene(experiment, FinishedRun.records(runs), view);
        if (order.film().isPresent()) {
            film(order, order.film().get(), scene);
            return;
        }
        Pictures pictures = new Pictures(views, new Typesetter(), catalogue);
        if (order.isTable()) {
            table(order, pictures, scene);
            return;
        }
        Picture picture = pictures.page(order.view());
        Page page = new Page(picture.figure(scene), order.size(), order.theme(), picture.title(scene));
        order.format().writer().write(page, order.scale(), order.target());
        console.print("Wrote " + Quote.path(order.target()) + ".");
    }

    private void table(RenderOrder order, Pictures pictures, Scene scene) {
        MapTask map;
        try {
            map = order.view() == Views.BASIN
                    ? pictures.of(Views.BASIN)
                            .basins(scene)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "The chosen run was computed elsewhere: there are no other starts to run it from."))
                    : SweepTasks.whole(scene);
        } catch (IllegalArgumentException e) {
            throw new FileException(Quote.path(order.file()) + ": " + e.getMessage(), e);
        }
        int lines = MapCsv.write(map, order.target(), () -> false);
        console.print("Wrote " + Quote.path(order.target()) + ": " + Numbers.whole(lines) + " runs.");
    }

    private void film(RenderOrder order, FilmOptions options, Scene scene) {
        Film film = new Film(
                order.view(),
                options.course(
                        order.file(),
                        scene.view().playhead(),
                        scene.experiment().steps()),
                options.speed(),
                options.orbit(),
                order.size(),
                order.scale(),
                order.theme());
        FilmWriter writer = new FilmWriter(views, catalogue);
        FilmFormat format = FilmFormats.of(order.target()).orElseThrow();
        writer.objection(film, format, scene).ifPresent(sentence -> {
            throw new FileException(sentence);
        });
        FilmReport report = writer.write(film, format, scene, order.target(), FilmProgress.NONE, () -> false);
        report.notes().forEach(console::complain);
        console.print("Wrote " + Quote.path(order.target()) + ": " + Numbers.whole(report.frames()) + " frames, "
                + Numbers.brief(report.fps(), 4) + " a second.");
    }

    private static ViewState view(RenderOrder order, OpenedExperiment opened) {
        Experiment experiment = opened.experiment();
        int last = experiment.steps();
        int step = order.step()
                .orElseGet(() -> opened.view().map(ViewState::playhead).orElse(last));
        if (step > last) {
            throw new FileException(
                    "There is no step " + step + " in " + Quote.path(order.file()) + ": its last is " + last + ".");
        }
        ViewState view =
                opened.view().orElseGet(() -> ViewState.initial(experiment)).withPlayhead(step);
        order.view().obstacle().apply(experiment.problem()).ifPresent(sentence -> {
            throw new FileException(sentence.formatted(Quote.path(order.file())));
        });
        return order.view().look().apply(view);
    }
}
