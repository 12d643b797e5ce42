package fallline.app.step;

import fallline.app.Chip;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// Chooses whose numbers are shown: switches while the parameters are few, else a list.
final class ParameterChooser extends HBox {
    private static final int MOST_SWITCHES = 3;

    private final IntConsumer choose;
    private final ComboBox<String> list = new ComboBox<>();
    private final List<ToggleButton> switches = new ArrayList<>();
    private List<String> names = List.of();
    private boolean following;

    ParameterChooser(IntConsumer choose) {
        this.choose = choose;
        getStyleClass().add("deck-tools");
        setAlignment(Pos.CENTER_LEFT);
        list.setId("step-parameter");
        list.getStyleClass().add("small-combo");
        list.setFocusTraversable(false);
        list.setTooltip(new Tooltip("The parameter whose step is shown"));
        list.setOnAction(_ -> {
            int place = list.getSelectionModel().getSelectedIndex();
            if (!following && place >= 0) {
                choose.accept(place);
            }
        });
    }

    /// Model to view.
    void offer(List<String> parameters, int chosen) {
        following = true;
        if (!names.equals(parameters)) {
            names = List.copyOf(parameters);
            compose();
        }
        list.getSelectionModel().select(chosen);
        for (int i = 0; i < switches.size(); i++) {
            switches.get(i).setSelected(i == chosen);
        }
        following = false;
    }

    private void compose() {
        switches.clear();
        if (names.size() > MOST_SWITCHES) {
            list.getItems().setAll(names);
            getChildren().setAll(list);
            return;
        }
        for (int i = 0; i < names.size() && names.size() > 1; i++) {
            int place = i;
            String name = names.get(i);
            switches.add(Chip.of("step-parameter-" + i, name, "The step of " + name, () -> choose.accept(place)));
        }
        getChildren().setAll(switches);
    }
}
