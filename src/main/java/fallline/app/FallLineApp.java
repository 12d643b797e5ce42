package fallline.app;

import fallline.app.desk.Appearance;
import fallline.app.desk.Desk;
import fallline.app.desk.DesktopDialogs;
import fallline.app.export.FilePrinting;
import fallline.app.transport.Opening;
import fallline.experiment.Experiment;
import fallline.experiment.edit.NewExperiments;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.ViewState;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Typesetter;
import fallline.file.share.ShareCode;
import fallline.file.user.OwnCatalogue;
import fallline.file.user.Preferences;
import fallline.file.user.PreferencesFile;
import fallline.file.user.UserLog;
import fallline.file.user.UserRecovery;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.picture.page.Pictures;
import fallline.picture.page.Views;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The application with its window: chooses the real catalogue, dialogs, printing and preferences.
public final class FallLineApp extends Application {
    private static final Opening FIRST_STEPS = new Opening(20, 10);

    private @Nullable FallLineWindow window;

    /// Opens the window, and returns when the user has closed it.
    ///
    /// @param what the name of an experiment or a table of data, or a share code; without one, the first
    ///     screen plays
    public static void open(Optional<String> what) {
        launch(FallLineApp.class, what.stream().toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        Optional<String> what = getParameters().getRaw().stream().findFirst();
        OptimizerCatalogue catalogue = FileCatalogue.load();
        Experiment first = new NewExperiments(catalogue).first();
        ViewState view = ViewState.initial(first);
        Features features = new Features(
                catalogue,
                new FilePrinting(new TaskResolver(catalogue)),
                OwnCatalogue.ofUser(),
                what.isPresent() ? Opening.STILL : FIRST_STEPS,
                what.filter(name -> !ShareCode.is(name)).map(Path::of),
                what.filter(ShareCode::is),
                Optional.of(UserRecovery.folder()));
        AppContext context = new AppContext(
                first,
                view,
                new TaskResolver(catalogue),
                new Pictures(Views.ALL, new Typesetter(), catalogue),
                features::on,
                owner -> new DesktopDialogs(owner, getHostServices()));
        FallLineWindow opened = new FallLineWindow(stage, context, Optional.of(UserLog.ofUser()));
        window = opened;
        Thread.setDefaultUncaughtExceptionHandler(
                (_, fault) -> opened.desk().failures().tell("What was asked for", fault));
        rememberTheme(opened.desk());
        opened.show();
    }

    private static void rememberTheme(Desk desk) {
        Appearance appearance = desk.appearance();
        PreferencesFile file = PreferencesFile.ofUser();
        switch (file.read().theme()) {
            case LIGHT -> appearance.choose(Theme.LIGHT);
            case DARK -> appearance.choose(Theme.DARK);
            case HIGH_CONTRAST -> appearance.choose(Theme.HIGH_CONTRAST);
            case SYSTEM -> {}
        }
        appearance
                .chosenProperty()
                .subscribe((_, now) ->
                        keep(desk, file, now.map(FallLineApp::remembered).orElse(Preferences.Theme.SYSTEM)));
    }

    private static void keep(Desk desk, PreferencesFile file, Preferences.Theme theme) {
        desk.files()
                .run(
                        file.file(),
                        "Keeping your preferences",
                        () -> file.write(file.read().withTheme(theme)),
                        _ -> {});
    }

    private static Preferences.Theme remembered(Theme theme) {
        if (theme.equals(Theme.HIGH_CONTRAST)) {
            return Preferences.Theme.HIGH_CONTRAST;
        }
        return theme.dark() ? Preferences.Theme.DARK : Preferences.Theme.LIGHT;
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
    }
}
