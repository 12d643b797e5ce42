package fallline.app.problem;

import fallline.app.controls.ErrorLine;
import fallline.app.controls.Tips;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks for a name under which the typed formula is kept in the user's own catalogue.
final class KeepLine extends VBox {
    private final Function<String, Optional<String>> keep;
    private final TextField name = new TextField();
    private final Button button = new Button("Keep");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

    /// @param keep gets the name; it answers with a sentence if that cannot be
    KeepLine(Function<String, Optional<String>> keep) {
        this.keep = keep;
        compose();
        listen();
    }

    private void compose() {
        name.setId("keep-name");
        name.setPromptText("name");
        name.setAccessibleText("Name of the formula");
        Tips.on(name, "What the typed formula is called in your own catalogue.");
        button.setId("keep-formula");
        button.getStyleClass().addAll("tool", "big");
        Tips.on(button, "Keeps the typed formula with its sliders and its start, for all experiments.");
        HBox line = new HBox(new Label("Keep the typed formula as"), name, button);
        line.getStyleClass().add("gallery-header");
        ErrorLine errorLine = new ErrorLine(error.getReadOnlyProperty());
        errorLine.setId("keep-error");
        getChildren().setAll(line, errorLine);
        managedProperty().bind(visibleProperty());
    }

    private void listen() {
        button.setOnAction(_ -> onKeep());
        name.setOnAction(_ -> onKeep());
    }

    private void onKeep() {
        Optional<String> refusal = keep.apply(name.getText());
        error.set(refusal.orElse(""));
        if (refusal.isEmpty()) {
            name.clear();
        }
    }

    /// @param typed whether there is a typed formula to keep
    void show(boolean typed) {
        error.set("");
        setVisible(typed);
    }
}
