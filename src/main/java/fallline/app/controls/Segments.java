package fallline.app.controls;

import java.util.List;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;

/// A row of joined buttons of which one is on.
///
/// ControlsFX's segmented button keeps the buttons together; here one stays on when it is pressed again, and they share
/// the width.
public final class Segments extends HBox {
    private final SegmentedButton bar = new SegmentedButton();

    /// @param buttons in order; each acts by its own `onAction`, which is called only when it was off
    public Segments(List<ToggleButton> buttons) {
        getStyleClass().add("segments");
        bar.getButtons().setAll(buttons);
        getChildren().setAll(bar);
        for (ToggleButton button : buttons) {
            button.prefWidthProperty().bind(widthProperty().divide(buttons.size()));
            button.setMinWidth(0);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setFocusTraversable(true);
        }
        ArrowGroup.in(this);
        bar.getToggleGroup().selectedToggleProperty().subscribe(this::keepOne);
    }

    private void keepOne(Toggle before, Toggle now) {
        // pressing the one that is on would leave none: it stays on (an emptied selection comes through show)
        if (now == null && before instanceof ToggleButton button && button.isArmed()) {
            before.setSelected(true);
        }
    }

    /// Shows which is on; −1 for none.
    public void show(int index) {
        for (int i = 0; i < bar.getButtons().size(); i++) {
            bar.getButtons().get(i).setSelected(i == index);
        }
    }
}
