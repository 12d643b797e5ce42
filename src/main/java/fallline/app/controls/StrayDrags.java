package fallline.app.controls;

import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;

/// Drags of which no press came before: the press closed a popup, which took it for itself. Nothing is meant by them,
/// and the toolkit's sliders fail on them.
public final class StrayDrags {
    private boolean pressed;

    private StrayDrags() {}

    /// Keeps such drags from a slider.
    public static void keptFrom(Slider slider) {
        StrayDrags drags = new StrayDrags();
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> drags.pressed = true);
        slider.addEventFilter(MouseEvent.MOUSE_MOVED, _ -> drags.pressed = false);
        slider.addEventFilter(MouseEvent.MOUSE_RELEASED, drags::released);
        slider.addEventFilter(MouseEvent.MOUSE_DRAGGED, drags::stop);
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
