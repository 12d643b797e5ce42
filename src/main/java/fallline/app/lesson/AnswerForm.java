package fallline.app.lesson;

import fallline.app.controls.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where the task of a step is answered: a field, choices, fields for a place, or a tick that comes by itself.
final class AnswerForm extends VBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final Optional<Label> tick;
    private final List<TextField> fields;
    private Runnable giving = () -> {};

    private AnswerForm(Node question, Optional<Label> tick, List<TextField> fields, Node... rest) {
        this.tick = tick;
        this.fields = fields;
        getStyleClass().add("answer-form");
        getChildren().add(question);
        getChildren().addAll(rest);
    }

    private static Button check(Runnable action) {
        Button check = new Button("Check");
        check.setId("lesson-check");
        check.getStyleClass().add("tool");
        check.setMinWidth(Region.USE_PREF_SIZE);
        check.setOnAction(_ -> action.run());
        return check;
    }

    /// A text of one line; Enter or the button gives it.
    ///
    /// @param name for screen readers: `Your number`
    static AnswerForm typed(Node question, String name, String prompt, Consumer<String> onAnswer) {
        return places(question, List.of(name), prompt, texts -> onAnswer.accept(texts.getFirst()));
    }

    /// Several texts, each with its name where there are several: the coordinates of a point.
    static AnswerForm places(Node question, List<String> names, String prompt, Consumer<List<String>> onAnswer) {
        List<TextField> fields = new ArrayList<>();
        Runnable give = () -> {
            List<String> texts = fields.stream().map(TextField::getText).toList();
            Optional<TextField> empty =
                    fields.stream().filter(field -> field.getText().isBlank()).findFirst();
            empty.ifPresentOrElse(Node::requestFocus, () -> onAnswer.accept(texts));
        };
        VBox lines = new VBox(4);
        for (String name : names) {
            TextField field = new TextField();
            field.setId(names.size() == 1 ? "lesson-answer" : "lesson-answer-" + (fields.size() + 1));
            field.setPromptText(prompt);
            field.setMinWidth(0);
            field.setPrefColumnCount(6);
            HBox.setHgrow(field, Priority.ALWAYS);
            field.setOnAction(_ -> give.run());
            fields.add(field);
            HBox line = new HBox(6);
            line.setAlignment(Pos.CENTER_LEFT);
            if (names.size() == 1) {
                Rows.called(field, name);
                line.getChildren().add(field);
            } else {
                Label caption = Rows.caption(name);
                Rows.name(caption, field);
                line.getChildren().addAll(caption, field);
            }
            if (fields.size() == names.size()) {
                line.getChildren().add(check(give));
            }
            lines.getChildren().add(line);
        }
        AnswerForm form = new AnswerForm(question, Optional.empty(), List.copyOf(fields), lines);
        form.giving = give;
        return form;
    }

    /// One of several.
    ///
    /// @param choices in Markdown, in their order
    /// @param prose shows one of them
    /// @param onAnswer gets the index of the chosen one
    static AnswerForm choice(
            Node question, List<String> choices, Function<String, LessonText> prose, Consumer<Integer> onAnswer) {
        ToggleGroup group = new ToggleGroup();
        List<RadioButton> buttons = new ArrayList<>();
        VBox all = new VBox(6);
        for (String choice : choices) {
            LessonText text = prose.apply(choice);
            RadioButton button = new RadioButton();
            button.setId("lesson-choice-" + (buttons.size() + 1));
            button.setAccessibleText(text.spoken());
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            buttons.add(button);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox line = new HBox(7, button, text);
            line.getStyleClass().add("lesson-choice");
            line.setMinWidth(0);
            line.setOnMouseClicked(_ -> {
                button.setSelected(true);
                button.requestFocus();
            });
            all.getChildren().add(line);
        }
        Button check = check(() -> {
            int chosen = buttons.indexOf(group.getSelectedToggle());
            if (chosen >= 0) {
                onAnswer.accept(chosen);
            }
        });
        check.disableProperty().bind(group.selectedToggleProperty().isNull());
        all.getChildren().add(check);
        all.setAlignment(Pos.TOP_LEFT);
        return new AnswerForm(question, Optional.empty(), List.of(), all);
    }

    /// Several that are to be pressed in the right order, the best first.
    ///
    /// @param onAnswer gets their indices in the order in which they were pressed
    static AnswerForm order(Node question, List<String> names, Consumer<List<Integer>> onAnswer) {
        List<Integer> order = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        Label so = new Label();
        so.setId("lesson-order");
        so.setWrapText(true);
        so.setMinHeight(Region.USE_PREF_SIZE);
        Button check = check(() -> onAnswer.accept(List.copyOf(order)));
        Button again = new Button("Anew");
        again.setId("lesson-order-anew");
        again.getStyleClass().add("tool");
        again.setMinWidth(Region.USE_PREF_SIZE);
        Runnable show = () -> {
            so.setText(
                    order.isEmpty()
                            ? "None is pressed yet."
                            : order.stream().map(names::get).collect(Collectors.joining(", then ")) + ".");
            for (int i = 0; i < buttons.size(); i++) {
                buttons.get(i).setDisable(order.contains(i));
            }
            check.setDisable(order.size() < names.size());
            again.setDisable(order.isEmpty());
        };
        FlowPane line = new FlowPane(6, 6);
        for (String name : names) {
            int index = buttons.size();
            Button button = new Button(name);
            button.setId("lesson-rank-" + (index + 1));
            button.getStyleClass().add("tool");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                order.add(index);
                show.run();
            });
            buttons.add(button);
            line.getChildren().add(button);
        }
        again.setOnAction(_ -> {
            order.clear();
            show.run();
        });
        show.run();
        return new AnswerForm(question, Optional.empty(), List.of(), line, so, new HBox(8, check, again));
    }

    /// Something that is to be done on the desk, with a tick that comes by itself.
    static AnswerForm doing(Node question) {
        Label tick = new Label();
        tick.setId("lesson-tick");
        tick.getStyleClass().add("lesson-tick");
        tick.setAccessibleRole(AccessibleRole.TEXT);
        AnswerForm form = new AnswerForm(question, Optional.of(tick), List.of(), tick);
        form.showDone(false);
        return form;
    }

    /// Writes texts into the fields, one for each, and gives them as if they had been typed.
    void give(List<String> texts) {
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).setText(texts.get(i));
        }
        giving.run();
    }

    /// Whether what is to be done is done.
    void showDone(boolean done) {
        tick.ifPresent(label -> {
            label.setText(done ? "Done" : "Not reached yet");
            label.setGraphic(new FontIcon(done ? Feather.CHECK_CIRCLE : Feather.CIRCLE));
            label.pseudoClassStateChanged(DONE, done);
        });
    }
}
