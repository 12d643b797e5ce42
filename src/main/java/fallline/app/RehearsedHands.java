package fallline.app;

import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.stage.Window;

/// What a user does with the first screen, without a user: looks, plays it to its end, closes the window.
public final class RehearsedHands {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Duration looking;
    private final Duration playing;

    /// @param looking from the window's being there to the press of *play*
    /// @param playing from there to the window's end
    public RehearsedHands(Duration looking, Duration playing) {
        this.looking = looking;
        this.playing = playing;
    }

    /// Begins to wait for the window, on a thread of its own.
    public void begin() {
        Thread.ofPlatform().daemon().name("rehearsal").start(this::use);
    }

    private void use() {
        try {
            while (Window.getWindows().isEmpty()) {
                Thread.sleep(LOOK_EVERY);
            }
            Thread.sleep(looking);
            Platform.runLater(RehearsedHands::play);
            Thread.sleep(playing);
        } catch (InterruptedException e) {
            return;
        }
        Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    private static void play() {
        Node play = Window.getWindows().getFirst().getScene().lookup("#play");
        if (play instanceof ButtonBase button) {
            button.fire();
        }
    }
}
