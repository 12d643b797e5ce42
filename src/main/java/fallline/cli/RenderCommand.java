package fallline.cli;

import fallline.experiment.Experiment;
import fallline.experiment.Scene;
import fallline.experiment.ViewState;
import fallline.export.PdfExport;
import fallline.export.PngExport;
import fallline.export.SvgExport;
import fallline.figure.Figure;
import fallline.figure.Typesetter;
import fallline.figure.compose.ConvergencePicture;
import fallline.figure.compose.DashboardPicture;
import fallline.figure.compose.FitPicture;
import fallline.figure.compose.LossPicture;
import fallline.figure.compose.Picture;
import fallline.figure.compose.StepPicture;
import fallline.file.ExperimentFile;
import fallline.file.FileException;
import fallline.file.OpenedExperiment;
import fallline.optimizer.OptimizerCatalogue;
import java.util.List;

/// `fallline render FILE --view … -o OUT.(png|svg|pdf)`: computes all runs and paints a view as the window exports it.
final class RenderCommand {
    private final OptimizerCatalogue catalogue;
    private final Console console;

    RenderCommand(OptimizerCatalogue catalogue, Console console) {
        this.catalogue = catalogue;
        this.console = console;
    }

    /// @throws FileException if the file cannot be used, or has not what is to be painted
    /// @throws RunFailure if a run cannot be computed
    /// @throws fallline.export.ExportException if the picture cannot be written
    void run(RenderOrder order) {
        OpenedExperiment opened = new ExperimentFile(catalogue).withPipes().read(order.file());
        opened.warnings().forEach(console::complain);
        Experiment experiment = opened.experiment();
        ViewState view = view(order, opened);
        List<FinishedRun> runs = ParallelRuns.usual(catalogue).all(experiment);
        Picture picture = picture(order.view());
        Scene scene = new Scene(experiment, FinishedRun.records(runs), view);
        write(picture.figure(scene), picture.title(scene), order);
        console.print("Wrote " + order.target() + ".");
    }

    private static ViewState view(RenderOrder order, OpenedExperiment opened) {
        Experiment experiment = opened.experiment();
        int last = experiment.steps();
        int step = order.step()
                .orElseGet(() -> opened.view().map(ViewState::playhead).orElse(last));
        if (step > last) {
            throw new FileException("There is no step " + step + " in " + order.file() + ": its last is " + last + ".");
        }
        ViewState view =
                opened.view().orElseGet(() -> ViewState.initial(experiment)).withPlayhead(step);
        return switch (order.view()) {
            case LOSS -> view.withSurface(view.surface().withSolid(false));
            case SURFACE -> {
                if (experiment.problem().objective().dimension() == 1) {
                    throw new FileException("The loss in " + order.file()
                            + " has one parameter and no surface: take --view loss for its curve.");
                }
                yield view.withSurface(view.surface().withSolid(true));
            }
            case FIT, CONVERGENCE, INSPECTOR, DASHBOARD -> view;
        };
    }

    private Picture picture(RenderedView view) {
        return switch (view) {
            case LOSS, SURFACE -> page(new LossPicture());
            case FIT -> page(new FitPicture());
            case CONVERGENCE -> page(new ConvergencePicture());
            case INSPECTOR -> page(new StepPicture(new Typesetter(), 0));
            case DASHBOARD -> PaintedDashboard.page(catalogue);
        };
    }

    private Picture page(Picture part) {
        return new DashboardPicture(List.of(part), catalogue);
    }

    private static void write(Figure figure, String title, RenderOrder order) {
        switch (order.kind()) {
            case "svg" -> SvgExport.write(figure, order.size(), order.theme(), title, order.target());
            case "pdf" -> PdfExport.write(figure, order.size(), order.theme(), title, order.target());
            default -> PngExport.write(figure, order.size(), order.theme(), order.scale(), order.target());
        }
    }
}
