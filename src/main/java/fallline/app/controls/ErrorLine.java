package fallline.app.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/// The sentence under a field that says why its text cannot be taken; takes no room while there is none.
public final class ErrorLine extends Label {
    public ErrorLine(ObservableValue<String> sentence) {
        getStyleClass().add("error-line");
        setWrapText(true);
        // a wrapped label must ask for its full height, or a tight column would cut it to one line
        setMinHeight(USE_PREF_SIZE);
        textProperty().bind(sentence.map(text -> text.isEmpty() ? text : sentenceCase(text)));
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    private static String sentenceCase(String text) {
        return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
    }
}
