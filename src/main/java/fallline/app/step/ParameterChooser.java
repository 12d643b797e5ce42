package fallline.app.step;

import fallline.app.controls.Chooser;
import fallline.app.controls.Term;
import fallline.app.pane.Chip;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// Chooses whose numbers are shown: switches while the parameters are few, else a list.
final class ParameterChooser extends HBox {
    private static final int MOST_SWITCHES = 3;
    private static final double TYPE = 11.5;
    private static final double WIDEST = 240;

    private final IntConsumer choose;
    private final Chooser<String> list = new Chooser<>("step-parameter", Term.STEP_PARAMETER, name -> name);
    private final List<ToggleButton> switches = new ArrayList<>();
    private List<String> names = List.of();

    ParameterChooser(IntConsumer choose) {
        this.choose = choose;
        getStyleClass().add("deck-tools");
        setAlignment(Pos.CENTER_LEFT);
        list.getStyleClass().add("step-parameter");
        list.fit(TYPE, WIDEST);
        list.onChosen(name -> choose.accept(names.indexOf(name)));
    }

    /// Model to view.
    void offer(List<String> parameters, int chosen) {
        if (!names.equals(parameters)) {
            names = List.copyOf(parameters);
            compose();
        }
        if (names.size() > MOST_SWITCHES) {
            list.show(names.get(chosen));
        }
        for (int i = 0; i < switches.size(); i++) {
            switches.get(i).setSelected(i == chosen);
        }
    }

    private void compose() {
        switches.clear();
        if (names.size() > MOST_SWITCHES) {
            list.offer(names);
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
