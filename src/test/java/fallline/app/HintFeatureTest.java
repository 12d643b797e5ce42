package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.export.FilePrinting;
import fallline.app.transport.Opening;
import fallline.file.user.OwnCatalogue;
import fallline.file.user.PreferencesFile;
import fallline.file.user.UserDesk;
import fallline.picture.page.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The hints of the first start")
class HintFeatureTest {
    @TempDir
    Path folder;

    private OpenWindow start() {
        OwnCatalogue own = new OwnCatalogue(
                Trial.NOTHING_KEPT.rules(),
                Trial.NOTHING_KEPT.functions(),
                new PreferencesFile(folder.resolve("preferences.json")));
        Features features = new Features(
                Fixtures.CATALOGUE,
                new FilePrinting(Fixtures.CATALOGUE),
                own,
                UserDesk.in(folder),
                new Opening(2, 100),
                Optional.empty());
        OpenWindow open = OpenWindow.of(Trial.context(Trial.square(), new Trial.Answers(), Views.ALL, features::on));
        open.await(
                "the first steps are played",
                () -> open.window().workbench().view().playhead() == 2);
        return open;
    }

    private static List<String> hints(OpenWindow open) {
        return open.fx(() -> open.stage().getScene().getRoot().lookupAll(".hint > .label").stream()
                .map(label -> ((Label) label).getText())
                .toList());
    }

    private static void awaitHints(OpenWindow open, String... wanted) {
        open.await("the hints that are left", () -> hints(open).equals(List.of(wanted)));
    }

    @Test
    @DisplayName("stand below the loss without covering it, go when they are done, and are gone for good")
    void done() {
        try (OpenWindow open = start()) {
            awaitHints(open, "Drag the start", "Turn the learning rate", "Step with →");
            open.fx(() -> {
                Bounds figure = sceneBounds(open.figure("loss"));
                Bounds strip = sceneBounds(open.find("#hints"));
                assertThat(strip.getMinY()).isGreaterThanOrEqualTo(figure.getMaxY());
                assertThat(strip.getMaxX())
                        .isLessThanOrEqualTo(
                                sceneBounds(open.find("#loss-card")).getMaxX());
            });
            open.press(KeyCode.RIGHT);
            awaitHints(open, "Drag the start", "Turn the learning rate");
            Furnished.enter(open, "#lr", "0.2");
            awaitHints(open, "Drag the start");
            open.settle();
            Point2D ring = open.onScreen("loss", 20, 400);
            open.robot().moveTo(ring).press(MouseButton.PRIMARY).moveBy(-40, 40).release(MouseButton.PRIMARY);
            awaitHints(open);
            assertThat(open.fx(() -> open.robot().lookup("#hints").tryQuery())).isEmpty();
        }
        try (OpenWindow again = start()) {
            assertThat(hints(again)).isEmpty();
            again.fx(() -> Furnished.run(again.window(), "show-hints"));
            awaitHints(again, "Drag the start", "Turn the learning rate", "Step with →");
        }
    }

    @Test
    @DisplayName("go one by one with their crosses, and the others are there at the next start")
    void dismissed() {
        try (OpenWindow open = start()) {
            open.click("#dismiss-step");
            awaitHints(open, "Drag the start", "Turn the learning rate");
            open.settle();
        }
        try (OpenWindow again = start()) {
            awaitHints(again, "Drag the start", "Turn the learning rate");
        }
    }

    @Test
    @DisplayName("are not shown to who has used an older version, nor for what plays or is opened")
    void returning() throws IOException {
        Files.writeString(folder.resolve("preferences.json"), "{}");
        try (OpenWindow open = start()) {
            assertThat(hints(open)).isEmpty();
            open.fx(() -> Furnished.run(open.window(), "show-hints"));
            open.fx(() -> Furnished.run(open.window(), "play"));
            open.await("it plays", () -> open.window().workbench().view().playhead() > 4);
            open.fx(() -> Furnished.run(open.window(), "play"));
            open.fx(() -> open.window().workbench().open(Trial.bowl()));
            open.settle();
            assertThat(hints(open)).hasSize(3);
        }
    }

    @Test
    @DisplayName("step aside for a presentation and for a lesson, and come back afterwards")
    void aside() {
        try (OpenWindow open = start()) {
            awaitHints(open, "Drag the start", "Turn the learning rate", "Step with →");
            open.fx(() -> Furnished.run(open.window(), "present"));
            awaitHints(open);
            open.press(KeyCode.ESCAPE);
            awaitHints(open, "Drag the start", "Turn the learning rate", "Step with →");
            open.fx(() -> Furnished.run(open.window(), "learn"));
            open.await("the list", () -> open.robot()
                    .lookup("#lesson-01-slope-and-step")
                    .tryQuery()
                    .isPresent());
            open.click("#lesson-01-slope-and-step");
            awaitHints(open);
            open.click("#lesson-leave");
            awaitHints(open, "Drag the start", "Turn the learning rate", "Step with →");
        }
    }

    private static Bounds sceneBounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
