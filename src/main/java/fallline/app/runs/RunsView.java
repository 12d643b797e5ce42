package fallline.app.runs;

import fallline.app.controls.Rows;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.figure.paint.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The card of the runs.
final class RunsView extends VBox {
    private static final int MOST_SHOWN = 5;

    private final RunsModel model;
    private final RunsController controller;
    private final ObservableValue<Theme> theme;
    private final Button add = new Button("Add", new FontIcon(Feather.PLUS));
    private final Button duplicate = icon(Feather.COPY, "duplicate-run", "Duplicate the run", Term.DUPLICATE_RUN);
    private final Button remove = icon(Feather.TRASH_2, "remove-run", "Remove the run", Term.REMOVE_RUN);
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final List<RunRow> rows = new ArrayList<>();

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
        list.getStyleClass().add("run-list");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("card-scroll");
        getChildren().setAll(header, scroll);
    }

    private void listen() {
        add.setOnAction(_ -> controller.onAdd());
        duplicate.setOnAction(_ -> controller.onDuplicate());
        remove.setOnAction(_ -> controller.onRemove());
    }

    private void bind() {
        model.lines().subscribe(this::show);
    }

    /// The list is one stop: arrows choose the next run, and the keyboard goes along.
    private void followChoice(List<RunLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).chosen() && list.isFocusWithin() && !rows.get(i).isFocusWithin()) {
                list.requestFocusTraversal(TraversalDirection.NEXT);
            }
        }
    }

    private void show(List<RunLine> lines) {
        while (rows.size() > lines.size()) {
            rows.removeLast();
            list.getChildren().removeLast();
        }
        while (rows.size() < lines.size()) {
            RunRow row = new RunRow(rows.size(), controller, theme);
            rows.add(row);
            list.getChildren().add(row);
        }
        for (int i = 0; i < lines.size(); i++) {
            rows.get(i).show(lines.get(i));
        }
        followChoice(lines);
        remove.setDisable(lines.size() == 1);
        boolean many = lines.size() > MOST_SHOWN;
        scroll.setVbarPolicy(many ? ScrollPane.ScrollBarPolicy.AS_NEEDED : ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(USE_PREF_SIZE);
        scroll.setMaxHeight(many ? MOST_SHOWN * 40 : USE_COMPUTED_SIZE);
        scroll.setPrefHeight(many ? MOST_SHOWN * 40 : USE_COMPUTED_SIZE);
    }
}
