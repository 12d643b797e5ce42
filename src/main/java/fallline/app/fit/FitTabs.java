package fallline.app.fit;

import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.pane.Chip;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// The choice between what a network makes of the data and how it is wired.
final class FitTabs extends HBox {
    private final ToggleButton fit;
    private final ToggleButton network;
    private boolean narrow;
    private boolean drawn;

    /// @param choose gets whether the network is to be drawn
    FitTabs(Consumer<Boolean> choose) {
        getStyleClass().add("class-switch");
        managedProperty().bind(visibleProperty());
        fit = Chip.of("tab-fit", "fit", "", () -> choose.accept(false));
        network = Chip.of("tab-network", "network", "", () -> choose.accept(true));
        Tips.on(fit, Term.FIT);
        Tips.on(network, Term.NETWORK_DRAWING);
        for (ToggleButton tab : List.of(fit, network)) {
            tab.managedProperty().bind(tab.visibleProperty());
        }
        getChildren().setAll(fit, network);
    }

    /// Where there is little room only the other one is offered.
    void setNarrow(boolean now) {
        narrow = now;
        network.setText(now ? "net" : "network");
        mark();
    }

    /// Model to view.
    void show(boolean needed, boolean wired) {
        setVisible(needed);
        drawn = wired;
        mark();
    }

    private void mark() {
        fit.setVisible(!narrow || drawn);
        network.setVisible(!narrow || !drawn);
        fit.setSelected(!drawn);
        network.setSelected(drawn);
    }
}
