package fallline.app.fit;

import fallline.app.controls.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The class that a new point gets: a small switch with a button for each class.
final class ClassSwitch extends HBox {
    private List<String> labels = List.of();
    private int chosen;

    ClassSwitch() {
        getStyleClass().add("class-switch");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// Offers these classes; with none the switch is not to be seen.
    void show(List<String> classes) {
        setVisible(!classes.isEmpty());
        if (labels.equals(classes)) {
            return;
        }
        labels = List.copyOf(classes);
        chosen = Math.min(chosen, Math.max(0, labels.size() - 1));
        List<ToggleButton> buttons = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            buttons.add(button(i));
        }
        getChildren().setAll(buttons);
        mark();
    }

    private ToggleButton button(int index) {
        ToggleButton button = new ToggleButton(labels.get(index));
        button.setId("class-" + index);
        button.getStyleClass().addAll("tool", "chip");
        button.setMnemonicParsing(false);
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMaxWidth(90);
        Tips.brief(button, "Points that you add are of the class " + labels.get(index));
        button.setOnAction(_ -> {
            chosen = index;
            mark();
        });
        return button;
    }

    private void mark() {
        for (int i = 0; i < getChildren().size(); i++) {
            ((ToggleButton) getChildren().get(i)).setSelected(i == chosen);
        }
    }

    /// The class that is chosen; empty while none is offered.
    Optional<String> chosen() {
        return labels.stream().skip(chosen).findFirst();
    }
}
