package fallline.app;

import fallline.app.controls.Fold;
import fallline.app.paint.FigureView;
import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.figure.paint.Theme;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A window on the screen that does not exist, with a user in front of it.
public final class OpenWindow implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;
    private static final int ATTEMPTS = 5;

    private final FxRobot robot = new FxRobot();
    private final FxWatchdog watchdog;
    private final FallLineWindow window;
    private final Stage stage;

    private OpenWindow(AppContext context, double width, double height) {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new AssertionError("the toolkit did not start", e);
        }
        stage = fx(() -> new Stage());
        window = fx(() -> {
            FallLineWindow made = new FallLineWindow(stage, context);
            made.desk().appearance().choose(Theme.LIGHT);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            made.show();
            return made;
        });
        robot.moveTo(new Point2D(2, 2)); // in a corner the mouse means nothing
        watchdog = FxWatchdog.start(); // what a window is made of is read while it is made
    }

    /// A window that stands still, of the smallest size, when all of it is computed and painted.
    public static OpenWindow of(Experiment experiment) {
        return of(Trial.context(experiment));
    }

    public static OpenWindow of(AppContext context) {
        OpenWindow open = new OpenWindow(context, 1000, 700);
        open.settle();
        return open;
    }

    public FallLineWindow window() {
        return window;
    }

    Stage stage() {
        return stage;
    }

    public FxRobot robot() {
        return robot;
    }

    public <T> T fx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(1000L * PATIENCE_SECONDS, question);
    }

    public void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(1000L * PATIENCE_SECONDS, action);
    }

    ViewState view() {
        return fx(() -> window.workbench().view());
    }

    public int playhead() {
        return view().playhead();
    }

    Experiment experiment() {
        return fx(() -> window.workbench().experiment());
    }

    /// The experiment's start.
    double[] start() {
        return experiment().startPoint();
    }

    public Node find(String query) {
        return robot.lookup(query).query();
    }

    public <T extends Node> T find(String query, Class<T> kind) {
        return kind.cast(find(query));
    }

    /// A box of choices.
    @SuppressWarnings("unchecked") // what is in it is known where it is asked for
    public <T> ComboBox<T> choices(String query) {
        return (ComboBox<T>) find(query);
    }

    public String text(String query) {
        return fx(() -> find(query, Labeled.class).getText());
    }

    /// Clicks as a person does, who follows what moves away: while formulas are typeset, what is below them moves.
    public void click(String query) {
        reveal(query);
        boolean under = false;
        for (int attempt = 0; attempt < ATTEMPTS && !under; attempt++) {
            fx(() -> scrollTo(find(query)));
            robot.moveTo(query);
            under = fx(() -> find(query).isHover());
        }
        robot.clickOn(MouseButton.PRIMARY);
    }

    /// Opens the folds that a node lies in by clicks on their heads, as a person does who looks for it.
    public void reveal(String query) {
        for (Node closed = closed(query); closed != null; closed = closed(query)) {
            click("#" + closed.getId());
        }
    }

    /// The head of the outermost closed fold that the node lies in.
    private @Nullable Node closed(String query) {
        return fx(() -> {
            Node head = null;
            for (Node node = find(query).getParent(); node != null; node = node.getParent()) {
                Node inside = node.lookup(".fold-head");
                if (node instanceof Fold fold && !fold.isOpen() && !holds(inside, find(query))) {
                    head = inside;
                }
            }
            return head;
        });
    }

    private static boolean holds(Node outer, Node inner) {
        for (Node node = inner; node != null; node = node.getParent()) {
            if (node == outer) {
                return true;
            }
        }
        return false;
    }

    /// Scrolls as a person would who looks for the node.
    private static void scrollTo(Node node) {
        Parent root = node.getScene().getRoot();
        root.layout();
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane pane && pane.getContent() != null) {
                Bounds place = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
                double room = pane.getContent().getLayoutBounds().getHeight()
                        - pane.getViewportBounds().getHeight();
                double above = place.getCenterY() - pane.getViewportBounds().getHeight() / 2;
                if (room > 0) {
                    pane.setVvalue(Math.clamp(above / room, 0, 1));
                    root.layout();
                }
            }
        }
    }

    void press(KeyCode... keys) {
        awaitKeyboard();
        robot.push(keys);
    }

    void type(String characters) {
        awaitKeyboard();
        robot.write(characters);
    }

    private void awaitKeyboard() {
        await("the window has the keyboard", () -> {
            if (!stage.isFocused()) {
                stage.requestFocus();
            }
            return stage.isFocused();
        });
    }

    /// Waits for `condition`, asked on the FX thread.
    public void await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> fx(condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("this did not happen: " + what, e);
        }
    }

    /// Waits until all runs are computed and all figures painted.
    public void settle() {
        await(
                "what the window writes by itself is written",
                () -> !window.desk().files().busy());
        await("all runs are computed", () -> window.workbench().scene().settled());
        await("all figures are painted", () -> stage.getScene().getRoot().lookupAll(".figure-view").stream()
                .map(FigureView.class::cast)
                .allMatch(FigureView::upToDate));
    }

    public FigureView figure(String pane) {
        return find("#" + pane + "-figure", FigureView.class);
    }

    PlotArea plot(String pane) {
        return fx(() -> {
            FigureView.Shown shown = figure(pane).shown().orElseThrow();
            return ((PlotFigure) shown.figure()).plot(shown.size());
        });
    }

    /// The place on the screen of a point of the data.
    public Point2D onScreen(String pane, double x, double y) {
        PlotArea plot = plot(pane);
        return onScreen(pane, new Point2D(plot.px(x), plot.py(y)));
    }

    public Point2D onScreen(String pane, Point2D pixel) {
        return fx(() -> figure(pane).localToScreen(pixel));
    }

    @Override
    public void close() {
        try (watchdog) {
            fx(window::close);
        }
    }
}
