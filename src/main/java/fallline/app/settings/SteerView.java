package fallline.app.settings;

import fallline.app.controls.Chooser;
import fallline.app.controls.ErrorLine;
import fallline.app.controls.Term;
import fallline.optimizer.Optimizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What the chosen run is steered with, always in sight at the head of the left column: optimizer, learning rate,
/// batch.
final class SteerView extends VBox {
    private final Label name = new Label();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final Chooser<Optimizer> optimizers = new Chooser<>(
            "optimizer", Term.OPTIMIZER, optimizer -> optimizer.card().name());
    private final VBox head = new VBox(4, name, optimizers);
    private final VBox rate = new VBox();
    private final BatchSection batches;
    private Optional<Optimizer> shown = Optional.empty();
    private final Label nothing = new Label("recorded: nothing to steer");

    SteerView(SettingsController controller) {
        batches = new BatchSection(controller);
        setId("steer");
        getStyleClass().addAll("card", "side", "steer");
        setMinHeight(USE_PREF_SIZE);
        name.setId("steered-run");
        name.getStyleClass().add("card-title");
        name.setWrapText(true);
        optimizers.setMaxWidth(Double.MAX_VALUE);
        optimizers.onChosen(next -> {
            controller.onOptimizer(next);
            shown.ifPresent(optimizers::show); // it may have been refused
        });
        rate.managedProperty().bind(rate.visibleProperty());
        nothing.getStyleClass().add("note");
        for (Node node : List.of(name, nothing, optimizers, batches)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        getChildren().setAll(head, new ErrorLine(refusal.getReadOnlyProperty()), nothing, rate, batches);
    }

    /// Shows whose settings these are; a run that is called like its optimizer is named once, any other above it.
    void show(Settings settings) {
        String called = settings.optimizer().map(known -> known.card().name()).orElse("");
        name.setText(settings.run());
        name.setVisible(!settings.run().equals(called));
        refusal.set(settings.refusal().orElse(""));
        batches.show(settings.batches());
        boolean steerable = settings.recorded().isEmpty();
        optimizers.setVisible(steerable);
        batches.setVisible(steerable);
        name.setVisible(name.isVisible() || !steerable);
        nothing.setVisible(!steerable);
    }

    /// Its parts by a word.
    Map<String, Node> controls() {
        return Map.of("optimizer", head, "rate", rate, "batch", batches);
    }

    /// Offers the optimizers that there are.
    void offer(List<Optimizer> offered) {
        optimizers.offer(offered);
    }

    List<Optimizer> offered() {
        return optimizers.offered();
    }

    void showOptimizer(Optimizer optimizer) {
        shown = Optional.of(optimizer);
        optimizers.show(optimizer);
    }

    /// Takes the row of the learning rate; none where the optimizer has no rate.
    void host(List<? extends Node> row) {
        rate.getChildren().setAll(row);
        rate.setVisible(!row.isEmpty());
    }
}
