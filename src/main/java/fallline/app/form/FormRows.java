package fallline.app.form;

import fallline.app.controls.NumberField;
import fallline.app.controls.Rows;
import fallline.app.controls.Tips;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.util.StringConverter;

/// The rows of a form: a caption with its sentence, and controls that tell at once what was chosen.
public final class FormRows extends GridPane {
    private static final double CHOICE = 210;
    private static final double NUMBER = 72;
    private int rows;

    public FormRows() {
        getStyleClass().add("preferences-grid");
    }

    /// Takes all rows away.
    public void clear() {
        getChildren().clear();
        rows = 0;
    }

    /// Adds a row.
    ///
    /// @param tip what the caption says when the pointer rests on it
    public void add(String caption, String tip, Node... controls) {
        Label label = Tips.on(Rows.caption(caption), tip);
        label.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, controls);
        line.getStyleClass().add("form-line");
        label.setLabelFor(controls[0]);
        for (Node control : controls) {
            if (control instanceof Pane several) {
                several.getChildren().forEach(one -> name(label, one));
            } else {
                name(label, control);
            }
        }
        addRow(rows++, label, line);
    }

    private static void name(Label label, Node control) {
        if (control instanceof ComboBoxBase<?>) {
            Rows.name(label, control);
        }
    }

    /// A list of choices.
    ///
    /// @param words what a choice is called
    public static <T> ComboBox<T> choice(
            String id, List<T> all, Function<T, String> words, T now, Consumer<T> onChosen) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setPrefWidth(CHOICE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                return now;
            }
        });
        box.getItems().setAll(all);
        box.setValue(now);
        box.valueProperty().subscribe((_, chosen) -> onChosen.accept(chosen));
        return box;
    }

    /// A field for a number.
    public static NumberField number(String id, double now, DoubleConsumer onTyped) {
        return shown(id, now, NumberField.of(onTyped));
    }

    /// A field for a whole number.
    public static NumberField whole(String id, int now, DoubleConsumer onTyped) {
        return shown(id, now, NumberField.whole(onTyped));
    }

    private static NumberField shown(String id, double now, NumberField field) {
        field.setId(id);
        field.setNumber(now);
        field.setPrefWidth(NUMBER);
        field.setMaxWidth(NUMBER);
        return field;
    }

    /// A box to tick.
    public static CheckBox tick(String id, String words, boolean now, Consumer<Boolean> onChosen) {
        CheckBox box = new CheckBox(words);
        box.setId(id);
        box.setSelected(now);
        box.setOnAction(_ -> onChosen.accept(box.isSelected()));
        return box;
    }

    /// Words between controls.
    public static Label words(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("note");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
