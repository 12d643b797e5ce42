package fallline.app.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;
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
        return line;
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
