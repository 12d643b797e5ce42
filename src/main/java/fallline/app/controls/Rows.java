package fallline.app.controls;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The lines of which the left column's cards are made.
public final class Rows {
    private Rows() {}

    /// A caption at the left and controls at the right.
    public static HBox line(Node caption, Node... controls) {
        HBox line = new HBox(caption, space());
        line.getChildren().addAll(controls);
        line.getStyleClass().add("line");
        if (caption instanceof Label label) {
            name(label, controls);
        }
        return line;
    }

    /// Gives a field a name for screen readers where no label of its own stands beside it. A text of its own would be
    /// read in place of what stands in the field, so it gets a label that is not to be seen.
    public static <F extends TextInputControl> F called(F field, String words) {
        Label label = new Label(words);
        label.setLabelFor(field);
        field.getProperties().put(Rows.class, label);
        return field;
    }

    /// Gives controls without words of their own the words of a label, for screen readers: a field is labelled, so that
    /// what is read is what stands in it, others are called so.
    public static void name(Label label, Node... controls) {
        for (Node control : controls) {
            if (control instanceof TextInputControl && label.getLabelFor() == null) {
                label.setLabelFor(control);
            } else if (isWordless(control)) {
                control.setAccessibleText(label.getText());
            }
            if (control instanceof ToggleSwitch toggle) {
                key(toggle);
            }
        }
    }

    /// AtlantaFX's switch knows the mouse alone: Space switches it, too, and it is read as what it is.
    private static void key(ToggleSwitch toggle) {
        toggle.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        toggle.setAccessibleRoleDescription(toggle.isSelected() ? "switch, on" : "switch, off");
        toggle.selectedProperty()
                .subscribe((_, on) -> toggle.setAccessibleRoleDescription(on ? "switch, on" : "switch, off"));
        toggle.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE && !event.isShortcutDown() && !event.isAltDown()) {
                event.consume();
                toggle.fire();
            }
        });
    }

    private static boolean isWordless(Node control) {
        String words = control.getAccessibleText();
        boolean choice = control instanceof ComboBoxBase<?>
                || control instanceof Slider
                || control instanceof ToggleSwitch
                || (control instanceof CheckBox box && box.getText().isEmpty());
        return choice && (words == null || words.isEmpty());
    }

    /// The name of a setting, with its tip.
    public static Label caption(String text, Term term) {
        return Tips.on(caption(text), term);
    }

    /// The name of a setting.
    public static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// Takes the room between left and right.
    public static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        space.setMinWidth(4);
        return space;
    }
}
