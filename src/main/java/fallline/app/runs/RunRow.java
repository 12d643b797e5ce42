package fallline.app.runs;

import fallline.app.controls.ErrorLine;
import fallline.app.controls.Focus;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Theme;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line of the list of runs.
final class RunRow extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("run-hidden");
    private static final Map<RunLine.Tone, PseudoClass> TONES = Arrays.stream(RunLine.Tone.values())
            .collect(Collectors.toMap(
                    tone -> tone, tone -> PseudoClass.getPseudoClass(tone.name().toLowerCase(Locale.ROOT))));

    private final RunsController controller;
    private final Label name = new Label();
    private final TextField editor = new TextField();
    private final Label summary = new Label();
    private final Label verdict = new Label();
    private final Button eye = new Button();
    private final FontIcon eyeIcon = new FontIcon(Feather.EYE);
    private final StringProperty error = new SimpleStringProperty("");
    private String run = "";

    RunRow(int index, RunsController controller, ObservableValue<Theme> theme) {
        this.controller = controller;
        compose(index, theme);
        listen();
    }

    private void compose(int index, ObservableValue<Theme> theme) {
        getStyleClass().add("run-row");
        setId("run-" + index);
        name.getStyleClass().add("run-name");
        name.setMinWidth(0);
        editor.getStyleClass().add("run-editor");
        editor.setId("run-name-" + index);
        editor.setVisible(false);
        editor.managedProperty().bind(editor.visibleProperty());
        name.visibleProperty().bind(editor.visibleProperty().not());
        name.managedProperty().bind(name.visibleProperty());
        summary.getStyleClass().add("note");
        // where there is too little room the settings are cut, which stand in the card below, and not the verdict
        summary.setMinWidth(0);
        verdict.getStyleClass().addAll("note", "verdict");
        verdict.setMinWidth(USE_PREF_SIZE);
        eye.setId("eye-" + index);
        eye.setGraphic(eyeIcon);
        eye.getStyleClass().add("flat-icon");
        Focus.returnedAfterClick(eye);
        Tips.on(eye, Term.SHOW_RUN);
        Tips.on(name, Term.RENAME_RUN);
        HBox below = new HBox(6, summary, verdict);
        VBox words = new VBox(name, editor, below);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(new RunSample(RunStyle.of(index), theme), words, eye);
        line.getStyleClass().add("run-line");
        getChildren().setAll(line, new ErrorLine(error));
    }

    private void listen() {
        setOnMousePressed(event -> {
            controller.onChoose(run);
            if (!editor.isVisible()) {
                requestFocus();
            }
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                startRename();
            }
            event.consume(); // else the window would take the keyboard back
        });
        setOnKeyPressed(this::onKey);
        eye.setOnAction(_ -> controller.onToggle(run));
        editor.setOnAction(_ -> commit());
        editor.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                endRename();
                event.consume();
            }
        });
        editor.focusedProperty().subscribe((_, focused) -> {
            if (!focused && editor.isVisible()) {
                commit();
            }
        });
    }

    private void onKey(KeyEvent event) {
        if (editor.isVisible()) {
            return;
        }
        switch (event.getCode()) {
            case F2 -> startRename();
            case UP -> controller.onMove(-1);
            case DOWN -> controller.onMove(1);
            case ENTER -> controller.onChoose(run);
            case DELETE -> controller.onRemove();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Puts a field in the place of the name.
    void startRename() {
        editor.setText(run);
        error.set("");
        editor.setVisible(true);
        editor.requestFocus();
        editor.selectAll();
    }

    private void commit() {
        try {
            controller.onRename(run, editor.getText());
            endRename();
        } catch (IllegalArgumentException e) {
            error.set(String.valueOf(e.getMessage()));
        }
    }

    private void endRename() {
        error.set("");
        editor.setVisible(false);
        requestFocus();
    }

    void show(RunLine line) {
        run = line.name();
        name.setText(line.name());
        summary.setText(line.summary());
        verdict.setText("· " + line.verdict());
        Tips.on(verdict, line.cost().isEmpty() ? line.detail() : line.detail() + ". " + line.cost());
        Tips.on(summary, line.cost().isEmpty() ? line.summary() : line.summary() + ": " + line.cost());
        TONES.forEach((tone, state) -> verdict.pseudoClassStateChanged(state, tone == line.tone()));
        eyeIcon.setIconCode(line.hidden() ? Feather.EYE_OFF : Feather.EYE);
        eye.setAccessibleText((line.hidden() ? "Show " : "Hide ") + line.name());
        setFocusTraversable(line.chosen());
        eye.setFocusTraversable(line.chosen());
        pseudoClassStateChanged(CHOSEN, line.chosen());
        pseudoClassStateChanged(HIDDEN, line.hidden());
        setAccessibleText(line.name() + ", " + line.summary() + ", " + line.verdict());
    }
}
