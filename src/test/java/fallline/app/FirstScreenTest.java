package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The application as a new user meets it.
class FirstScreenTest {
    private final FxRobot robot = new FxRobot();

    @BeforeEach
    void launch() throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupApplication(FallLineApp.class);
        assertThat(stage.isShowing()).isTrue();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    @DisplayName("plays J = w² from 20 with rate 0.1 to step 20 of 100 and stands there")
    void plays() throws TimeoutException {
        Label playhead = robot.lookup(".playhead").queryAs(Label.class);
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(
                        10_000, () -> playhead.getText().equals("20")));
        WaitForAsyncUtils.sleep(400, TimeUnit.MILLISECONDS);
        assertThat(playhead.getText()).as("four steps' time later").isEqualTo("20");
        assertThat(robot.lookup("#verdict-sentence").queryAs(Label.class).getText())
                .isEqualTo("Gradient descent descends: J\u00a00.0532, ‖∇J‖\u00a00.461");
        assertThat(robot.lookup("#loss-title").queryAs(Label.class).getText()).isEqualTo("Loss");
    }
}
