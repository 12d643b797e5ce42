package fallline.app;

import fallline.app.desk.DesktopDialogs;
import fallline.app.export.FilePrinting;
import fallline.app.transport.Opening;
import fallline.app.work.FileWork;
import fallline.experiment.Experiment;
import fallline.experiment.edit.NewExperiments;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.ViewState;
import fallline.figure.paint.Typesetter;
import fallline.file.share.ShareCode;
import fallline.file.user.OwnCatalogue;
import fallline.file.user.UserDesk;
import fallline.file.user.UserLog;
import fallline.file.user.UserRecovery;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.picture.page.Pictures;
import fallline.picture.page.Views;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The application with its window: chooses the real catalogue, dialogs, printing and preferences.
public final class FallLineApp extends Application {
    private static final Opening FIRST_STEPS = new Opening(20, 10);

    /// What is being written has this long when the process is told to end; systems kill it soon after.
    private static final Duration AT_THE_END = Duration.ofSeconds(3);

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
                new FilePrinting(catalogue),
                OwnCatalogue.ofUser(),
                UserDesk.ofUser(),
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
        endWell(opened.desk().files());
        opened.show();
    }

    /// At the end of the process, by SIGTERM too or because the user logs out, nobody is asked anything: what is being
    /// written comes to its end or is given up.
    private static void endWell(FileWork files) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> files.finish(AT_THE_END), "last-files"));
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
    }
}
