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

    /// What can be done.
    ///
    /// @param id of the button
    /// @param title on the button
    public record Choice(String id, String title, Runnable action) {}

    public OfferBar(String id) {
        setId(id);
        getStyleClass().add("offer-bar");
        setAlignment(Pos.CENTER_LEFT);
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        managedProperty().bind(visibleProperty());
        hide();
    }

    /// Shows a sentence in place of the one before; the first choice is the one that loses nothing.
    public void show(String words, Choice... choices) {
        sentence.setText(words);
        List<Node> nodes = new ArrayList<>(List.of(sentence));
        for (Choice choice : choices) {
            Button button = new Button(choice.title());
            button.setId(choice.id());
            button.getStyleClass().addAll("tool", "big");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> choice.action().run());
            Focus.returnedAfterClick(button);
            nodes.add(button);
        }
        getChildren().setAll(nodes);
        setVisible(true);
    }

    /// Takes it away.
    public void hide() {
        getChildren().setAll(sentence);
        setVisible(false);
    }

    /// What it says.
    public String sentence() {
        return isVisible() ? sentence.getText() : "";
    }
}
