package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.figure.Theme;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooksTest {
    /// What JavaFX's own logger says while `action` runs.
    private static List<String> warnings(Runnable action) {
        List<String> said = new ArrayList<>();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                    said.add(entry.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("javafx");
        logger.addHandler(ear);
        PrintStream console = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(console);
            logger.removeHandler(ear);
        }
        printed.toString(StandardCharsets.UTF_8).lines().forEach(said::add);
        return said;
    }

    /// Controls of ControlsFX whose sheets look up Modena's colours.
    private static VBox controlsFx() {
        return new VBox(
                new RangeSlider(),
                new ToggleSwitch("switch"),
                new StatusBar(),
                new SegmentedButton(new ToggleButton("a"), new ToggleButton("b")));
    }

    @Test
    @DisplayName("light and dark change everything, without a warning from the style sheets")
    void themes() {
        List<String> said = warnings(() -> {
            Furniture furniture = new Furniture(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(controlsFx()),
                    () -> {},
                    () -> {},
                    () -> {},
                    () -> {},
                    () -> {},
                    PictureActions.NONE);
            try (OpenWindow open = OpenWindow.of(
                    Trial.context(Trial.square(), new Trial.Answers(), AppContext.Opening.STILL, furniture))) {
                open.click("#steps-title");
                open.robot().moveTo("#theme");
                open.settle();
                int painted = open.figure("loss").paintCount();
                open.click("#theme");
                open.settle();
                assertThat(open.fx(() -> open.window().desk().appearance().theme()))
                        .isEqualTo(Theme.DARK);
                assertThat(open.figure("loss").paintCount()).isEqualTo(painted + 1);
                Region card = open.find("#loss-card", Region.class);
                assertThat(open.fx(
                                () -> card.getBackground().getFills().getLast().getFill()))
                        .hasToString("0x161b22ff");
                open.click("#theme");
                open.settle();
                assertThat(open.fx(
                                () -> card.getBackground().getFills().getLast().getFill()))
                        .hasToString("0xffffffff");
            }
        });
        assertThat(said).isEmpty();
    }

    @Test
    @DisplayName("a wrong look-up in a style sheet is heard")
    void earWorks() {
        List<String> said = warnings(() -> {
            try (OpenWindow open = OpenWindow.of(Trial.square())) {
                open.fx(() -> {
                    Label label = new Label("x");
                    label.setStyle("-fx-text-fill: -no-such-role;");
                    ((Shell) open.stage().getScene().getRoot()).getChildren().add(label);
                    label.applyCss();
                });
            }
        });
        assertThat(said).anyMatch(line -> line.contains("-no-such-role"));
    }

    @ParameterizedTest(name = "{0}×{1}")
    @CsvSource({"1000, 700, 1000000", "1600, 1000, 1000000", "1280, 720, 200", "1279, 900, 200"})
    @DisplayName("nothing is cut off at")
    void nothingCutOff(int width, int height, int steps) {
        try (OpenWindow open = OpenWindow.of(Trial.furnished(Trial.valley().withSteps(Math.min(steps, 5000))))) {
            List<String> faults = open.fx(() -> {
                Shell shell = (Shell) open.stage().getScene().getRoot();
                open.stage().getScene().setRoot(new Group());
                Group stand = new Group(shell);
                stand.setAutoSizeChildren(false);
                open.stage().getScene().setRoot(stand);
                shell.resize(width, height);
                for (int pass = 0; pass < 3; pass++) {
                    stand.applyCss();
                    stand.layout();
                }
                List<String> found = new ArrayList<>();
                check(shell, shell, false, found);
                assertThat(shell.lookupAll(".deck")).hasSize(width < 1280 ? 3 : 4);
                return found;
            });
            assertThat(faults).isEmpty();
        }
    }

    /// @param scrolled whether the node may lie below the edge of what is seen
    private static void check(Node node, Node shell, boolean scrolled, List<String> faults) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled empty
                && empty.getText() != null
                && empty.getText().isEmpty()
                && empty.getGraphic() == null) {
            return;
        }
        if (node instanceof Control || node instanceof FigureView) {
            Bounds inShell = shell.sceneToLocal(node.localToScene(node.getLayoutBounds()));
            Bounds frame = shell.getLayoutBounds();
            boolean inside = inShell.getMinX() >= -1
                    && inShell.getMaxX() <= frame.getMaxX() + 1
                    && inShell.getMinY() >= -1
                    && (scrolled || inShell.getMaxY() <= frame.getMaxY() + 1);
            if (!inside) {
                faults.add("outside the window: " + node + " " + inShell);
            }
            Parent parent = node.getParent();
            if (!grown(parent.getLayoutBounds()).contains(node.getBoundsInParent())) {
                faults.add("outside its parent: " + node + " " + node.getBoundsInParent());
            }
        }
        if (node instanceof Labeled labeled && !labeled.getStyleClass().contains("card-subtitle")) {
            boolean narrow = !labeled.isWrapText() && labeled.getWidth() < labeled.prefWidth(-1) - 1.5;
            boolean low =
                    labeled.getHeight() < labeled.prefHeight(labeled.isWrapText() ? labeled.getWidth() : -1) - 0.5;
            if (narrow || low) {
                faults.add("shortened: " + labeled + " in " + labeled.getParent());
            }
        }
        if (node instanceof ScrollPane scroll) {
            check(scroll.getContent(), shell, true, faults);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> check(child, shell, scrolled, faults));
        }
    }

    private static Bounds grown(Bounds bounds) {
        return new BoundingBox(
                bounds.getMinX() - 1, bounds.getMinY() - 1, bounds.getWidth() + 2, bounds.getHeight() + 2);
    }
}
