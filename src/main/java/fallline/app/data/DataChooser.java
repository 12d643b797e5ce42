package fallline.app.data;

import fallline.app.controls.Chooser;
import fallline.app.controls.Term;
import java.util.Optional;
import javafx.scene.layout.StackPane;

/// The choice of the data in the toolbar.
final class DataChooser extends StackPane {
    private static final double TYPE = 13;
    private static final double WIDEST = 250;

    private final DataChoices model;
    private final DataController controller;
    private final Chooser<DataChoice> chooser = new Chooser<>("data", Term.DATA, DataChoice::title);

    DataChooser(DataChoices model, DataController controller) {
        this.model = model;
        this.controller = controller;
        compose();
        bind();
        listen();
    }

    private void compose() {
        getStyleClass().add("data-chooser");
        setMinWidth(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        chooser.fit(TYPE, WIDEST);
        getChildren().setAll(chooser);
    }

    private void bind() {
        visibleProperty().bind(model.needed());
        model.offered().subscribe(chooser::offer);
        model.chosen().subscribe(_ -> showChosen());
    }

    /// Shows the data that are there, whatever was clicked.
    void showChosen() {
        Optional<DataChoice> chosen = model.chosen().get();
        chosen.ifPresent(chooser::show);
    }

    private void listen() {
        chooser.onChosen(controller::onChoice);
    }
}
