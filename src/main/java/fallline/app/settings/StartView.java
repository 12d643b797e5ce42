package fallline.app.settings;

import fallline.app.controls.ErrorLine;
import fallline.app.controls.NumberField;
import fallline.app.controls.Rows;
import fallline.app.controls.Segments;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.objective.Goal;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where every run of the experiment begins; the goal, down or up, is a part of the problem and stands with it.
public final class StartView extends VBox {
    private static final int MOST_FIELDS = 4;
    private static final int SHORT_NAMES = 4;

    private final SettingsModel model;
    private final SettingsController controller;
    private final VBox goals = new VBox();
    private final VBox fieldsPane = new VBox();
    private final List<NumberField> fields = new ArrayList<>();
    private final Button random = new Button();
    private final ToggleButton minimise = new ToggleButton("Minimise");
    private final ToggleButton maximise = new ToggleButton("Maximise");
    private final Segments goal = new Segments(List.of(minimise, maximise));
    private List<String> names = List.of();

    StartView(SettingsModel model, SettingsController controller) {
        this.model = model;
        this.controller = controller;
        compose();
        listen();
        bind();
    }

    private void compose() {
        getStyleClass().addAll("settings-section", "start");
        fieldsPane.getStyleClass().add("setting");
        random.setId("random-start");
        random.setGraphic(new FontIcon(Feather.SHUFFLE));
        random.setAccessibleText("Random start");
        random.getStyleClass().add("flat-icon");
        Tips.on(random, Term.RANDOM_START);
        minimise.setId("goal-minimise");
        maximise.setId("goal-maximise");
        Tips.on(minimise, Term.GOAL_MINIMISE);
        Tips.on(maximise, Term.GOAL_MAXIMISE);
        goals.getChildren().setAll(goal);
        goals.managedProperty().bind(goals.visibleProperty());
        getChildren().setAll(fieldsPane);
    }

    /// Down or up, for formulas; stands in the card of the problem.
    public Node goal() {
        return goals;
    }

    private void listen() {
        random.setOnAction(_ -> controller.onRandomStart());
        minimise.setOnAction(_ -> controller.onGoal(Goal.MINIMISE));
        maximise.setOnAction(_ -> controller.onGoal(Goal.MAXIMISE));
    }

    private void bind() {
        model.follow(this::show);
    }

    private void show(Settings settings) {
        if (!settings.parameters().equals(names) || settings.goal().isPresent() != goals.isVisible()) {
            names = settings.parameters();
            rebuild(settings.goal().isPresent() ? names : Wording.thetas(names.size()));
        }
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).setNumber(settings.start().get(i));
        }
        goals.setVisible(settings.goal().isPresent());
        goal.show(settings.goal().map(wanted -> wanted == Goal.MINIMISE ? 0 : 1).orElse(-1));
    }

    /// @param signs short names: a formula's variables, or θ₀, θ₁ …
    private void rebuild(List<String> signs) {
        fields.clear();
        for (int i = 0; i < names.size() && names.size() <= MOST_FIELDS; i++) {
            int index = i;
            NumberField field = NumberField.of(value -> controller.onStart(index, value));
            field.setId("start-" + i);
            Rows.called(field, "Start " + names.get(i));
            fields.add(Tips.on(field, "Every run begins with this value of " + names.get(i) + "."));
        }
        fieldsPane.getChildren().clear();
        if (fields.isEmpty()) {
            Label many = Rows.caption(names.size() + " parameters");
            many.getStyleClass().add("note");
            fieldsPane.getChildren().add(Rows.line(Rows.caption("Start", Term.START), many, random));
        } else if (fields.size() <= 2 && String.join("", signs).length() <= SHORT_NAMES) {
            HBox line = Rows.line(Rows.caption("Start " + String.join(", ", signs), Term.START));
            line.getChildren().addAll(fields);
            line.getChildren().add(random);
            fieldsPane.getChildren().add(line);
        } else {
            fieldsPane.getChildren().addAll(Rows.line(Rows.caption("Start", Term.START), random), grid(signs));
        }
        fields.forEach(field -> fieldsPane.getChildren().add(new ErrorLine(field.errorProperty())));
    }

    /// Two parameters a line, each with its name before it.
    private GridPane grid(List<String> signs) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("start-grid");
        for (int i = 0; i < fields.size(); i++) {
            Label name = Tips.on(Rows.caption(signs.get(i)), names.get(i));
            name.getStyleClass().add("note");
            name.setMinWidth(18);
            HBox cell = new HBox(4, name, Rows.space(), fields.get(i));
            cell.getStyleClass().add("line");
            fields.get(i).setMinWidth(USE_PREF_SIZE);
            GridPane.setHgrow(cell, Priority.ALWAYS);
            grid.add(cell, i % 2, i / 2);
        }
        return grid;
    }
}
