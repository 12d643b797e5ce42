package fallline.app;

import fallline.app.controls.Focus;
import fallline.app.convergence.ConvergenceController;
import fallline.app.desk.Appearance;
import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs;
import fallline.app.desk.Furniture;
import fallline.app.desk.Keys;
import fallline.app.desk.PictureActions;
import fallline.app.desk.Pictures;
import fallline.app.desk.Pointing;
import fallline.app.desk.Shortcut;
import fallline.app.desk.Shortcut.Always;
import fallline.app.desk.Shortcut.Pressed;
import fallline.app.desk.Shortcut.Typed;
import fallline.app.desk.Toasts;
import fallline.app.desk.WorkingNote;
import fallline.app.fit.FitController;
import fallline.app.loss.LossController;
import fallline.app.pane.PaneAction;
import fallline.app.pane.PaneGrid;
import fallline.app.pane.PlotPane;
import fallline.app.shell.KeyList;
import fallline.app.shell.Logo;
import fallline.app.shell.Shell;
import fallline.app.step.StepController;
import fallline.app.step.StepsController;
import fallline.app.table.DataTableController;
import fallline.app.transport.TransportBar;
import fallline.app.transport.TransportController;
import fallline.app.work.Door;
import fallline.app.work.Lanes;
import fallline.experiment.Run;
import fallline.experiment.edit.Edits;
import fallline.experiment.edit.RateEdits;
import fallline.experiment.view.SurfaceLook.Overlay;
import fallline.experiment.view.ViewState;
import fallline.io.LogFile;
import fallline.optimizer.Optimizer;
import fallline.picture.Picture;
import fallline.problem.DataProblem;
import fallline.workbench.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The window: puts the features together, and takes them apart again when it closes.
public final class FallLineWindow {
    /// Below this width the lower panes become tabs.
    private static final double WIDE = 1280;

    private static final double USUAL_WIDTH = 1440;
    private static final double USUAL_HEIGHT = 920;
    private static final double SMALLEST_WIDTH = 1000;
    private static final double SMALLEST_HEIGHT = 700;

    private final Stage stage;
    private final Workbench workbench;
    private final ExecutorService workers;
    private final Door door;
    private final Appearance appearance = new Appearance();
    private final Toasts toasts = new Toasts();
    private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper();
    private final Desk desk;
    private final Furniture furniture;
    private final TransportController transport;
    private final Pointing pointing = new Pointing();
    private final LossController loss;
    private final FitController fit;
    private final ConvergenceController convergence;
    private final PaneGrid grid;
    private final AppContext context;
    private final Keys keys;
    private final KeyList keyList;
    private final Shell shell;

    /// A window on `stage`; FX thread.
    public FallLineWindow(Stage stage, AppContext context) {
        this(stage, context, Optional.empty());
    }

    /// As above.
    ///
    /// @param log gets the traces of what should not have happened
    public FallLineWindow(Stage stage, AppContext context, Optional<LogFile> log) {
        this.stage = stage;
        this.context = context;
        int cores = Runtime.getRuntime().availableProcessors();
        workers = Lanes.pool("worker", Math.max(1, cores - 1));
        door = new Door(Platform::runLater, toasts::warn, log);
        workbench =
                new Workbench(context.experiment(), context.view(), context.resolver(), workers, Platform::runLater);
        Dialogs dialogs = context.dialogs().apply(stage);
        desk = new Desk(
                stage,
                workbench,
                context.pictures(),
                dialogs,
                toasts,
                appearance,
                door.painter(),
                door.questions(),
                door.files(),
                door.failures(),
                narrow.getReadOnlyProperty());
        furniture = context.furnish().apply(desk);
        transport = new TransportController(workbench);
        loss = new LossController(desk, pointing, transport::moveTo);
        fit = new FitController(desk, pointing);
        convergence = new ConvergenceController(desk, pointing, transport::moveTo);
        grid = panes();
        keys = new Keys(shortcuts());
        keyList = new KeyList(keys.shortcuts());
        shell = new Shell(furniture, grid, new TransportBar(transport), toasts, appearance, desk.narrow());
        shell.getChildren().addAll(keyList, new WorkingNote(door.working()));
    }

    /// The model of the whole.
    public Workbench workbench() {
        return workbench;
    }

    /// What the features work with.
    public Desk desk() {
        return desk;
    }

    /// Shows the window; what plays by itself at the start begins.
    public void show() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        if (Double.isNaN(stage.getWidth())) {
            stage.setWidth(Math.min(USUAL_WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(USUAL_HEIGHT, screen.getHeight()));
        }
        Scene scene = new Scene(shell);
        narrow.bind(shell.widthProperty().lessThan(WIDE));
        appearance.dress(scene);
        keys.listen(scene);
        Focus.rootTakesOver(shell);
        stage.setScene(scene);
        stage.setTitle("Fall Line");
        stage.getIcons().setAll(Logo.image(32), Logo.image(64), Logo.image(256));
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        stage.show();
        shell.requestFocus();
        open();
    }

    private void open() {
        AppContext.Opening opening = context.opening();
        if (opening.lastStep() > 0 && appearance.reducedMotion()) {
            transport.moveTo(opening.lastStep());
        } else if (opening.lastStep() > 0) {
            transport.playTo(opening.lastStep(), opening.stepsPerSecond());
        }
    }

    /// Waits for what is being written, and stops the threads of the window; nothing comes back from them afterwards.
    public void close() {
        transport.pause();
        stage.hide();
        door.close();
        workers.shutdownNow();
    }

    private PaneGrid panes() {
        DataTableController table = new DataTableController(desk);
        StepController step = new StepController(desk, pointing);
        StepsController steps = new StepsController(desk, pointing, transport::moveTo);
        Pictures pictures = desk.pictures();
        offerPrinting(loss.pane(), pictures::loss);
        offerPrinting(fit.pane(), pictures::fit);
        offerPrinting(convergence.pane(), pictures::convergence);
        offerPrinting(step.pane(), step::picture);
        PaneGrid all =
                new PaneGrid(loss.pane(), fit.pane(), table.pane(), convergence.pane(), step.pane(), steps.pane());
        workbench.listen(scene -> all.setTabled(hasData(scene)));
        all.setTabled(hasData(workbench.scene()));
        return all;
    }

    private static boolean hasData(fallline.workbench.Scene scene) {
        return DataProblem.of(scene.experiment().problem()).isPresent();
    }

    private void offerPrinting(PlotPane pane, Supplier<? extends Picture> picture) {
        PictureActions actions = furniture.pictures();
        pane.actions().add(new PaneAction(PaneAction.Kind.COPY, () -> actions.copy(picture.get())));
        pane.actions().add(new PaneAction(PaneAction.Kind.EXPORT, () -> actions.save(picture.get())));
    }

    private List<Shortcut> shortcuts() {
        List<Shortcut> all = new ArrayList<>(List.of(
                typed("Space", "play or pause", " ", transport::onPlayOrPause),
                typed("→  .", "one step", ".", () -> transport.onStep(1)),
                pressed("", "", KeyCode.RIGHT, () -> transport.onStep(1)),
                always(KeyCode.PAGE_DOWN, () -> transport.onStep(1)),
                typed("←  ,", "one step back", ",", () -> transport.onStep(-1)),
                pressed("", "", KeyCode.LEFT, () -> transport.onStep(-1)),
                always(KeyCode.PAGE_UP, () -> transport.onStep(-1)),
                shifted("Shift →", "ten steps", KeyCode.RIGHT, () -> transport.onStep(10)),
                shifted("Shift ←", "ten steps back", KeyCode.LEFT, () -> transport.onStep(-10)),
                pressed("Home", "to the start", KeyCode.HOME, transport::onFirst),
                pressed("End", "to the last step", KeyCode.END, transport::onLast),
                typed("R", "play from the start", "rR", transport::onRestart),
                typed("F", "fork the run", "fF", furniture.fork()),
                typed("[", "half the learning rate", "[", () -> scaleRate(0.5)),
                typed("]", "twice the learning rate", "]", () -> scaleRate(2)),
                typed("1 – 9", "show or hide a run", "", () -> {}),
                typed("L", "logarithmic axis", "lL", () -> look(view -> view.withLogarithmic(!view.logarithmic()))),
                typed("C", "map or solid", "cC", loss::onSolid),
                typed("G", "gradient arrow", "gG", () -> look(view -> view.withGradientArrow(!view.gradientArrow()))),
                typed("+", "zoom into the surface", "+=", loss.lens()::onZoomIn),
                typed("−", "zoom out", "-−", loss.lens()::onZoomOut),
                typed("Q", "both axes to one scale", "qQ", loss::onScales),
                typed("N", "gradient field", "nN", () -> loss.onOverlay(Overlay.GRADIENT_FIELD)),
                typed("H", "curvature", "hH", () -> loss.onOverlay(Overlay.QUADRATIC_MODEL)),
                typed("K", "critical points", "kK", () -> loss.onOverlay(Overlay.CRITICAL_POINTS)),
                typed("D", "what the gradient is", "dD", () -> loss.onOverlay(Overlay.SLOPE_DIAL)),
                typed("S", "residuals", "sS", fit::onSticks),
                typed("A", "areas of the residuals", "aA", fit::onSquares),
                typed("I", "edit the data", "iI", fit::onEditing),
                typed("J", "what the curves show", "jJ", convergence::onNextMeasure),
                typed("V", "steps or evaluations", "vV", convergence::onNextAcross),
                typed("0", "reset the view under the mouse", "0", () -> grid.act(PaneAction.Kind.RESET)),
                command("Ctrl C", "copy the picture under the mouse", KeyCode.C, () -> grid.act(PaneAction.Kind.COPY)),
                typed("E", "export the picture under the mouse", "eE", () -> grid.act(PaneAction.Kind.EXPORT)),
                typed("M", "maximise the view under the mouse", "mM", () -> grid.toggle(grid.meant())),
                command("Ctrl O", "open", KeyCode.O, furniture.open()),
                command("Ctrl V", "paste a table", KeyCode.V, furniture.paste()),
                command("Ctrl S", "save", KeyCode.S, furniture.save()),
                command("Ctrl E", "export", KeyCode.E, furniture.export()),
                command("Ctrl Z", "undo", KeyCode.Z, workbench::undo),
                command("Ctrl Y", "redo", KeyCode.Y, workbench::redo),
                pressed("Delete", "remove the chosen point", KeyCode.DELETE, fit::onDelete),
                pressed("F11", "full screen", KeyCode.F11, () -> stage.setFullScreen(!stage.isFullScreen())),
                pressed("Esc", "back to all panes", KeyCode.ESCAPE, this::escape),
                typed("?", "these keys", "?", () -> keyList.setVisible(!keyList.isVisible())),
                new Shortcut("", "", new Pressed(KeyCode.Z, true, true), workbench::redo)));
        for (int i = 0; i < 9; i++) {
            int place = i;
            all.add(typed("", "", String.valueOf((char) ('1' + i)), () -> toggleRun(place)));
        }
        return all;
    }

    private static Shortcut typed(String keys, String what, String characters, Runnable action) {
        return new Shortcut(keys, what, new Typed(characters), action);
    }

    private static Shortcut pressed(String keys, String what, KeyCode code, Runnable action) {
        return new Shortcut(keys, what, new Pressed(code, false, false), action);
    }

    private static Shortcut shifted(String keys, String what, KeyCode code, Runnable action) {
        return new Shortcut(keys, what, new Pressed(code, true, false), action);
    }

    private static Shortcut command(String keys, String what, KeyCode code, Runnable action) {
        return new Shortcut(keys, what, new Pressed(code, false, true), action);
    }

    private static Shortcut always(KeyCode code, Runnable action) {
        return new Shortcut("", "", new Always(code), action);
    }

    private void escape() {
        if (keyList.isVisible()) {
            keyList.setVisible(false);
        } else if (!grid.shrink()) {
            shell.requestFocus();
        }
    }

    private void look(UnaryOperator<ViewState> how) {
        workbench.look(how.apply(workbench.view()));
    }

    private void scaleRate(double factor) {
        Run chosen = workbench.scene().chosen();
        Optimizer optimizer = workbench.resolver().optimizer(workbench.experiment(), chosen);
        int from = Edits.from(workbench.view());
        workbench.edit(RateEdits.withScaledRate(workbench.experiment(), chosen.name(), optimizer, factor, from));
    }

    private void toggleRun(int place) {
        List<Run> runs = workbench.experiment().runs();
        if (place < runs.size()) {
            look(view -> view.withToggled(runs.get(place).name()));
        }
    }
}
