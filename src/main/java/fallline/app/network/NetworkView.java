package fallline.app.network;

import fallline.app.controls.ErrorLine;
import fallline.app.controls.NumberField;
import fallline.app.controls.Rows;
import fallline.app.controls.Segments;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.experiment.Start;
import fallline.objective.kernel.Activation;
import fallline.objective.kernel.NetworkShape;
import fallline.objective.model.NeuralNetwork.Design;
import fallline.objective.model.NeuralNetwork.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The layers of a network, what its units do, its loss, and how its first weights are drawn.
final class NetworkView extends VBox {
    private final NetworkController controller;
    private final Segments layers;
    private final List<NumberField> units = new ArrayList<>();
    private final HBox unitsLine = Rows.line(Rows.caption("Units", Term.UNITS));
    private final Segments activation;
    private final Segments loss;
    private final Segments spread;

    NetworkView(NetworkController controller) {
        this.controller = controller;
        List<Integer> counts = List.of(0, 1, 2, 3);
        layers = segments("layers", counts, String::valueOf, Term.HIDDEN_LAYERS, controller::onLayers);
        activation = segments(
                "activation",
                Arrays.asList(Activation.values()),
                Activation::word,
                Term.ACTIVATION,
                controller::onActivation);
        loss = segments(
                "network-loss",
                Arrays.asList(Loss.values()),
                kind -> kind == Loss.MSE ? "mse" : "cross-entropy",
                Term.NETWORK_LOSS,
                controller::onLoss);
        spread = segments(
                "weights",
                List.of(Start.Spread.GLOROT, Start.Spread.HE, Start.Spread.NORMAL),
                kind -> kind == Start.Spread.HE ? "He" : kind == Start.Spread.GLOROT ? "Glorot" : "N(0, 1)",
                Term.FIRST_WEIGHTS,
                controller::onSpread);
        compose();
    }

    private static <T> Segments segments(
            String id, List<T> choices, Function<T, String> words, Term term, Consumer<T> taker) {
        List<ToggleButton> buttons = new ArrayList<>();
        for (T choice : choices) {
            ToggleButton button = new ToggleButton(words.apply(choice));
            button.setId(
                    id + "-" + String.valueOf(choice).toLowerCase(Locale.ROOT).replace('_', '-'));
            button.setOnAction(_ -> taker.accept(choice));
            buttons.add(Tips.on(button, term));
        }
        return new Segments(buttons);
    }

    private void compose() {
        getStyleClass().add("model-options");
        setId("network-settings");
        managedProperty().bind(visibleProperty());
        VBox errors = new VBox();
        for (int layer = 0; layer < NetworkShape.MOST_LAYERS; layer++) {
            int place = layer;
            NumberField field = NumberField.whole(value -> controller.onUnits(place, value));
            field.setId("units-" + (layer + 1));
            Rows.called(field, "Units of hidden layer " + (layer + 1));
            field.setPrefColumnCount(3);
            field.managedProperty().bind(field.visibleProperty());
            Tips.on(field, Term.UNITS);
            units.add(field);
            unitsLine.getChildren().add(field);
            errors.getChildren().add(new ErrorLine(field.errorProperty()));
        }
        unitsLine.managedProperty().bind(unitsLine.visibleProperty());
        getChildren()
                .setAll(
                        line("Hidden layers", Term.HIDDEN_LAYERS, layers),
                        unitsLine,
                        errors,
                        activation,
                        line("Loss", Term.NETWORK_LOSS, loss),
                        line("Weights", Term.FIRST_WEIGHTS, spread));
    }

    /// A caption, and switches that take the rest of the line.
    private static HBox line(String caption, Term term, Segments switches) {
        HBox line = new HBox(8, Rows.caption(caption, term), switches);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(switches, Priority.ALWAYS);
        return line;
    }

    /// Model to view.
    ///
    /// @param design empty for a problem that is no network
    /// @param drawn how the first weights are drawn; empty where they are given numbers
    void show(Optional<Design> design, Optional<Start.Spread> drawn) {
        setVisible(design.isPresent());
        design.ifPresent(now -> {
            List<Integer> hidden = now.hidden();
            layers.show(hidden.size());
            unitsLine.setVisible(!hidden.isEmpty());
            for (int i = 0; i < units.size(); i++) {
                units.get(i).setVisible(i < hidden.size());
                if (i < hidden.size()) {
                    units.get(i).setNumber(hidden.get(i));
                }
            }
            activation.show(Arrays.asList(Activation.values()).indexOf(now.activation()));
            loss.show(Arrays.asList(Loss.values()).indexOf(now.loss()));
            spread.show(drawn.map(kind -> List.of(Start.Spread.GLOROT, Start.Spread.HE, Start.Spread.NORMAL)
                            .indexOf(kind))
                    .orElse(-1));
        });
    }
}
