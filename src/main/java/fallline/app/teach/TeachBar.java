package fallline.app.teach;

import fallline.app.controls.Focus;
import fallline.app.controls.Sheet;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A line from side to side with a question, or what is shown just now, and what can be done about it. It takes no room
/// while there is nothing.
final class TeachBar extends HBox {
    private final Label sentence = new Label();

    TeachBar() {
        setId("teach-bar");
        getStyleClass().addAll("offer-bar", "teach-bar");
        setAlignment(Pos.CENTER_LEFT);
        sentence.setId("teach-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        managedProperty().bind(visibleProperty());
        hide();
    }

    /// A button for it; after a click the keyboard is the window's again.
    static Button button(String id, String words, Runnable action) {
        Button button = Sheet.button(id, words, action);
        button.setMinWidth(Region.USE_PREF_SIZE);
        Focus.returnedAfterClick(button);
        return button;
    }

    /// Shows a sentence in place of the one before.
    ///
    /// @param what it is about
    void show(Term what, String words, List<? extends Node> nodes) {
        Tips.on(sentence, what);
        sentence.setText(words);
        List<Node> all = new ArrayList<>(List.of(sentence));
        all.addAll(nodes);
        if (!getChildren().equals(all)) {
            getChildren().setAll(all);
        }
        setVisible(true);
    }

    /// Another sentence beside the same buttons.
    void say(String words) {
        sentence.setText(words);
    }

    void hide() {
        getChildren().setAll(sentence);
        sentence.setText("");
        setVisible(false);
    }
}
