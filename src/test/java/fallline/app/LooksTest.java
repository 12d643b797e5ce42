package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.feature.Feature;
import fallline.app.paint.FigureView;
import fallline.app.shell.Shell;
import fallline.app.transport.Opening;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Theme;
import fallline.picture.page.Views;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
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
    @DisplayName("light, dark and high contrast change everything, without a warning from the style sheets")
    void themes() {
        List<String> said = warnings(() -> {
            Feature card = new Feature() {
                @Override
                public List<Node> cards() {
                    return List.of(controlsFx());
                }
            };
            try (OpenWindow open = OpenWindow.of(Trial.context(Trial.square(), new Trial.Answers(), Views.ALL, desk -> {
                List<Feature> features = Trial.bare(desk, Opening.STILL);
                features.add(card);
                return features;
            }))) {
                open.click("#steps-title");
                open.settle();
                int painted = open.figure("loss").paintCount();
                choose(open, "theme-dark");
                assertThat(open.fx(() -> open.window().desk().appearance().theme()))
                        .isEqualTo(Theme.DARK);
                assertThat(open.figure("loss").paintCount()).isEqualTo(painted + 1);
                Region loss = open.find("#loss-card", Region.class);
                assertThat(open.fx(
                                () -> loss.getBackground().getFills().getLast().getFill()))
                        .hasToString("0x161b22ff");
                choose(open, "theme-high-contrast");
                assertThat(open.fx(
                                () -> loss.getBackground().getFills().getLast().getFill()))
                        .hasToString("0x000000ff");
                choose(open, "theme-light");
                assertThat(open.fx(
                                () -> loss.getBackground().getFills().getLast().getFill()))
                        .hasToString("0xffffffff");
            }
        });
        assertThat(said).isEmpty();
    }

    private static void choose(OpenWindow open, String theme) {
        open.fx(() -> {
            Menu view = (Menu) open.find("#more", MenuButton.class).getItems().stream()
                    .filter(item -> "more-view".equals(item.getId()))
                    .findFirst()
                    .orElseThrow();
            view.getItems().stream()
                    .filter(item -> "menu-theme".equals(item.getId()))
                    .flatMap(item -> ((Menu) item).getItems().stream())
                    .filter(item -> ("menu-" + theme).equals(item.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
        open.settle();
    }

    /// Pairs of roles: words, and the ground that they stand on.
    private static final List<List<String>> WORDS = List.of(
            List.of("fg-default", "bg-default"),
            List.of("fg-default", "bg-subtle"),
            List.of("fg-default", "bg-inset"),
            List.of("fg-muted", "bg-default"),
            List.of("fg-muted", "bg-inset"),
            List.of("fg-emphasis", "accent-emphasis"),
            List.of("accent-fg", "bg-default"),
            List.of("accent-fg", "accent-subtle"),
            List.of("fg-default", "accent-subtle"),
            List.of("fg-default", "success-subtle"),
            List.of("fg-default", "warning-subtle"),
            List.of("fg-default", "danger-subtle"),
            List.of("success-fg", "bg-default"),
            List.of("success-fg", "success-subtle"),
            List.of("warning-fg", "bg-default"),
            List.of("danger-fg", "bg-default"),
            List.of("danger-fg", "danger-subtle"));

    @ParameterizedTest
    @CsvSource({"light, 4.5", "dark, 4.5", "high-contrast, 7", "high-contrast-light, 7", "projector, 7"})
    @DisplayName("words in the window are readable on every ground that they stand on")
    void readable(String theme, double least) throws IOException {
        Map<String, java.awt.Color> roles = new HashMap<>(Map.of("fg-emphasis", java.awt.Color.WHITE));
        Matcher role = Pattern.compile("-color-([a-z-]+): #([0-9a-f]{6});").matcher(sheet(theme + ".css"));
        while (role.find()) {
            roles.put(role.group(1), new java.awt.Color(Integer.parseInt(role.group(2), 16)));
        }
        for (List<String> pair : WORDS) {
            assertThat(Contrast.between(colour(roles, pair.getFirst()), colour(roles, pair.getLast())))
                    .as(pair.toString())
                    .isGreaterThanOrEqualTo(least);
        }
    }

    /// The sheet behind that which it imports.
    private static String sheet(String name) throws IOException {
        String text = Files.readString(Path.of("assets/css/" + name));
        Matcher imported = Pattern.compile("@import \"([^\"]+)\";").matcher(text);
        return imported.find() ? sheet(imported.group(1)) + text : text;
    }

    private static java.awt.Color colour(Map<String, java.awt.Color> roles, String role) {
        return Objects.requireNonNull(roles.get(role), role);
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
