package fallline.app.rule;

import fallline.app.controls.ErrorLine;
import fallline.app.controls.Quietly;
import fallline.app.controls.Rows;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.desk.Desk;
import fallline.app.typeset.EquationList;
import fallline.figure.paint.Typesetter;
import fallline.optimizer.rule.RuleReading;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A rule as text, beside the views that follow it: the text, its first mistake, its lines typeset.
final class RuleEditor extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("mistaken");
    private static final Insets PLACE = new Insets(62, 10, 78, 10);
    private static final double SHARE = 0.42;
    private static final double LEAST = 440;
    private static final double MOST = 600;

    private final RuleModel model;
    private final RuleController controller;
    private final Desk desk;
    private final TextField id = new TextField();
    private final ReadOnlyStringWrapper idError = new ReadOnlyStringWrapper("");
    private final TextArea text = new TextArea();
    private final MistakeMark mark = new MistakeMark(text);
    private final ReadOnlyStringWrapper mistake = new ReadOnlyStringWrapper("");
    private final Label fine = new Label("This rule runs.");
    private final EquationList equations;
    private final Button keep = new Button();
    private final Button delete = button("Delete", "rule-delete", Term.RULE_DELETE);
    private final Button close = new Button("", new FontIcon(Feather.X));
    private final Quietly quietly = new Quietly();

    RuleEditor(RuleModel model, RuleController controller, Desk desk, Typesetter typesetter) {
        this.model = model;
        this.controller = controller;
        this.desk = desk;
        equations = new EquationList(typesetter, desk.appearance().themeProperty(), desk.questions());
        compose();
        bind();
        listen();
    }

    private static Button button(String text, String id, Term term) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("tool");
        button.setMinWidth(USE_PREF_SIZE);
        return Tips.on(button, term);
    }

    private void compose() {
        setId("rule-editor");
        getStyleClass().addAll("card", "rule-editor");
        StackPane.setAlignment(this, Pos.TOP_RIGHT);
        StackPane.setMargin(this, PLACE);
        Label title = new Label("Rule");
        title.getStyleClass().add("card-title");
        Tips.on(title, Term.RULE_TEXT);
        id.setId("rule-id");
        id.getStyleClass().add("rule-id");
        Tips.on(id, Term.RULE_ID);
        close.setId("rule-close");
        close.getStyleClass().add("flat-icon");
        close.setAccessibleText("Close the editor");
        Tips.on(close, Term.RULE_CLOSE);
        keep.setId("rule-keep");
        keep.getStyleClass().add("tool");
        Tips.on(keep, Term.RULE_SAVE);
        HBox header = new HBox(title, id, Rows.space(), close);
        header.getStyleClass().add("rule-header");
        text.setId("rule-text");
        text.getStyleClass().add("rule-text");
        text.setAccessibleText("Text of the rule");
        StackPane marked = new StackPane(text, mark);
        VBox.setVgrow(marked, Priority.ALWAYS);
        marked.setMinHeight(120);
        fine.getStyleClass().addAll("note", "rule-fine");
        fine.managedProperty().bind(fine.visibleProperty());
        fine.visibleProperty().bind(mistake.getReadOnlyProperty().isEmpty());
        ErrorLine error = new ErrorLine(mistake.getReadOnlyProperty());
        error.setId("rule-error");
        ScrollPane scroll = new ScrollPane(equations);
        scroll.getStyleClass().add("card-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(60);
        scroll.maxHeightProperty().bind(heightProperty().multiply(0.36));
        HBox buttons = new HBox(delete, Rows.space(), keep);
        buttons.getStyleClass().add("sheet-buttons");
        getChildren()
                .setAll(header, new ErrorLine(idError.getReadOnlyProperty()), marked, error, fine, scroll, buttons);
    }

    private void bind() {
        model.draft().subscribe(draft -> draft.ifPresent(this::show));
    }

    private void listen() {
        text.textProperty().subscribe((_, typed) -> {
            if (!quietly.isQuiet()) {
                controller.onText(typed);
            }
        });
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isShiftDown()) {
                text.replaceSelection("  ");
                event.consume();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                controller.onClose();
            }
        });
        id.setOnAction(_ -> rename());
        id.focusedProperty().subscribe((before, focused) -> {
            if (before && !focused) {
                rename();
            }
        });
        close.setOnAction(_ -> controller.onClose());
        keep.setOnAction(_ -> controller.onKeep());
        delete.setOnAction(_ -> controller.onDelete());
    }

    private void rename() {
        try {
            controller.onRename(id.getText().strip());
            idError.set("");
        } catch (IllegalArgumentException e) {
            idError.set(String.valueOf(e.getMessage()));
        }
    }

    private void show(RuleModel.Draft draft) {
        quietly.run(() -> {
            if (!id.isFocused() || idError.get().isEmpty()) {
                id.setText(draft.id());
                idError.set("");
            }
            RuleReading reading = draft.reading();
            if (!text.getText().equals(reading.text())) {
                text.setText(reading.text());
            }
            Optional<RuleReading.Mistake> wrong = reading.mistake();
            mistake.set(wrong.map(RuleReading.Mistake::sentence).orElse(""));
            text.pseudoClassStateChanged(WRONG, wrong.isPresent());
            mark.show(wrong);
            reading.rule().ifPresent(_ -> equations.show(reading.equations()));
            equations.setOpacity(wrong.isPresent() ? 0.45 : 1);
            keep.setText(draft.kept() ? "Remove from my optimizers" : "Save to my optimizers");
            keep.setDisable(wrong.isPresent());
        });
    }

    /// Shows the editor at the right of the window, over the panes.
    void open() {
        Node root = desk.stage().getScene().getRoot();
        if (root instanceof Pane pane && !pane.getChildren().contains(this)) {
            setMaxWidth(USE_PREF_SIZE);
            prefWidthProperty()
                    .bind(Bindings.createDoubleBinding(
                            () -> Math.clamp(SHARE * pane.getWidth(), LEAST, MOST), pane.widthProperty()));
            pane.getChildren().add(this);
        }
        text.requestFocus();
        text.positionCaret(0);
    }

    /// Takes the editor away; a second call does nothing.
    void close() {
        if (getParent() instanceof Pane pane) {
            pane.getChildren().remove(this);
            prefWidthProperty().unbind();
            pane.requestFocus();
        }
    }
}
