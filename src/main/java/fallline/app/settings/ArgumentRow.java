package fallline.app.settings;

import fallline.app.controls.ErrorLine;
import fallline.app.controls.NumberField;
import fallline.app.controls.Quietly;
import fallline.app.controls.Rows;
import fallline.app.controls.Tips;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.schedule.ScheduleKind;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// One argument of a schedule or a line search in a line of its own: its name and a control that suits its kind.
final class ArgumentRow extends VBox {
    private final Hyperparameter argument;
    private final Consumer<HyperValue> taker;
    private final Consumer<HyperValue> shower;
    private final Quietly quietly = new Quietly();

    /// @param id of the control
    /// @param taker gets what was set; it may refuse by an `IllegalArgumentException` with a sentence
    ArgumentRow(String id, Hyperparameter argument, Consumer<HyperValue> taker) {
        this.argument = argument;
        this.taker = taker;
        getStyleClass().add("setting");
        shower = switch (argument.kind()) {
            case Hyperparameter.Range _ -> number(id);
            case Hyperparameter.Switch _ -> flag(id);
            case Hyperparameter.Choice choice ->
                argument.name().equals(ScheduleKind.MILESTONES) ? text(id) : word(id, choice);
        };
    }

    /// The argument's name in files.
    String name() {
        return argument.name();
    }

    /// Shows the value in force.
    void show(HyperValue value) {
        quietly.run(() -> shower.accept(value));
    }

    private Node caption() {
        return Tips.on(Rows.caption(argument.caption()), tip());
    }

    private String tip() {
        return argument.caption() + ", called " + argument.name() + " in files.";
    }

    private Consumer<HyperValue> number(String id) {
        NumberField field = ScheduleKind.isWhole(argument)
                ? NumberField.whole(value -> taker.accept(HyperValue.of(value)))
                : NumberField.of(value -> taker.accept(HyperValue.of(value)));
        field.setId(id);
        getChildren().setAll(Rows.line(caption(), Tips.on(field, tip())), new ErrorLine(field.errorProperty()));
        return value -> {
            if (value instanceof HyperValue.Amount(double amount)) {
                field.setNumber(amount);
            }
        };
    }

    private Consumer<HyperValue> flag(String id) {
        CheckBox box = new CheckBox();
        box.setId(id);
        box.setOnAction(_ -> taker.accept(new HyperValue.Flag(box.isSelected())));
        getChildren().setAll(Rows.line(caption(), Tips.on(box, tip())));
        return value -> box.setSelected(value instanceof HyperValue.Flag(boolean on) && on);
    }

    private Consumer<HyperValue> word(String id, Hyperparameter.Choice choice) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(choice.words());
        box.setId(id);
        box.getStyleClass().add("small-choice");
        box.setOnAction(_ -> {
            if (!quietly.isQuiet() && box.getValue() != null) {
                taker.accept(new HyperValue.Word(box.getValue()));
            }
        });
        getChildren().setAll(Rows.line(caption(), Tips.on(box, tip())));
        return value -> {
            if (value instanceof HyperValue.Word(String word)) {
                box.setValue(word);
            }
        };
    }

    /// A list of steps.
    private Consumer<HyperValue> text(String id) {
        TextField field = new TextField();
        ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
        field.setId(id);
        field.getStyleClass().addAll("number-field", "steps-field");
        Runnable commit = () -> {
            try {
                taker.accept(new HyperValue.Word(field.getText()));
                error.set("");
            } catch (IllegalArgumentException e) {
                error.set(String.valueOf(e.getMessage()));
            }
        };
        field.setOnAction(_ -> commit.run());
        field.focusedProperty().subscribe((before, focused) -> {
            if (before && !focused) {
                commit.run();
            }
        });
        getChildren()
                .setAll(
                        Rows.line(caption(), Tips.on(field, "Steps with commas between, such as 50, 100.")),
                        new ErrorLine(error.getReadOnlyProperty()));
        return value -> {
            if (value instanceof HyperValue.Word(String steps) && !field.isFocused()) {
                field.setText(steps);
            }
        };
    }
}
