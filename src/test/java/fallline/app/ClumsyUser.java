package fallline.app;

import fallline.experiment.Experiment;
import fallline.figure.paint.Theme;
import fallline.io.LogFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

/// Somebody who clicks, drags and types whatever and wherever, always the same for a seed as far as the machine is.
final class ClumsyUser implements AutoCloseable {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 700;
    private static final int TOLD = 25;

    /// More than the history keeps.
    private static final int MOST_UNDONE = 500;

    private static final String CONTROLS =
            ".button, .toggle-button, .combo-box, .text-field, .text-area, .slider, .check-box,"
                    + " .radio-button, .menu-button, .menu-item, .list-cell, .table-cell, .figure-view, .hyperlink, .spinner";

    private static final List<String> WORDS = List.of(
            "x^2",
            "sin(x)*y",
            "0.1",
            "-3",
            "1e400",
            "adam",
            "w",
            "(((",
            "100",
            "",
            " ",
            "NaN",
            "x^2 + a*y, a = 2 (0 .. 3)",
            "ä→∞",
            "lr = 0.1",
            "theta <- theta - lr*g",
            "iris",
            "=1+1",
            "999999999999");

    private static final List<KeyCode> KEYS = List.of(
            KeyCode.SPACE,
            KeyCode.ENTER,
            KeyCode.TAB,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.DELETE,
            KeyCode.BACK_SPACE,
            KeyCode.PAGE_UP,
            KeyCode.PAGE_DOWN,
            KeyCode.F1,
            KeyCode.F11,
            KeyCode.OPEN_BRACKET,
            KeyCode.CLOSE_BRACKET,
            KeyCode.PLUS,
            KeyCode.MINUS,
            KeyCode.A,
            KeyCode.D,
            KeyCode.F,
            KeyCode.L,
            KeyCode.R,
            KeyCode.S,
            KeyCode.T);

    /// With the shortcut key: undo, redo, save, open, copy, paste, all, export, but not close and quit.
    private static final List<KeyCode> SHORTCUTS = List.of(
            KeyCode.Z, KeyCode.Y, KeyCode.S, KeyCode.O, KeyCode.C, KeyCode.V, KeyCode.A, KeyCode.E, KeyCode.D,
            KeyCode.K);

    private final Random random;
    private final FxRobot robot = new FxRobot();
    private final Deque<String> story = new ArrayDeque<>();
    private Optional<FallLineWindow> window = Optional.empty();
    private Optional<Stage> stage = Optional.empty();
    private Optional<FxWatchdog> watchdog = Optional.empty();

    ClumsyUser(Random random) {
        this.random = random;
    }

    void open(AppContext context, LogFile log) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Stage made = fx(() -> new Stage());
        stage = Optional.of(made);
        window = Optional.of(fx(() -> {
            FallLineWindow shown = new FallLineWindow(made, context, Optional.of(log));
            shown.desk().appearance().choose(Theme.LIGHT);
            made.setX(0);
            made.setY(0);
            made.setWidth(WIDTH);
            made.setHeight(HEIGHT);
            shown.show();
            return shown;
        }));
        watchdog = Optional.of(FxWatchdog.start());
    }

    private static <T> T fx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(300_000, question);
    }

    /// Whether the window is still open: among all that can be clicked there may be what closes it.
    boolean isThere() {
        return stage.isPresent() && fx(() -> stage.get().isShowing());
    }

    /// The last actions, one a line.
    String story() {
        return String.join("\n", story);
    }

    private void tell(String what) {
        story.addLast(what);
        if (story.size() > TOLD) {
            story.removeFirst();
        }
    }

    /// Does the next thing.
    void act() {
        int choice = random.nextInt(100);
        if (choice < 35) {
            clickControl();
        } else if (choice < 48) {
            clickAnywhere();
        } else if (choice < 62) {
            drag();
        } else if (choice < 77) {
            key();
        } else if (choice < 87) {
            word();
        } else if (choice < 93) {
            tell("scroll");
            robot.scroll(1 + random.nextInt(5), random.nextBoolean() ? VerticalDirection.UP : VerticalDirection.DOWN);
        } else {
            tell("Escape");
            robot.push(KeyCode.ESCAPE);
        }
        WaitForAsyncUtils.waitForFxEvents(2);
    }

    private void clickControl() {
        List<Bounds> places = new ArrayList<>();
        List<String> names = new ArrayList<>();
        fx(() -> {
            for (Window one : List.copyOf(Window.getWindows())) {
                for (Node node : one.getScene().getRoot().lookupAll(CONTROLS)) {
                    Bounds bounds = node.localToScreen(node.getLayoutBounds());
                    if (bounds != null && node.isVisible() && !node.isDisabled() && bounds.getWidth() > 0) {
                        places.add(bounds);
                        names.add(node.getClass().getSimpleName() + "#" + node.getId() + " " + node.getStyleClass());
                    }
                }
            }
            return null;
        });
        if (places.isEmpty()) {
            return;
        }
        int index = random.nextInt(places.size());
        Bounds at = places.get(index);
        tell("click " + names.get(index));
        robot.clickOn(at.getCenterX(), at.getCenterY(), Motion.DIRECT, button());
    }

    private MouseButton button() {
        return random.nextInt(12) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
    }

    private Point2D anywhere() {
        return new Point2D(random.nextInt(WIDTH), random.nextInt(HEIGHT));
    }

    private void clickAnywhere() {
        Point2D at = anywhere();
        boolean twice = random.nextInt(5) == 0;
        tell((twice ? "double click " : "click ") + at);
        if (twice) {
            robot.doubleClickOn(at.getX(), at.getY(), Motion.DIRECT, MouseButton.PRIMARY);
        } else {
            robot.clickOn(at.getX(), at.getY(), Motion.DIRECT, button());
        }
    }

    private void drag() {
        Point2D from = anywhere();
        Point2D to = anywhere();
        tell("drag " + from + " to " + to);
        robot.moveTo(from, Motion.DIRECT);
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(from.midpoint(to), Motion.DIRECT);
        robot.moveTo(to, Motion.DIRECT);
        robot.release(MouseButton.PRIMARY);
    }

    private void key() {
        if (random.nextInt(3) == 0) {
            KeyCode key = SHORTCUTS.get(random.nextInt(SHORTCUTS.size()));
            tell("Ctrl+" + key);
            robot.push(KeyCode.CONTROL, key);
        } else {
            KeyCode key = KEYS.get(random.nextInt(KEYS.size()));
            boolean shift = random.nextInt(6) == 0;
            tell((shift ? "Shift+" : "") + key);
            if (shift) {
                robot.push(KeyCode.SHIFT, key);
            } else {
                robot.push(key);
            }
        }
    }

    private void word() {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        boolean enter = random.nextBoolean();
        tell("type '" + word + (enter ? "' Enter" : "'"));
        robot.write(word, 0);
        if (enter) {
            robot.push(KeyCode.ENTER);
        }
    }

    /// Takes back everything.
    ///
    /// @return what is then on the screen
    Experiment undoAll() {
        FallLineWindow shown = window.orElseThrow();
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        return fx(() -> {
            int undone = 0;
            while (shown.workbench().canUndo()) {
                shown.workbench().undo();
                undone++;
            }
            if (undone >= MOST_UNDONE) {
                throw new AssertionError("the history was too short for this test: give each window fewer actions");
            }
            tell("undone: " + undone);
            return shown.workbench().experiment();
        });
    }

    @Override
    public void close() {
        if (watchdog.isPresent()) {
            try (FxWatchdog dog = watchdog.get()) {
                fx(() -> {
                    HeadlessMemory.forget();
                    window.ifPresent(FallLineWindow::close);
                    List.copyOf(Window.getWindows()).stream()
                            .filter(other -> !(other instanceof Stage))
                            .forEach(Window::hide);
                    HeadlessMemory.forget();
                    return dog;
                });
            }
        }
        window = Optional.empty();
        stage = Optional.empty();
    }
}
