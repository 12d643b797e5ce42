package fallline.app.pane;

import fallline.app.controls.Icons;
import fallline.app.controls.Tips;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Makes the small switches and buttons in the head of a pane.
public final class Chip {
    private static final double SIGN = 12;
    private static final double SMALL_TYPE = 11.5;

    /// What a list's insets and arrow take.
    private static final double AROUND_WORDS = 33;

    private Chip() {}

    /// A small button in the head of a pane, or over its picture.
    public static Button button(String id, String text, String tip, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("tool");
        button.setFocusTraversable(false);
        Tips.brief(button, tip);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// A small button with a sign instead of words.
    ///
    /// @param name for those who cannot see the sign
    public static Button button(String id, Icons icon, String name, String tip, Runnable action) {
        Button button = button(id, "", tip, action);
        signed(button, icon, name);
        return button;
    }

    /// A switch with a sign instead of words.
    ///
    /// @param name for those who cannot see the sign
    public static ToggleButton of(String id, Icons icon, String name, String tip, Runnable action) {
        ToggleButton chip = of(id, "", tip, action);
        signed(chip, icon, name);
        return chip;
    }

    /// The same as a switch, for a menu; it is there while the switch is.
    public static CheckMenuItem item(String text, KeyCode key, ToggleButton chip) {
        CheckMenuItem item = item(text, chip);
        item.setAccelerator(new KeyCodeCombination(key));
        return item;
    }

    /// The same as a switch without a key.
    public static CheckMenuItem item(String text, ToggleButton chip) {
        CheckMenuItem item = new CheckMenuItem(text);
        item.setId(chip.getId() + "-item");
        item.visibleProperty().bind(chip.managedProperty());
        chip.selectedProperty().subscribe(item::setSelected);
        item.setOnAction(_ -> chip.fire());
        return item;
    }

    /// As a click on the switch, if it is offered now.
    public static void fire(ToggleButton chip) {
        if (chip.isManaged()) {
            chip.fire();
        }
    }

    /// Makes a list in the head of a pane as wide as what is chosen in it, so that nothing of it is cut.
    public static <T> void fit(ComboBox<T> box, Function<T, String> words) {
        Text probe = new Text();
        probe.setFont(Font.font("Inter", SMALL_TYPE));
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.valueProperty().subscribe(value -> {
            probe.setText(value == null ? "" : words.apply(value));
            box.setPrefWidth(Math.ceil(probe.getLayoutBounds().getWidth()) + AROUND_WORDS);
        });
    }

    private static void signed(ButtonBase button, Icons icon, String name) {
        button.setGraphic(icon.sized(SIGN));
        button.setAccessibleText(name);
        button.getStyleClass().add("square");
    }

    /// A switch that shows what the model says: a click calls `action`, and the model's answer sets it.
    public static ToggleButton of(String id, String text, String tip, Runnable action) {
        ToggleButton chip = new ToggleButton(text);
        chip.setId(id);
        chip.getStyleClass().addAll("tool", "chip");
        chip.setMnemonicParsing(false); // names of columns have underscores
        chip.setFocusTraversable(false);
        Tips.brief(chip, tip);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setOnAction(_ -> {
            chip.setSelected(!chip.isSelected());
            action.run();
        });
        return chip;
    }
}
