package fallline.app.data;

import fallline.app.controls.Rows;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// How many rows there are, and the way to other columns.
final class DataSummary extends StackPane {
    private final DataModel model;
    private final DataController controller;
    private final Label rows = Rows.caption("");
    private final Button columns = new Button("Columns…");

    DataSummary(DataModel model, DataController controller) {
        this.model = model;
        this.controller = controller;
        compose();
        bind();
        listen();
    }

    private void compose() {
        columns.setId("columns");
        columns.getStyleClass().add("tool");
        Tips.on(columns, Term.FEATURES);
        getChildren().setAll(Rows.line(rows, columns));
    }

    private void bind() {
        rows.textProperty().bind(model.summary());
    }

    private void listen() {
        columns.setOnAction(_ -> controller.onColumns());
    }
}
