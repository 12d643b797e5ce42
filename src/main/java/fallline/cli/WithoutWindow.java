package fallline.cli;

import fallline.experiment.Experiment;
import fallline.experiment.edit.NewExperiments;
import fallline.experiment.view.ViewState;
import fallline.export.ExportException;
import fallline.file.ExperimentFile;
import fallline.file.codec.OpenedExperiment;
import fallline.file.share.ShareCode;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.workbench.Scene;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What stands in for the window where there is no display: the first run's steps as a table, and the dashboard as a
/// picture.
public final class WithoutWindow implements WindowOpener {
    private static final int SHOWN_STEP = 20;

    private final OptimizerCatalogue catalogue;
    private final Console console;
    private final Dashboard dashboard;
    private final Path picture;
    private final String obstacle;

    /// @param picture where the dashboard goes
    /// @param obstacle why there is no window
    public WithoutWindow(
            OptimizerCatalogue catalogue, Console console, Dashboard dashboard, Path picture, String obstacle) {
        this.catalogue = catalogue;
        this.console = console;
        this.dashboard = dashboard;
        this.picture = picture;
        this.obstacle = obstacle;
    }

    @Override
    public int open(Optional<String> what) {
        Optional<OpenedExperiment> opened = what.map(this::read);
        opened.ifPresent(one -> one.warnings().forEach(console::complain));
        Experiment experiment =
                opened.map(OpenedExperiment::experiment).orElseGet(() -> new NewExperiments(catalogue).first());
        ViewState view = opened.flatMap(OpenedExperiment::view).orElseGet(() -> usual(experiment));
        List<FinishedRun> runs = ParallelRuns.usual(catalogue).all(experiment);
        PrintedSteps.lines(runs.getFirst(), console).forEach(console::print);
        String written = paint(new Scene(experiment, FinishedRun.records(runs), view));
        console.print("No window: " + obstacle + "; " + written
                + " On a desktop the same command opens the window; `fallline run FILE` works without one.");
        return 0;
    }

    private OpenedExperiment read(String what) {
        return ShareCode.is(what)
                ? new ShareCode(catalogue).read(what, Path.of(""))
                : new ExperimentFile(catalogue).withPipes().read(Path.of(what));
    }

    private static ViewState usual(Experiment experiment) {
        return ViewState.initial(experiment).withPlayhead(Math.min(SHOWN_STEP, experiment.steps()));
    }

    /// @return a sentence on what became of the picture
    private String paint(Scene scene) {
        try {
            dashboard.write(scene, picture);
            return "the dashboard is in " + picture + ".";
        } catch (ExportException e) {
            return "its picture could not be written: " + e.getMessage();
        } catch (RuntimeException | LinkageError e) {
            return "its picture could not be painted (" + e + ").";
        }
    }
}
