package fallline.app.controls;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;

/// Drags of which no press came before: the press closed a popup, which took it for itself, or fell beside the thumb
/// that is dragged now. Nothing is meant by them, and the toolkit's sliders fail on them.
public final class StrayDrags {
    private boolean pressed;

    /// Whether the thumb itself was pressed: it takes its own drags from there.
    private boolean thumb;

    private StrayDrags() {}

    /// Keeps such drags from a slider.
    public static void keptFrom(Slider slider) {
        StrayDrags drags = new StrayDrags();
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, drags::press);
        slider.addEventFilter(MouseEvent.MOUSE_MOVED, _ -> drags.pressed = false);
        slider.addEventFilter(MouseEvent.MOUSE_RELEASED, drags::released);
        slider.addEventFilter(MouseEvent.MOUSE_DRAGGED, drags::stop);
    }

    private void press(MouseEvent press) {
        pressed = true;
        thumb = isThumb(press.getTarget());
    }

    private void stop(MouseEvent drag) {
        if (!pressed || (isThumb(drag.getTarget()) && !thumb)) {
            drag.consume();
        }
    }

    private static boolean isThumb(EventTarget target) {
        return target instanceof Node node && node.getStyleClass().contains("thumb");
    }

    private void released(MouseEvent release) {
        pressed = release.isPrimaryButtonDown() || release.isSecondaryButtonDown() || release.isMiddleButtonDown();
    }
}
