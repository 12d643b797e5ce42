package fallline.app.runs;

import fallline.app.controls.ErrorLine;
import fallline.app.controls.Focus;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.figure.paint.Theme;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
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
    private final RunSample sample;
    private final Label name = new Label();
    private final TextField editor = new TextField();
    private final Label rate = new Label();
    private final Label verdict = new Label();
    private final Label fork = new Label();
    private final Label mark = new Label();
    private final Label branch = new Label();
    private final RunWords words = new RunWords(name, rate, verdict, fork, mark, branch);
    private final Button eye = new Button();
    private final FontIcon eyeIcon = new FontIcon(Feather.EYE);
    private final StringProperty error = new SimpleStringProperty("");
    private String run = "";
    private boolean hidden;
    private boolean solo;

    RunRow(int index, RunsController controller, ObservableValue<Theme> theme) {
        this.controller = controller;
        sample = new RunSample(theme);
        compose(index);
        listen();
    }

    private void compose(int index) {
        getStyleClass().add("run-row");
        setId("run-" + index);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        name.getStyleClass().add("run-name");
        rate.getStyleClass().addAll("note", "run-rate");
        verdict.getStyleClass().addAll("note", "verdict");
        fork.getStyleClass().addAll("note", "run-fork");
        fork.setId("fork-" + index);
        mark.getStyleClass().addAll("note", "verdict-mark");
        branch.getStyleClass().addAll("note", "run-fork");
        editor.getStyleClass().add("run-editor");
        editor.setId("run-name-" + index);
        editor.setVisible(false);
        editor.managedProperty().bind(editor.visibleProperty());
        words.visibleProperty().bind(editor.visibleProperty().not());
        words.managedProperty().bind(words.visibleProperty());
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox.setHgrow(editor, Priority.ALWAYS);
        eye.setId("eye-" + index);
        eye.setGraphic(eyeIcon);
        eye.getStyleClass().addAll("flat-icon", "eye");
        Focus.returnedAfterClick(eye);
        Tips.on(eye, Term.SHOW_RUN);
        // the eye takes the place of the sample under the pointer, so that the words have all the room
        HBox line = new HBox(new StackPane(sample, eye), words, editor);
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
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (!editor.isVisible()) {
                controller.onChoose(run);
                new RunMenu(controller, run, hidden, solo, this::startRename)
                        .show(this, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
        setOnKeyPressed(this::onKey);
        eye.setOnAction(_ -> {
            controller.onToggle(run);
            requestFocus();
        });
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
        if (editor.isVisible() || event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case F2 -> startRename();
            case UP -> controller.onStep(-1);
            case DOWN -> controller.onStep(1);
            case ENTER -> controller.onChoose(run);
            case DELETE -> controller.onRemove();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Whether a field stands in the place of the name.
    boolean isRenaming() {
        return editor.isVisible();
    }

    /// Puts a field in the place of the name.
    void startRename() {
        editor.setText(run);
        error.set("");
        editor.setVisible(true);
        editor.applyCss(); // without its skin it would drop the next key
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
        boolean had = editor.isFocused();
        editor.setVisible(false);
        if (had) {
            requestFocus();
        }
    }

    /// @param many whether there are so many runs that each has one line wherever possible
    void show(RunLine line, boolean many) {
        run = line.name();
        hidden = line.hidden();
        solo = line.solo();
        sample.show(line.style());
        name.setText(line.name());
        rate.setText(line.rate());
        verdict.setText(line.verdict());
        fork.setText(line.fork().isEmpty() ? "" : "↳ " + line.fork());
        mark.setText(line.tone().mark());
        branch.setText(line.branch().isEmpty() ? "" : "↳ " + line.branch());
        words.setMany(many);
        Tips.on(name, line.about() + " " + Term.RENAME_RUN.sentence());
        Tips.on(rate, line.cost().isEmpty() ? line.summary() : line.summary() + ": " + line.cost());
        Tips.on(verdict, line.cost().isEmpty() ? line.detail() : line.detail() + ". " + line.cost());
        Tips.on(mark, line.detail());
        Tips.on(fork, line.origin());
        Tips.on(branch, line.origin());
        TONES.forEach((tone, state) -> {
            verdict.pseudoClassStateChanged(state, tone == line.tone());
            mark.pseudoClassStateChanged(state, tone == line.tone());
        });
        eyeIcon.setIconCode(line.hidden() ? Feather.EYE_OFF : Feather.EYE);
        eye.setAccessibleText((line.hidden() ? "Show " : "Hide ") + line.name());
        // the list is one stop of the keyboard: arrows choose, and the keyboard goes along
        setFocusTraversable(line.chosen());
        eye.setFocusTraversable(line.chosen());
        pseudoClassStateChanged(CHOSEN, line.chosen());
        pseudoClassStateChanged(HIDDEN, line.hidden());
        setAccessibleText(line.spoken());
        setAccessibleHelp(line.origin());
    }
}
