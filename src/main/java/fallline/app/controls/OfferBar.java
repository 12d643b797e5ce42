package fallline.app.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A line from side to side with one sentence and what can be done about it. It takes no room while there is nothing,
/// and waits as long as the user likes.
public final class OfferBar extends HBox {
    private final Label sentence = new Label();

    /// @param id of the line; its sentence has the id `ID-sentence`
    public OfferBar(String id) {
        setId(id);
        getStyleClass().add("offer-bar");
        setAlignment(Pos.CENTER_LEFT);
        sentence.setId(id + "-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        managedProperty().bind(visibleProperty());
        hide();
    }

    /// A button for such a line; after a click the keyboard is the window's again.
    public static Button button(String id, String words, Runnable action) {
        Button button = Sheet.button(id, words, action);
        button.setMinWidth(Region.USE_PREF_SIZE);
        Focus.returnedAfterClick(button);
        return button;
    }

    /// Shows a sentence in place of the one before; the first choice is the one that loses nothing.
    public void show(String words, List<? extends Node> choices) {
        sentence.setText(words);
        List<Node> nodes = new ArrayList<>(List.of(sentence));
        nodes.addAll(choices);
        if (!getChildren().equals(nodes)) {
            getChildren().setAll(nodes);
        }
        setVisible(true);
    }

    /// As above; its tip says what it is about.
    public void show(Term what, String words, List<? extends Node> choices) {
        Tips.on(sentence, what);
        show(words, choices);
    }

    /// Another sentence beside the same choices.
    public void say(String words) {
        sentence.setText(words);
    }

    /// Takes it away.
    public void hide() {
        getChildren().setAll(sentence);
        sentence.setText("");
        setVisible(false);
    }

    /// What it says; nothing where it is away.
    public String sentence() {
        return sentence.getText();
    }
}
