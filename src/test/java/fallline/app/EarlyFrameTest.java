package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.desk.Appearance;
import fallline.figure.paint.Theme;
import fallline.file.user.PreferencesFile;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class EarlyFrameTest {
    /// Of the parts of the window, the first card; the bars are before it.
    private static final int CARD = 2;

    @SuppressWarnings("NullAway.Init") // made before every test, on the FX thread
    private Stage stage;

    @BeforeEach
    void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        stage = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new Stage());
    }

    @AfterEach
    void stop() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, stage::hide);
    }

    @Test
    @DisplayName("is on the screen, in the colours of the theme, when it says so")
    void painted() throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<List<Color>> seen = new CompletableFuture<>();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> EarlyFrame.show(stage, frame -> seen.complete(colours(frame))));
        Theme theme = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Appearance.meant(PreferencesFile.ofUser().read().theme()));
        assertThat(seen.get(20, TimeUnit.SECONDS))
                .containsExactly(color(theme.panel()), color(theme.border()), color(theme.surface()));
    }

    /// What the screen has in the middle of a card, at its edge, and beside it.
    private static List<Color> colours(EarlyFrame frame) {
        Node node = frame.scene().getRoot().getChildrenUnmodifiable().get(CARD);
        Bounds card = node.localToScreen(node.getLayoutBounds());
        Robot robot = new Robot();
        return List.of(
                robot.getPixelColor(card.getCenterX(), card.getCenterY()),
                robot.getPixelColor(card.getMinX(), card.getCenterY()),
                robot.getPixelColor(card.getMinX() - 3, card.getCenterY()));
    }

    private static Color color(java.awt.Color color) {
        return Color.rgb(color.getRed(), color.getGreen(), color.getBlue());
    }
}
