package fallline.app.controls;

import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;

/// Drags of which no press came before: the press closed a popup, which took it for itself. Nothing is meant by them,
/// and the toolkit's sliders fail on them.
public final class StrayDrags {
    private boolean pressed;

    private StrayDrags() {}

    /// Keeps such drags from a scene.
    public static void keptFrom(Scene scene) {
        StrayDrags drags = new StrayDrags();
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> drags.pressed = true);
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, drags::stop);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, drags::released);
    }

    private void stop(MouseEvent drag) {
        if (!pressed) {
            drag.consume();
        }
    }

    private void released(MouseEvent release) {
        pressed = release.isPrimaryButtonDown() || release.isSecondaryButtonDown() || release.isMiddleButtonDown();
    }
}
