package fallline.app.data;

import fallline.app.controls.Rows;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// How many rows there are, the way to other columns, and the options of the model.
final class DataSummary extends VBox {
    private final DataChoices model;
    private final DataController controller;
    private final Label rows = Rows.caption("");
    private final Button gallery = new Button("Data sets…");
    private final Button columns = new Button("Columns…");

    /// @param options of the model
    DataSummary(DataChoices model, DataController controller, Node options) {
        this.model = model;
        this.controller = controller;
        compose(options);
        bind();
        listen();
    }

    private void compose(Node options) {
        getStyleClass().add("data-summary");
        columns.setId("columns");
        columns.getStyleClass().add("tool");
        Tips.on(columns, Term.FEATURES);
        gallery.setId("data-sets");
        gallery.getStyleClass().add("tool");
        Tips.on(gallery, Term.DATA);
        gallery.setMinWidth(USE_PREF_SIZE);
        columns.setMinWidth(USE_PREF_SIZE);
        // where the card is narrow the buttons stand under the number of rows
        FlowPane line = new FlowPane(6, 4, rows, gallery, columns);
        line.getStyleClass().add("data-line");
        getChildren().setAll(line, options);
    }

    private void bind() {
        rows.textProperty().bind(model.summary());
        Tips.on(rows, Term.ROW_COUNT);
    }

    private void listen() {
        gallery.setOnAction(_ -> controller.onGallery());
        columns.setOnAction(_ -> controller.onColumns());
    }
}
