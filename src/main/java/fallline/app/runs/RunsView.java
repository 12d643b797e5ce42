package fallline.app.runs;

import fallline.app.controls.Rows;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.figure.paint.Theme;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The card of the runs.
final class RunsView extends VBox {
    /// So many runs may have two lines in a narrow column.
    private static final int FEW = 3;

    private final RunsModel model;
    private final RunsController controller;
    private final ObservableValue<Theme> theme;
    private final Button add = new Button("Add", new FontIcon(Feather.PLUS));
    private final Button duplicate = icon(Feather.COPY, "duplicate-run", "Duplicate the run", Term.DUPLICATE_RUN);
    private final Button remove = icon(Feather.TRASH_2, "remove-run", "Remove the run", Term.REMOVE_RUN);
    private final RunList list = new RunList();
    private final RowDrag drag = new RowDrag(list);

    /// The run that was brought into sight last, and its place.
    private String chosen = "";

    private int place;

    RunsView(RunsModel model, RunsController controller, ObservableValue<Theme> theme) {
        this.model = model;
        this.controller = controller;
        this.theme = theme;
        compose();
        listen();
        bind();
    }

    private static Button icon(Feather feather, String id, String name, Term term) {
        Button button = new Button();
        button.setGraphic(new FontIcon(feather));
        button.setId(id);
        button.setAccessibleText(name);
        button.getStyleClass().add("flat-icon");
        return Tips.on(button, term);
    }

    private void compose() {
        getStyleClass().addAll("card", "side", "runs");
        setMinHeight(USE_PREF_SIZE);
        Label title = Tips.on(new Label("Runs"), Term.RUNS);
        title.getStyleClass().add("card-title");
        add.setId("add-run");
        add.getStyleClass().add("tool");
        Tips.on(add, Term.ADD_RUN);
        HBox header = new HBox(title, Rows.space(), duplicate, remove, add);
        header.getStyleClass().add("card-header");
        getChildren().setAll(header, list);
    }

    private void listen() {
        add.setOnAction(_ -> controller.onAdd());
        duplicate.setOnAction(_ -> controller.onDuplicate());
        remove.setOnAction(_ -> controller.onRemove());
    }

    /// Puts a field in the place of the chosen run's name.
    void startRename() {
        list.rows().get(place).startRename();
    }

    private void bind() {
        model.lines().subscribe(this::show);
    }

    private void show(List<RunLine> lines) {
        List<RunRow> rows = list.rows();
        boolean another = rows.size() != lines.size();
        if (another) {
            drag.cancel();
        }
        while (rows.size() > lines.size()) {
            list.removeLast();
        }
        while (rows.size() < lines.size()) {
            RunRow row = new RunRow(rows.size(), controller, theme);
            int from = rows.size();
            drag.on(row, to -> controller.onMoveTo(model.lines().get().get(from).name(), to));
            list.add(row);
        }
        boolean focused = rows.stream().anyMatch(RunRow::isFocused);
        boolean ringed = rows.stream().anyMatch(RunRow::isFocusVisible);
        for (int i = 0; i < lines.size(); i++) {
            RunLine line = lines.get(i);
            rows.get(i).show(line, lines.size() > FEW);
            if (line.chosen() && (another || !line.name().equals(chosen) || i != place)) {
                chosen = line.name();
                place = i;
                list.reveal(i);
            }
        }
        if (focused && !rows.get(place).isFocused()) {
            rows.get(place).requestFocus();
            if (ringed) {
                list.requestFocusTraversal(TraversalDirection.NEXT); // the same row, and the keyboard's ring with it
            }
        }
        remove.setDisable(lines.size() == 1);
        list.requestLayout();
    }
}
