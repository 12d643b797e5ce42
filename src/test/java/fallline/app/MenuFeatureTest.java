package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.figure.paint.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;

@DisplayName("The menus")
class MenuFeatureTest {
    private static OpenWindow window(double width, double height) {
        OpenWindow open = OpenWindow.of(Trial.furnished(Fixtures.EXPERIMENTS.first()));
        open.fx(() -> {
            open.stage().setWidth(width);
            open.stage().setHeight(height);
        });
        open.settle();
        return open;
    }

    private static MenuItem item(OpenWindow open, String menu, String id) {
        return open.fx(() -> open.find("#menus", MenuBar.class).getMenus().stream()
                .filter(one -> menu.equals(one.getId()))
                .flatMap(one -> one.getItems().stream())
                .filter(one -> id.equals(one.getId()))
                .findFirst()
                .orElseThrow());
    }

    private static boolean appears(OpenWindow open, String query) {
        return open.robot().lookup(query).tryQuery().isPresent();
    }

    private static void openMenu(OpenWindow open, String menu, String entry) {
        until(open, () -> open.click(menu), entry);
    }

    /// Does it once more, as a user would whose window lost the keyboard or the mouse for a moment.
    private static void until(OpenWindow open, Runnable action, String entry) {
        for (int attempt = 0; attempt < 3; attempt++) {
            action.run();
            for (int pulse = 0; pulse < 40; pulse++) {
                if (open.fx(() -> appears(open, entry))) {
                    return;
                }
                WaitForAsyncUtils.sleep(25, TimeUnit.MILLISECONDS);
            }
        }
        throw new AssertionError(entry + " did not appear");
    }

    @Test
    @DisplayName("grow and shrink with the interface as all else does, not twice")
    void grow() {
        try (OpenWindow open = window(1280, 720)) {
            double usual = wordSize(open);
            open.fx(() -> open.window().desk().appearance().resize(80));
            open.settle();
            assertThat(open.fx(() -> open.find("#menus").isVisible())).isTrue();
            assertThat(wordSize(open)).isEqualTo(usual);
        }
    }

    /// The size of the bar's first word, before the window is scaled.
    private static double wordSize(OpenWindow open) {
        return open.fx(() -> {
            MenuBar bar = open.find("#menus", MenuBar.class);
            bar.applyCss();
            return ((Label) bar.lookup(".label")).getFont().getSize();
        });
    }

    @Test
    @DisplayName("stand in the toolbar's row in a wide window, and say what is possible and on at the moment they open")
    void wide() {
        try (OpenWindow open = window(1280, 720)) {
            MenuBar bar = open.find("#menus", MenuBar.class);
            assertThat(open.fx(() -> bar.getMenus().stream()
                            .map(menu -> menu.getText().replace("_", ""))
                            .toList()))
                    .containsExactly("File", "Edit", "View", "Run", "Help");
            open.await("the toolbar is as high as without them", () -> ((Region) bar.getParent()).getHeight() == 52);
            assertThat(open.fx(() -> open.find("#more").isVisible())).isFalse();

            openMenu(open, "#menu-bar-edit", "#menu-undo");
            MenuItem undo = item(open, "menu-bar-edit", "menu-undo");
            assertThat(undo.isDisable()).isTrue();
            assertThat(undo.getAccelerator().getDisplayText()).isIn("Ctrl+Z", "⌘Z");
            open.robot().push(KeyCode.ESCAPE);
            open.await("the menu is closed", () -> !appears(open, "#menu-undo"));

            open.fx(() -> {
                var bench = open.window().workbench();
                bench.edit(bench.experiment().withSteps(71));
            });
            openMenu(open, "#menu-bar-edit", "#menu-undo");
            assertThat(undo.isDisable()).isFalse();
            open.click("#menu-undo");
            open.await(
                    "it is undone", () -> open.window().workbench().experiment().steps() == 100);

            CheckMenuItem log = (CheckMenuItem) item(open, "menu-bar-view", "menu-logarithmic");
            assertThat(log.isSelected()).isTrue();
            open.type("l");
            openMenu(open, "#menu-bar-view", "#menu-logarithmic");
            assertThat(log.isSelected()).isFalse();
            open.click("#menu-logarithmic");
            assertThat(open.view().convergence().logarithmic()).isTrue();
        }
    }

    @Test
    @DisplayName("lie behind the one button in a narrow window, with the colours in a menu of the menu")
    void narrow() {
        try (OpenWindow open = window(1000, 700)) {
            assertThat(open.fx(() -> open.find("#menus").isVisible())).isFalse();
            MenuButton more = open.find("#more", MenuButton.class);
            assertThat(open.fx(() ->
                            more.getItems().stream().map(MenuItem::getText).toList()))
                    .containsExactly("File", "Edit", "View", "Run", "Help");
            open.fx(() -> {
                Menu view = (Menu) more.getItems().get(2);
                Menu colours = (Menu) view.getItems().stream()
                        .filter(item -> "menu-theme".equals(item.getId()))
                        .findFirst()
                        .orElseThrow();
                colours.getItems().get(2).fire();
            });
            assertThat(open.fx(() -> open.window().desk().appearance().theme())).isEqualTo(Theme.DARK);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 720", "1000, 700"})
    @DisplayName("open by F10 and by Alt alone, and have the arrow keys for themselves")
    void keyboard(double width, double height) {
        try (OpenWindow open = window(width, height)) {
            for (KeyCode key : List.of(KeyCode.F10, KeyCode.ALT)) {
                until(open, () -> open.press(key), width < 1280 ? "#more-file" : "#menu-new");
                open.robot().push(KeyCode.RIGHT);
                open.robot().push(KeyCode.ESCAPE);
                open.robot().push(KeyCode.ESCAPE);
                open.await("no menu is open", () -> !appears(open, "#menu-new") && !appears(open, "#more-file"));
            }
            assertThat(open.playhead()).isZero();
            open.press(KeyCode.RIGHT);
            open.await(
                    "one step is taken", () -> open.window().workbench().view().playhead() == 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 720, 47", "1000, 700, 45"})
    @DisplayName("took buttons away: no more controls are to be seen than before there were menus")
    void calm(double width, double height, int before) {
        try (OpenWindow open = window(width, height)) {
            open.settle();
            List<Node> seen = new ArrayList<>();
            open.fx(() -> collect(open.stage().getScene().getRoot(), seen));
            assertThat(seen).hasSizeLessThanOrEqualTo(before).hasSizeGreaterThan(before / 2);
        }
    }

    private static void collect(Node node, List<Node> seen) {
        if (!node.isVisible()) {
            return;
        }
        boolean control = node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof Slider
                || node instanceof ComboBoxBase<?>;
        if (control) {
            if (isInSight(node)) {
                seen.add(node);
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, seen));
        }
    }

    private static boolean isInSight(Node node) {
        double middle = node.localToScene(node.getLayoutBounds()).getCenterY();
        for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
            Bounds bounds = parent.localToScene(parent.getLayoutBounds());
            if (parent instanceof ScrollPane && (middle < bounds.getMinY() || middle > bounds.getMaxY())) {
                return false;
            }
        }
        return node.getLayoutBounds().getWidth() > 0;
    }
}
