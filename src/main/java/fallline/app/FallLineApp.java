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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The application with its window: chooses the real catalogue, dialogs, printing and preferences.
public final class FallLineApp extends Application {
    private static final Opening FIRST_STEPS = new Opening(20, 10);

    /// What is being written has this long when the process is told to end; systems kill it soon after.
    private static final Duration AT_THE_END = Duration.ofSeconds(3);

    private final Optional<String> what;
    private @Nullable FallLineWindow window;

    /// The first screen.
    public FallLineApp() {
        this(Optional.empty());
    }

    private FallLineApp(Optional<String> what) {
        this.what = what;
    }

    /// Opens the window, and returns when the user has closed it. An empty one is there as soon as JavaFX is; meanwhile
    /// what fills it is made ready on this thread.
    ///
    /// @param catalogue asked once
    /// @param what the name of an experiment or a table of data, or a share code; without one, the first
    ///     screen plays
    public static void open(Supplier<OptimizerCatalogue> catalogue, Optional<String> what) {
        FallLineApp app = new FallLineApp(what);
        CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
        CompletableFuture<EarlyFrame> early = new CompletableFuture<>();
        Platform.setImplicitExit(false); // the end of the window is this method's matter
        Platform.startup(() -> guarded(over, () -> EarlyFrame.show(new Stage(), early::complete)));
        AppContext context = app.context(catalogue.get());
        var _ = early.thenAcceptAsync(frame -> guarded(over, () -> app.fill(frame, context, over)), Platform::runLater);
        try {
            over.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void fill(EarlyFrame early, AppContext context, CompletableFuture<@Nullable Void> over) {
        Stage stage = early.stage();
        if (!stage.isShowing()) {
            over.complete(null); // closed already
            return;
        }
        furnish(stage, context, Optional.of(early.scene()));
        stage.showingProperty()
                .subscribe((_, _) -> Platform.runLater(() -> guarded(over, () -> {
                    stop();
                    over.complete(null);
                })));
    }

    /// What goes wrong before there is a window, or as it ends, ends the program.
    private static void guarded(CompletableFuture<@Nullable Void> over, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            over.completeExceptionally(e);
        }
    }

    @Override
    public void start(Stage stage) {
        furnish(stage, context(FileCatalogue.load()), Optional.empty());
    }

    /// What the window is made from; nothing in it needs the FX thread.
    private AppContext context(OptimizerCatalogue catalogue) {
        Experiment first = new NewExperiments(catalogue).first();
        OwnCatalogue own = OwnCatalogue.ofUser();
        TaskResolver resolver = new TaskResolver(catalogue);
        return new AppContext(
                first,
                ViewState.initial(first),
                resolver,
                new Pictures(Views.ALL, new Typesetter(), catalogue),
                desk -> new Features(
                                catalogue,
                                new FilePrinting(catalogue),
                                own,
                                UserDesk.ofUser(),
                                what.isPresent() ? Opening.STILL : FIRST_STEPS,
                                what.filter(name -> !ShareCode.is(name)).map(Path::of),
                                what.filter(ShareCode::is),
                                Optional.of(UserRecovery.folder()))
                        .on(desk),
                owner -> new DesktopDialogs(owner, getHostServices()));
    }

    /// @param early what the stage shows already
    private void furnish(Stage stage, AppContext context, Optional<Scene> early) {
        FallLineWindow opened = new FallLineWindow(stage, context, Optional.of(UserLog.ofUser()));
        window = opened;
        Thread.setDefaultUncaughtExceptionHandler(
                (_, fault) -> opened.desk().failures().tell("What was asked for", fault));
        endWell(opened.desk().files());
        early.ifPresentOrElse(opened::show, opened::show);
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
