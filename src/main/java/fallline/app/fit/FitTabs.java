package fallline.app.fit;

import fallline.app.Chip;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// The choice between what a network makes of the data and how it is wired.
final class FitTabs extends HBox {
    private final ToggleButton fit;
    private final ToggleButton network;

    /// @param choose gets whether the network is to be drawn
    FitTabs(Consumer<Boolean> choose) {
        getStyleClass().add("class-switch");
        managedProperty().bind(visibleProperty());
        fit = Chip.of("tab-fit", "fit", "", () -> choose.accept(false));
        network = Chip.of("tab-network", "network", "", () -> choose.accept(true));
        Tips.on(fit, Term.FIT);
        Tips.on(network, Term.NETWORK_DRAWING);
        getChildren().setAll(fit, network);
    }

    /// Model to view.
    void show(boolean needed, boolean drawn) {
        setVisible(needed);
        fit.setSelected(!drawn);
        network.setSelected(drawn);
    }
}
