package fallline.app;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Makes the small switches and buttons in the head of a pane.
public final class Chip {
    private Chip() {}

    /// A small button in the head of a pane, or over its picture.
    public static Button button(String id, String text, String tip, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("tool");
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// A switch that shows what the model says: a click calls `action`, and the model's answer sets it.
    public static ToggleButton of(String id, String text, String tip, Runnable action) {
        ToggleButton chip = new ToggleButton(text);
        chip.setId(id);
        chip.getStyleClass().addAll("tool", "chip");
        chip.setMnemonicParsing(false); // names of columns have underscores
        chip.setFocusTraversable(false);
        chip.setTooltip(new Tooltip(tip));
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setOnAction(_ -> {
            chip.setSelected(!chip.isSelected());
            action.run();
        });
        return chip;
    }
}
