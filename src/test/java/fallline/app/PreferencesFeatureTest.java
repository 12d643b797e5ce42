package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.view.SurfaceLook.Colours;
import fallline.file.user.OwnCatalogue;
import fallline.file.user.Preferences;
import fallline.file.user.PreferencesFile;
import fallline.file.user.Shares;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the user likes:")
class PreferencesFeatureTest {
    private final List<FallLineWindow> windows = new ArrayList<>();
    private final PreferencesFile file;

    PreferencesFeatureTest(@TempDir Path folder) {
        file = new PreferencesFile(folder.resolve("preferences.json"));
    }

    private OpenWindow open() {
        OwnCatalogue own = new OwnCatalogue(Trial.NOTHING_KEPT.rules(), Trial.NOTHING_KEPT.functions(), file);
        return Furnished.window(own, windows, Fixtures.bowl(), new Trial.Answers());
    }

    private <T> void choose(OpenWindow open, String box, T value) {
        @SuppressWarnings("unchecked") // the box is ours
        ComboBox<T> combo = (ComboBox<T>) open.find(box, ComboBox.class);
        open.fx(() -> combo.setValue(value));
    }

    @Test
    @DisplayName("a change in the sheet acts at once, and holds in the next window")
    void sheet() {
        try (OpenWindow open = open()) {
            open.press(KeyCode.CONTROL, KeyCode.COMMA);
            open.await(
                    "the sheet is there",
                    () -> open.robot().lookup("#preferences").tryQuery().isPresent());
            choose(open, "#colours-choice", Colours.MAGMA);
            choose(open, "#size-choice", 125);
            choose(open, "#motion-choice", Preferences.Motion.REDUCED);
            choose(open, "#theme-choice", Preferences.Theme.HIGH_CONTRAST_LIGHT);
            Furnished.enter(open, "#digits-field", "9");
            Furnished.enter(open, "#speed-field", "20");
            open.click("#close-preferences");
            open.settle();
            assertThat(open.view().loss().surface().colours()).isEqualTo(Colours.MAGMA);
            assertThat(open.view().step().digits()).isEqualTo(9);
            assertThat(open.fx(() ->
                            open.window().desk().appearance().sizeProperty().get()))
                    .isEqualTo(125);
        }
        Preferences kept = file.read();
        assertThat(kept.motion()).isEqualTo(Preferences.Motion.REDUCED);
        assertThat(kept.theme()).isEqualTo(Preferences.Theme.HIGH_CONTRAST_LIGHT);
        assertThat(kept.colours()).isEqualTo(Colours.MAGMA);
        assertThat(kept.size()).isEqualTo(125);
        assertThat(kept.digits()).isEqualTo(9);
        assertThat(kept.speed()).isEqualTo(20);
        try (OpenWindow again = open()) {
            assertThat(again.fx(() -> again.window().desk().appearance().reducedMotion()))
                    .isTrue();
            assertThat(again.view().loss().surface().colours()).isEqualTo(Colours.MAGMA);
            assertThat(again.view().step().digits()).isEqualTo(9);
            again.fx(() -> Furnished.run(again.window(), "new"));
            assertThat(again.view().loss().surface().colours()).isEqualTo(Colours.MAGMA);
        }
    }

    @Test
    @DisplayName("a larger interface fills the window as before, and Ctrl 0 gives the usual size back")
    void larger() {
        try (OpenWindow open = open()) {
            Node bar = open.find(".toolbar", Node.class);
            double usual = open.fx(() -> bar.localToScene(bar.getLayoutBounds()).getHeight());
            open.press(KeyCode.CONTROL, KeyCode.PLUS);
            open.press(KeyCode.CONTROL, KeyCode.PLUS);
            open.settle();
            Bounds large = open.fx(() -> bar.localToScene(bar.getLayoutBounds()));
            assertThat(large.getHeight()).isBetween(1.2 * usual, 1.3 * usual);
            assertThat(large.getWidth())
                    .isEqualTo(open.fx(() -> open.stage().getScene().getWidth()));
            Node footer = open.find("#play", Node.class);
            assertThat(open.fx(() -> footer.localToScene(footer.getLayoutBounds()))
                            .getMaxY())
                    .isLessThan(open.fx(() -> open.stage().getScene().getHeight()));
            open.press(KeyCode.CONTROL, KeyCode.DIGIT0);
            open.settle();
            assertThat(open.fx(() -> bar.localToScene(bar.getLayoutBounds()).getHeight()))
                    .isEqualTo(usual);
        }
    }

    @Test
    @DisplayName(
            "the line between the panes is dragged, stays there in the next window, and goes back when pressed twice")
    void shares() {
        try (OpenWindow open = open()) {
            Node line = open.find("#split-left", Node.class);
            open.robot().moveTo(line).press(MouseButton.PRIMARY);
            for (int step = 1; step <= 30; step++) {
                double before = open.fx(() -> left(open));
                open.robot().moveBy(3, 0); // Headless gives the mouse to whatever is under it: the line has to follow
                open.await("the line follows", () -> left(open) > before && line.isHover());
            }
            open.robot().release(MouseButton.PRIMARY);
            open.await("the left panes are wider", () -> left(open) > 0.6 && left(open) < 0.75);
        }
        assertThat(file.read().shares().left()).isBetween(0.6, 0.75);
        try (OpenWindow again = open()) {
            Node line = again.find("#split-left", Node.class);
            assertThat(again.fx(() -> left(again))).isBetween(0.6, 0.75);
            again.robot().doubleClickOn(line);
            again.await("they are as usual", () -> left(again) == Shares.USUAL.left());
        }
    }

    private static double left(OpenWindow open) {
        return open.window().desk().appearance().sharesProperty().get().left();
    }

    @Test
    @DisplayName("the history names every edit, and choosing a line goes there")
    void history() {
        try (OpenWindow open = open()) {
            open.fx(() -> {
                var bench = open.window().workbench();
                bench.edit(bench.experiment().withSteps(150));
                bench.edit(bench.experiment().withSeed(5));
                bench.edit(bench.experiment().withSteps(70));
                Furnished.run(open.window(), "history");
            });
            ListView<?> list = open.find("#history-list", ListView.class);
            assertThat(open.fx(
                            () -> list.getItems().stream().map(String::valueOf).toList()))
                    .containsExactly("As it began", "steps 100 → 150", "seed 0 → 5", "steps 150 → 70");
            open.fx(() -> list.getSelectionModel().select(1));
            assertThat(open.experiment().steps()).isEqualTo(150);
            assertThat(open.experiment().seed()).isZero();
            open.fx(() -> list.getSelectionModel().select(3));
            assertThat(open.experiment().steps()).isEqualTo(70);
            assertThat(open.experiment().seed()).isEqualTo(5);
        }
    }
}
