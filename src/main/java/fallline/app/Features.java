package fallline.app;

import fallline.analysis.question.CurvatureHere;
import fallline.app.about.AboutFeature;
import fallline.app.controls.Slot;
import fallline.app.convergence.ConvergenceFeature;
import fallline.app.data.DataController;
import fallline.app.data.DataFeature;
import fallline.app.desk.Desk;
import fallline.app.desk.Pointing;
import fallline.app.example.ExamplesFeature;
import fallline.app.export.ExportFeature;
import fallline.app.export.Printing;
import fallline.app.feature.Feature;
import fallline.app.file.FileController;
import fallline.app.file.FileFeature;
import fallline.app.fit.FitFeature;
import fallline.app.formula.FormulaFeature;
import fallline.app.gradient.GradientController;
import fallline.app.help.HintFeature;
import fallline.app.history.HistoryListFeature;
import fallline.app.lesson.LessonFeature;
import fallline.app.loss.LossFeature;
import fallline.app.map.SweepFeature;
import fallline.app.network.NetworkController;
import fallline.app.paint.FigureView;
import fallline.app.pane.PlacedPane;
import fallline.app.pane.PlotPane;
import fallline.app.preferences.PreferencesFeature;
import fallline.app.present.PresenterFeature;
import fallline.app.problem.ProblemController;
import fallline.app.problem.ProblemFeature;
import fallline.app.race.RaceFeature;
import fallline.app.race.RepeatsModel;
import fallline.app.recorded.RecordedFeature;
import fallline.app.recovery.RecoveryController;
import fallline.app.recovery.RecoveryFeature;
import fallline.app.rule.RuleController;
import fallline.app.runs.RunsController;
import fallline.app.runs.RunsFeature;
import fallline.app.runs.ShownRunsFeature;
import fallline.app.settings.RateFeature;
import fallline.app.settings.RateZonesModel;
import fallline.app.settings.SettingsController;
import fallline.app.settings.SettingsFeature;
import fallline.app.share.ShareController;
import fallline.app.share.ShareFeature;
import fallline.app.shell.ThemeFeature;
import fallline.app.sound.SoundFeature;
import fallline.app.step.StepFeature;
import fallline.app.table.TableFeature;
import fallline.app.teach.TeachFeature;
import fallline.app.toolbar.HistoryFeature;
import fallline.app.transport.Opening;
import fallline.app.transport.TransportFeature;
import fallline.app.tune.TuneFeature;
import fallline.experiment.edit.NewExperiments;
import fallline.figure.paint.Typesetter;
import fallline.file.ExperimentFile;
import fallline.file.recovery.RecoveryFolder;
import fallline.file.user.HintFile;
import fallline.file.user.LessonProgressFile;
import fallline.file.user.OwnCatalogue;
import fallline.file.user.UserDesk;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.picture.page.Views;
import fallline.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.layout.VBox;

/// The list of features, and what joins them. A new feature is one line in it.
///
/// @param own what the user keeps for all experiments
/// @param user what the user had on the desk
/// @param opening what plays by itself when the window appears
/// @param file what is opened as soon as the window is there
/// @param code the share code that is opened as soon as the window is there
/// @param recovery where what is on the screen is kept against crashes
public record Features(
        OptimizerCatalogue catalogue,
        Printing printing,
        OwnCatalogue own,
        UserDesk user,
        Opening opening,
        Optional<Path> file,
        Optional<String> code,
        Optional<RecoveryFolder> recovery) {
    /// How long closing waits for a file before it offers not to.
    private static final long PATIENCE_SECONDS = 10;

    /// Features that keep nothing against crashes.
    public Features(
            OptimizerCatalogue catalogue,
            Printing printing,
            OwnCatalogue own,
            UserDesk user,
            Opening opening,
            Optional<Path> file) {
        this(catalogue, printing, own, user, opening, file, Optional.empty(), Optional.empty());
    }

    /// All features of a window, in the order of toolbar, cards and keys.
    public List<Feature> on(Desk desk) {
        NewExperiments experiments = new NewExperiments(catalogue);
        Typesetter typesetter = desk.pictures().typesetter();
        SettingsController settings = new SettingsController(
                desk, new RuleController(desk, catalogue, own.rules(), typesetter), typesetter, Problems::withGoal);
        new RateZonesModel(desk.workbench(), desk.questions(), settings::onCurvature);
        RepeatsModel repeats = new RepeatsModel(desk.questions());
        RaceFeature race = new RaceFeature(desk, repeats);
        RunsController runs = new RunsController(
                desk.workbench(),
                scene -> experiments.next(scene.experiment(), scene.chosen()),
                desk.appearance().themeProperty(),
                race::onRepeat);
        ShareController share = new ShareController(desk, catalogue, desk.workbench()::open);
        DataController data = new DataController(desk, experiments, share::open);
        VBox model = new VBox(8, new Slot(data.summary()), new Slot(new NetworkController(desk, experiments).view()));
        ProblemController problem =
                new ProblemController(desk, experiments, own.functions(), typesetter, data::onKind, share::open, model);
        problem.card().badgeSlot().getChildren().setAll(new GradientController(desk).badge());
        problem.card().goalSlot().getChildren().setAll(settings.goal());
        RecordedFeature recorded = new RecordedFeature(desk);
        FileController controller = new FileController(
                desk,
                new ExperimentFile(catalogue),
                user,
                experiments::first,
                table -> recorded.open(table, data::open),
                CompletableFuture.delayedExecutor(
                        PATIENCE_SECONDS, TimeUnit.SECONDS, desk.questions().own()));
        FileFeature files = new FileFeature(controller, file);

        List<Feature> all = new ArrayList<>();
        TransportFeature transport = new TransportFeature(desk, opening);
        List<Feature> views = views(desk, transport, settings.model().curvature(), repeats);
        lossFigure(views).ifPresent(loss -> all.add(new TeachFeature(desk, transport, loss)));
        all.addAll(views);
        all.add(new RunsFeature(runs));
        all.add(new ProblemFeature(problem));
        all.add(new SettingsFeature(settings));
        all.add(new DataFeature(data));
        all.add(new HistoryFeature(desk.workbench()));
        all.add(files);
        all.add(new ExamplesFeature(desk, catalogue));
        all.add(recorded);
        all.add(race);
        all.add(new ShareFeature(share, code));
        recovery.ifPresent(
                folder -> all.add(new RecoveryFeature(new RecoveryController(desk, controller, catalogue, folder))));
        all.add(new ThemeFeature(desk.appearance()));
        panes(all).stream()
                .filter(pane -> pane.id().equals(Views.LOSS.id()))
                .forEach(loss -> all.add(new HintFeature(
                        desk,
                        loss,
                        transport.playingProperty(),
                        HintFile.beside(own.preferences()),
                        opening.lastStep() > 0)));
        all.add(new PresenterFeature(desk, transport, panes(all)));
        all.add(new SoundFeature(desk));
        all.add(new ExportFeature(desk, printing, panes(all), user.exports()));
        all.add(new TuneFeature(desk, printing));
        all.add(new FormulaFeature(desk, panes(all)));
        all.add(new HistoryListFeature(desk));
        AtomicReference<Optional<Path>> ownLessons = new AtomicReference<>(Optional.empty());
        LessonFeature lessons = new LessonFeature(
                desk,
                catalogue,
                typesetter,
                transport::pause,
                lossFigure(views),
                LessonProgressFile.beside(own.preferences()),
                ownLessons::get);
        problem.onLearn(lessons::openList);
        all.add(lessons);
        all.add(new PreferencesFeature(desk, own.preferences(), likes -> {
            transport.setSpeed(likes.speed());
            controller.setAutosave(likes.autosave());
            ownLessons.set(likes.lessons());
        }));
        all.add(new AboutFeature(desk));
        return List.copyOf(all);
    }

    /// The transport and the panes.
    ///
    /// @param curvature what is known of it at the playhead
    /// @param repeats what is known of runs that are repeated
    static List<Feature> views(
            Desk desk,
            TransportFeature transport,
            ReadOnlyObjectProperty<Optional<CurvatureHere>> curvature,
            RepeatsModel repeats) {
        Pointing pointing = new Pointing();
        return List.of(
                transport,
                new RateFeature(desk.workbench()),
                new ShownRunsFeature(desk.workbench()),
                new LossFeature(desk, pointing, transport::moveTo, repeats),
                new FitFeature(desk, pointing),
                new TableFeature(desk),
                new ConvergenceFeature(desk, pointing, transport::moveTo, repeats),
                new SweepFeature(desk),
                new StepFeature(desk, pointing, transport::moveTo, curvature));
    }

    private static Optional<FigureView> lossFigure(List<Feature> features) {
        return panes(features).stream()
                .filter(pane -> pane.id().equals(Views.LOSS.id()))
                .flatMap(pane -> pane.content().lookupAll(".figure-view").stream())
                .filter(FigureView.class::isInstance)
                .map(FigureView.class::cast)
                .findFirst();
    }

    private static List<PlotPane> panes(List<Feature> features) {
        return features.stream()
                .flatMap(feature -> feature.panes().stream())
                .map(PlacedPane::pane)
                .toList();
    }
}
