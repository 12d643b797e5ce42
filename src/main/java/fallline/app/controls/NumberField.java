package fallline.app.controls;

import fallline.app.Focus;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A field for one number. Enter or leaving the field takes what was typed, Escape gives it up (and at once more the
/// field); what cannot be taken stays in the field, with the reason in [#errorProperty].
///
/// It shows a short form of the number, and all of its digits while it has the focus. One that takes `NaN` shows an
/// empty field for it.
public final class NumberField extends TextField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ToDoubleFunction<String> reader;
    private final DoubleFunction<String> brief;
    private final DoubleFunction<String> full;
    private final DoubleConsumer taker;
    private double value = Double.NaN;
    private String shown = "";

    private NumberField(
            ToDoubleFunction<String> reader,
            DoubleFunction<String> brief,
            DoubleFunction<String> full,
            DoubleConsumer taker) {
        this.reader = reader;
        this.brief = brief;
        this.full = full;
        this.taker = taker;
        compose();
        listen();
    }

    /// A field for any finite number.
    ///
    /// @param taker gets a typed number; it may refuse by an `IllegalArgumentException` with a sentence
    public static NumberField of(DoubleConsumer taker) {
        return new NumberField(NumberText::parse, v -> NumberText.brief(v, 5), NumberText::full, taker);
    }

    /// A field for a whole number of at most 53 bits.
    public static NumberField whole(DoubleConsumer taker) {
        DoubleFunction<String> written =
                v -> Double.isNaN(v) ? "" : Long.toString((long) v).replace('-', '−');
        return new NumberField(NumberField::readWhole, written, written, taker);
    }

    private static double readWhole(String typed) {
        long value = NumberText.parseWhole(typed);
        if (Math.abs(value) > 1L << 53) {
            throw new IllegalArgumentException("'" + typed.strip() + "' is too large: type at most 9e15");
        }
        return value;
    }

    private void compose() {
        getStyleClass().add("number-field");
        setPrefColumnCount(5);
    }

    private void listen() {
        setOnAction(_ -> commit());
        focusedProperty().subscribe((_, focused) -> {
            if (focused) {
                show(full.apply(value));
                selectAll();
            } else {
                commit();
                if (error.get().isEmpty()) {
                    show(brief.apply(value));
                }
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                if (isEdited() || !error.get().isEmpty()) {
                    giveUp();
                } else {
                    Focus.toWindow(this);
                }
                event.consume();
            }
        });
    }

    /// Shows a number; what is being typed stays.
    public void setNumber(double number) {
        boolean same = Double.doubleToLongBits(number) == Double.doubleToLongBits(value);
        value = number;
        if (isFocused() && isEdited()) {
            return;
        }
        if (!same || error.get().isEmpty()) {
            error.set("");
            pseudoClassStateChanged(WRONG, false);
            show(isFocused() ? full.apply(number) : brief.apply(number));
        }
    }

    /// Why the text cannot be taken, in one sentence; empty if it can.
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    private boolean isEdited() {
        return !getText().equals(shown);
    }

    private void show(String text) {
        shown = text;
        if (!getText().equals(text)) {
            setText(text);
        }
    }

    private void giveUp() {
        say("");
        show(full.apply(value));
        selectAll();
    }

    private void commit() {
        if (!isEdited() && error.get().isEmpty()) {
            return;
        }
        try {
            double typed = reader.applyAsDouble(getText());
            taker.accept(typed);
            value = typed;
            say("");
            show(full.apply(typed));
        } catch (IllegalArgumentException e) {
            say(String.valueOf(e.getMessage()));
        }
    }

    private void say(String sentence) {
        error.set(sentence);
        pseudoClassStateChanged(WRONG, !sentence.isEmpty());
    }
}
