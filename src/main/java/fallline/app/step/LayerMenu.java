package fallline.app.step;

import fallline.experiment.view.StepLook;
import fallline.objective.kernel.NetworkShape;
import fallline.picture.step.StepPicture;
import fallline.problem.Problem;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import org.jspecify.annotations.Nullable;

/// In the pane's menu: which layer of a network is shown in numbers, and of which row. It is there for networks alone.
final class LayerMenu {
    /// As many rows as the card has lines for.
    private static final int ROWS = 12;

    private static final String PARAMETER_LAYER = "The layer of the parameter";

    /// Tells how the step is to be looked at from now on.
    interface Taker {
        void take(UnaryOperator<StepLook> change);
    }

    private final Taker taker;
    private final Menu layers = new Menu("Layer in numbers");
    private final Menu rows = new Menu("Row in that layer");
    private @Nullable NetworkShape shape;

    LayerMenu(Taker taker) {
        this.taker = taker;
        layers.setId("step-layers");
        rows.setId("step-rows");
        for (int place = 0; place < ROWS; place++) {
            int row = place;
            rows.getItems()
                    .add(item(
                            "step-row-" + (place + 1),
                            ordinal(place + 1) + " row of the step",
                            look -> look.withRow(row)));
        }
    }

    List<MenuItem> items() {
        return List.of(layers, rows);
    }

    /// Model to view.
    void show(Problem problem, StepLook look) {
        boolean network = problem instanceof Problem.Network;
        layers.setVisible(network);
        rows.setVisible(network);
        if (problem instanceof Problem.Network now) {
            offer(now.objective().shape());
            select(layers, look.layer().isEmpty() ? 0 : look.layer().getAsInt() + 1);
            select(rows, look.row());
        }
    }

    private void offer(NetworkShape next) {
        if (next.equals(shape)) {
            return;
        }
        shape = next;
        layers.getItems().setAll(item("step-layer-own", PARAMETER_LAYER, look -> look.withLayer(OptionalInt.empty())));
        for (int place = 0; place < next.layers(); place++) {
            OptionalInt layer = OptionalInt.of(place);
            layers.getItems()
                    .add(item(
                            "step-layer-" + (place + 1),
                            StepPicture.layer(next, place),
                            look -> look.withLayer(layer)));
        }
    }

    private RadioMenuItem item(String id, String words, UnaryOperator<StepLook> change) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setId(id);
        item.setOnAction(_ -> taker.take(change));
        return item;
    }

    private static void select(Menu menu, int place) {
        for (int i = 0; i < menu.getItems().size(); i++) {
            if (menu.getItems().get(i) instanceof RadioMenuItem item) {
                item.setSelected(i == Math.min(place, menu.getItems().size() - 1));
            }
        }
    }

    private static String ordinal(int number) {
        return number + (number == 1 ? "st" : number == 2 ? "nd" : number == 3 ? "rd" : "th");
    }
}
