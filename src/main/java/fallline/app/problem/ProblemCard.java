package fallline.app.problem;

import fallline.app.controls.ErrorLine;
import fallline.app.controls.Focus;
import fallline.app.controls.Fold;
import fallline.app.controls.FormulaField;
import fallline.app.controls.KinkBadge;
import fallline.app.controls.ParameterSliders;
import fallline.app.controls.Quietly;
import fallline.app.controls.Rows;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.desk.Desk;
import fallline.app.typeset.FormulaPicture;
import fallline.experiment.edit.FormulaReading;
import fallline.figure.paint.Typesetter;
import fallline.problem.ProblemLatex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The card of the problem: the formula field, J and its derivatives typeset, the goal, the data and their options.
///
/// It is one line while a run is being steered, and opens when another problem is chosen; once a hand has opened it or
/// folded it away, it stays as the hand left it.
public final class ProblemCard extends VBox {
    private static final double SIZE = 14;
    private static final int MOST_CHIPS = 8;

    private final ProblemModel model;
    private final ProblemController controller;
    private final FormulaTyping typing;
    private final Desk desk;
    private final Typesetter typesetter;
    private final ProblemSummary summary;
    private final FormulaField box;
    private final TextField field;
    private final HBox offers = new HBox();
    private final FlowPane chips = new FlowPane();
    private final ParameterSliders parameters;
    private final KinkBadge kinks = new KinkBadge();
    private final VBox mathematics = new VBox();
    private final ErrorLine error;
    private final List<FormulaPicture> pictures = new ArrayList<>();
    private final Label note = new Label();
    private final Label lesson = new Label();
    private final StackPane goalSlot = new StackPane();
    private final Fold fold;
    private final StackPane dataSlot = new StackPane();
    private final StackPane badgeSlot = new StackPane();
    private final Quietly quietly = new Quietly();

    ProblemCard(
            ProblemModel model,
            ProblemController controller,
            FormulaTyping typing,
            Desk desk,
            Typesetter typesetter,
            Node data) {
        this.model = model;
        this.controller = controller;
        this.typing = typing;
        this.desk = desk;
        this.typesetter = typesetter;
        box = new FormulaField(controller::names);
        field = box.text();
        parameters = new ParameterSliders(controller, true);
        error = new ErrorLine(model.mistake()
                .map(mistake -> mistake.map(FormulaReading.Wrong::sentence).orElse("")));
        summary = new ProblemSummary(
                new FormulaPicture(typesetter, SIZE, 1, desk.appearance().themeProperty(), desk.questions()));
        fold = compose();
        fold.remembered(desk.appearance().foldsProperty());
        bind();
        listen();
        dataSlot.getChildren().setAll(data);
    }

    /// Where the goal stands: down or up.
    public StackPane goalSlot() {
        return goalSlot;
    }

    /// Where the badge of the gradient's check stands.
    public StackPane badgeSlot() {
        return badgeSlot;
    }

    /// Its parts that can stand in a lesson, by a word.
    Map<String, Node> controls() {
        return Map.of(
                "formula", box,
                "formula/1", error,
                "formula/2", offers,
                "formula/3", chips,
                "formula/4", mathematics,
                "formula/5", goalSlot,
                "parameters", parameters,
                "model", dataSlot);
    }

    /// Puts the keyboard into the formula field.
    void focusFormula() {
        fold.open();
        field.requestFocus();
        field.selectAll();
    }

    /// Another problem was chosen, and is looked at.
    void onChosen() {
        fold.offerOpen(true);
    }

    /// A run is being steered: the problem steps back, unless it has the keyboard.
    void onSteered() {
        if (!isFocusWithin()) {
            fold.offerOpen(false);
        }
    }

    private Fold compose() {
        getStyleClass().addAll("card", "side", "problem");
        setMinHeight(USE_PREF_SIZE);
        badgeSlot.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(badgeSlot, Priority.ALWAYS);
        Button functions =
                chip("gallery", "", "Shows the test functions of the catalogue as pictures.", controller::onGallery);
        functions.setGraphic(new FontIcon(Feather.GRID));
        functions.setAccessibleText("Functions…");
        functions.getStyleClass().setAll("button", "gallery-button");
        functions.setMinWidth(USE_PREF_SIZE);
        functions.managedProperty().bind(functions.visibleProperty());
        model.kind().subscribe(kind -> functions.setVisible(!kind.needsData()));
        HBox tools = new HBox(functions, badgeSlot);
        tools.getStyleClass().add("problem-tools");
        field.setId("formula");
        field.setPromptText("x^2 + a*y^2, a = 4 (1 .. 10)");
        field.setAccessibleText("Formula of J");
        Tips.on(field, Term.FORMULA);
        mathematics.getStyleClass().add("mathematics");
        mathematics.setId("mathematics");
        note.getStyleClass().add("note");
        note.setWrapText(true);
        lesson.setId("lesson");
        lesson.getStyleClass().add("note");
        lesson.setWrapText(true);
        lesson.setMinHeight(USE_PREF_SIZE); // all of the sentence, however narrow the card
        error.setId("formula-error");
        offers.setId("name-offers");
        offers.getStyleClass().add("name-chips");
        chips.setId("name-chips");
        chips.getStyleClass().add("name-chips");
        for (Node node : List.of(box, offers, chips, mathematics, lesson, note, goalSlot, dataSlot)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        Fold whole = new Fold(
                "problem-fold",
                "Problem",
                Term.PROBLEM,
                tools,
                box,
                error,
                offers,
                chips,
                parameters,
                mathematics,
                lesson,
                kinks,
                note,
                dataSlot,
                goalSlot);
        whole.titleCard();
        whole.sumUpBy(summary);
        getChildren().setAll(whole);
        return whole;
    }

    private void bind() {
        model.subtitle().subscribe(_ -> sumUp());
        model.latex().subscribe(_ -> sumUp());
        model.kind().subscribe(_ -> sumUp());
        lesson.textProperty().bind(model.lesson());
        lesson.visibleProperty().bind(model.lesson().isNotEmpty());
        model.kind().subscribe(_ -> choose());
        desk.narrow().subscribe(_ -> choose());
        model.formula().subscribe(text -> {
            quietly.run(() -> {
                if (!typing.isApplying() && !field.getText().equals(text)) {
                    field.setText(text);
                }
            });
        });
        model.mistake().subscribe(_ -> showOffers());
        model.code().subscribe(_ -> showOffers());
        model.variables().subscribe(_ -> choose());
        model.parameters().subscribe(parameters::show);
        desk.workbench()
                .listenToRefusals(() -> parameters.show(model.parameters().get()));
        model.latex().subscribe(this::showLatex);
    }

    private void listen() {
        field.textProperty().subscribe(text -> {
            if (!quietly.isQuiet() && field.isFocused()) {
                typing.onTyped(text);
                box.offerNames();
            }
        });
        field.setOnAction(_ -> typing.onTypingEnds());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                Focus.toWindow(field);
                event.consume();
            }
        });
        field.focusedProperty().subscribe((before, focused) -> {
            if (before && !focused) {
                typing.onTypingEnds();
            }
        });
    }

    /// Shows what this kind of problem has.
    private void choose() {
        ProblemKind kind = model.kind().get();
        box.setVisible(kind.isTyped());
        showChips(kind);
        dataSlot.setVisible(kind.needsData());
        showLatex(model.latex().get());
    }

    /// The formula, or `2 variables`; a function's name; what is learnt from what.
    private void sumUp() {
        ProblemKind kind = model.kind().get();
        boolean formula = !kind.needsData() && kind != ProblemKind.FUNCTION; // a function has a name
        summary.show(formula ? model.latex().get().loss() : "", model.subtitle().get());
    }

    private void showOffers() {
        Optional<FormulaReading.Wrong> mistake = model.mistake().get();
        box.showMistake(mistake.map(wrong -> new FormulaField.Stretch(wrong.column() - 1, wrong.endColumn() - 1)));
        List<Node> offered = new ArrayList<>();
        model.code()
                .get()
                .ifPresent(_ -> offered.add(chip(
                        "open-code",
                        "Open this share code",
                        "Opens the experiment that the text in the field holds.",
                        () -> controller.onOpenCode(field.getText()))));
        mistake.ifPresent(wrong -> {
            wrong.mended()
                    .ifPresent(mended -> offered.add(chip(
                            "mend-formula",
                            "Write " + wrong.instead(),
                            "Puts " + wrong.instead() + " into the formula.",
                            () -> typing.onMend(mended))));
            wrong.unknownName().ifPresent(name -> {
                offered.add(chip(
                        "make-parameter",
                        "Make " + name + " a parameter",
                        "Declares " + name + " behind the formula as a constant with a slider.",
                        () -> typing.onMakeParameter(field.getText(), name)));
                offered.add(chip(
                        "make-variable",
                        "a variable",
                        "Takes " + name + " for a name that descent searches.",
                        () -> typing.onMakeVariable(field.getText(), name)));
            });
        });
        offers.setVisible(!offered.isEmpty());
        offers.getChildren().setAll(offered);
    }

    /// Variables that may be meant as constants: with only one there is no choice.
    private void showChips(ProblemKind kind) {
        List<String> variables = model.variables().get();
        boolean some = kind.isTyped() && variables.size() > 1 && variables.size() <= MOST_CHIPS;
        chips.setVisible(some);
        if (some) {
            List<Node> nodes = new ArrayList<>();
            nodes.add(Rows.caption("Variables", Term.VARIABLES));
            for (String name : variables) {
                nodes.add(chip(
                        "variable-" + name,
                        name,
                        "Makes " + name + " a parameter: a constant with a slider.",
                        () -> typing.onMakeParameter(field.getText(), name)));
            }
            chips.getChildren().setAll(nodes);
        }
    }

    private static Button chip(String id, String text, String tip, Runnable action) {
        Button chip = new Button(text);
        chip.setId(id);
        chip.getStyleClass().add("chip-button");
        chip.setOnAction(_ -> action.run());
        return Tips.on(chip, tip);
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
            pictures.add(new FormulaPicture(typesetter, SIZE, desk.appearance().themeProperty(), desk.questions()));
        }
        mathematics.getChildren().setAll(pictures.subList(0, lines.size()));
        for (int i = 0; i < lines.size(); i++) {
            pictures.get(i).show(lines.get(i));
        }
        mathematics.setVisible(!lines.isEmpty());
        note.setText(latex.note());
        note.setVisible(!latex.note().isEmpty());
        kinks.show(latex.kinks());
    }
}
