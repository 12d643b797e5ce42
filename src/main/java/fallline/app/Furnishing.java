package fallline.app;

import fallline.app.about.AboutController;
import fallline.app.data.DataController;
import fallline.app.desk.Desk;
import fallline.app.desk.Furniture;
import fallline.app.desk.Pictures;
import fallline.app.export.ExportController;
import fallline.app.export.Printing;
import fallline.app.file.FileController;
import fallline.app.gradient.GradientController;
import fallline.app.network.NetworkController;
import fallline.app.problem.ProblemController;
import fallline.app.rule.RuleController;
import fallline.app.runs.RunsController;
import fallline.app.settings.RateZonesModel;
import fallline.app.settings.SettingsController;
import fallline.app.toolbar.ToolbarButtons;
import fallline.experiment.edit.NewExperiments;
import fallline.figure.paint.Typesetter;
import fallline.file.ExperimentFile;
import fallline.file.user.OwnCatalogue;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.picture.Picture;
import fallline.picture.page.DashboardPicture;
import fallline.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.VBox;

/// Makes the features of the toolbar and of the left column, and joins them.
public final class Furnishing {
    private final FileController files;
    private final Furniture furniture;

    /// @param typesetter sets the formulas of cards and toolbar, on the desk's painter
    /// @param own what the user keeps for all experiments
    public Furnishing(
            Desk desk, OptimizerCatalogue catalogue, Typesetter typesetter, Printing printing, OwnCatalogue own) {
        NewExperiments experiments = new NewExperiments(catalogue);
        SettingsController settings = new SettingsController(
                desk, new RuleController(desk, catalogue, own.rules(), typesetter), typesetter, Problems::withGoal);
        new RateZonesModel(desk.workbench(), desk.questions(), settings::onZones);
        RunsController runs = new RunsController(
                desk.workbench(),
                scene -> experiments.next(scene.experiment(), scene.chosen()),
                desk.appearance().themeProperty());
        DataController data = new DataController(desk, experiments);
        VBox model = new VBox(8, data.summary(), new NetworkController(desk, experiments).view());
        ProblemController problem =
                new ProblemController(desk, experiments, own.functions(), typesetter, data::onKind, model);
        problem.card().badgeSlot().getChildren().setAll(new GradientController(desk).badge());
        desk.narrow().subscribe(narrow -> {
            if (narrow) {
                settings.hostStart();
            } else {
                problem.card().startSlot().getChildren().setAll(settings.start());
            }
        });
        files = new FileController(desk, new ExperimentFile(catalogue), data::open);
        AboutController about = new AboutController(desk);
        ExportController export = new ExportController(
                desk, printing, dashboard(desk.pictures(), catalogue), part -> page(part, catalogue));
        ToolbarButtons buttons = new ToolbarButtons(
                desk, new ToolbarButtons.Actions(files::onOpen, files::onSave, files::onSaveAs, about::onAbout));
        furniture = new Furniture(
                List.of(problem.chooser(), data.chooser(), problem.line()),
                List.of(buttons.undo(), buttons.redo(), buttons.open(), buttons.save()),
                List.of(buttons.more(), export.menu()),
                List.of(problem.card(), runs.view(), settings.view()),
                runs::onFork,
                files::onOpen,
                data::onPaste,
                files::onSave,
                export::onExport,
                export);
    }

    private static Picture dashboard(Pictures pictures, OptimizerCatalogue catalogue) {
        return new DashboardPicture(
                List.of(
                        pictures.loss(),
                        pictures.fit(),
                        pictures.convergence(),
                        pictures.step().apply(0)),
                catalogue);
    }

    private static Picture page(Picture part, OptimizerCatalogue catalogue) {
        return new DashboardPicture(List.of(part), catalogue);
    }

    /// What goes into the window.
    public Furniture furniture() {
        return furniture;
    }

    /// Opens an experiment or a table of data, as if it had been dropped on the window.
    public void open(Path file) {
        files.open(List.of(file));
    }
}
