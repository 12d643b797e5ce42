package fallline.app.problem;

import fallline.app.Desk;
import fallline.app.Focus;
import fallline.app.controls.ErrorLine;
import fallline.app.controls.FormulaPicture;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.figure.Typesetter;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The card of the problem: the formula field, J and its derivatives typeset, and where all runs start.
///
/// In a narrow window it is folded away into the toolbar, except for a formula that is typed and the options of a model
/// on data.
public final class ProblemCard extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    private static final double SIZE = 14;

    private final ProblemModel model;
    private final ProblemController controller;
    private final Desk desk;
    private final Typesetter typesetter;
    private final Label subtitle = new Label();
    private final TextField field = new TextField();
    private final VBox mathematics = new VBox();
    private final List<FormulaPicture> pictures = new ArrayList<>();
    private final Label note = new Label();
    private final StackPane startSlot = new StackPane();
    private final StackPane dataSlot = new StackPane();
    private boolean showing;

    ProblemCard(ProblemModel model, ProblemController controller, Desk desk, Typesetter typesetter, Node data) {
        this.model = model;
        this.controller = controller;
        this.desk = desk;
        this.typesetter = typesetter;
        compose();
        bind();
        listen();
        dataSlot.getChildren().setAll(data);
    }

    /// Where the start stands while the card has room for it; the settings card has another place.
    public StackPane startSlot() {
        return startSlot;
    }

    /// Puts the keyboard into the formula field.
    void focusFormula() {
        field.requestFocus();
        field.selectAll();
    }

    private void compose() {
        getStyleClass().addAll("card", "side", "problem");
        setMinHeight(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        Label title = Tips.on(new Label("Problem"), Term.PROBLEM);
        title.getStyleClass().add("card-title");
        title.setMinWidth(USE_PREF_SIZE);
        subtitle.getStyleClass().add("card-subtitle");
        HBox header = new HBox(title, subtitle);
        header.getStyleClass().add("card-header");
        field.setId("formula");
        field.getStyleClass().add("formula-field");
        field.setPromptText("x^2 + 4*y^2");
        field.setAccessibleText("Formula of J");
        Tips.on(field, Term.FORMULA);
        mathematics.getStyleClass().add("mathematics");
        mathematics.setId("mathematics");
        note.getStyleClass().add("note");
        note.setWrapText(true);
        ErrorLine error = new ErrorLine(model.error());
        error.setId("formula-error");
        for (Node node : List.of(field, mathematics, note, startSlot, dataSlot)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        getChildren().setAll(header, field, error, mathematics, note, dataSlot, startSlot);
    }

    private void bind() {
        subtitle.textProperty().bind(model.subtitle());
        model.kind().subscribe(_ -> fold());
        desk.narrow().subscribe(_ -> fold());
        model.formula().subscribe(text -> {
            showing = true;
            if (!controller.isApplyingTyped() && !field.getText().equals(text)) {
                field.setText(text);
            }
            showing = false;
        });
        model.error().subscribe(sentence -> field.pseudoClassStateChanged(WRONG, !sentence.isEmpty()));
        model.latex().subscribe(this::showLatex);
    }

    private void listen() {
        field.textProperty().subscribe(text -> {
            if (!showing && field.isFocused()) {
                controller.onTyped(text);
            }
        });
        field.setOnAction(_ -> controller.onTypingEnds());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                Focus.toWindow(field);
                event.consume();
            }
        });
        field.focusedProperty().subscribe((before, focused) -> {
            if (before && !focused) {
                controller.onTypingEnds();
            }
        });
    }

    private void fold() {
        ProblemKind kind = model.kind().get();
        boolean narrow = desk.narrow().get();
        field.setVisible(kind == ProblemKind.FORMULA);
        startSlot.setVisible(!narrow);
        dataSlot.setVisible(kind.needsData());
        setVisible(!narrow || kind == ProblemKind.FORMULA || kind.needsData());
        showLatex(model.latex().get());
    }

    private void showLatex(ProblemLatex latex) {
        List<String> lines = new ArrayList<>();
        // the toolbar shows J as well; in a narrow card it would only take room
        boolean narrow = desk.narrow().get();
        if (!narrow && !latex.loss().isEmpty()) {
            lines.add(latex.loss());
        }
        if (!narrow || model.kind().get() == ProblemKind.FORMULA) {
            lines.addAll(latex.derivatives());
        }
        while (pictures.size() < lines.size()) {
            pictures.add(new FormulaPicture(typesetter, SIZE, desk.appearance().themeProperty(), desk.painter()));
        }
        mathematics.getChildren().setAll(pictures.subList(0, lines.size()));
        for (int i = 0; i < lines.size(); i++) {
            pictures.get(i).show(lines.get(i));
        }
        mathematics.setVisible(!lines.isEmpty());
        note.setText(latex.note());
        note.setVisible(!latex.note().isEmpty());
    }
}
