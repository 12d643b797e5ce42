package fallline.app.controls;

import fallline.expr.TypedNumber;
import fallline.number.Numbers;
import fallline.text.Quote;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.LongConsumer;
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
    private final Function<String, Texts> taker;
    private final DoubleFunction<Texts> writer;
    private Texts texts = Texts.NONE;

    /// What the field was told to show while what was typed was being taken: that is what became of it.
    private Optional<Texts> became = Optional.empty();
    private String shown = "";

    /// A number as the field shows it.
    private record Texts(String brief, String full) {
        static final Texts NONE = new Texts("", "");

        static Texts of(double number) {
            return new Texts(TypedNumber.brief(number, 5), TypedNumber.full(number));
        }

        static Texts whole(long number) {
            return new Texts(Numbers.whole(number), Long.toString(number).replace('-', '−'));
        }
    }

    /// @param taker reads what was typed, hands it on and says how it is shown from then on
    private NumberField(Function<String, Texts> taker, DoubleFunction<Texts> writer) {
        this.taker = taker;
        this.writer = writer;
        compose();
        listen();
    }

    /// A field for any finite number.
    ///
    /// @param taker gets a typed number; it may refuse by an `IllegalArgumentException` with a sentence
    public static NumberField of(DoubleConsumer taker) {
        return new NumberField(
                typed -> {
                    double number = TypedNumber.parse(typed);
                    taker.accept(number);
                    return Texts.of(number);
                },
                Texts::of);
    }

    /// A field for a whole number of at most 53 bits.
    public static NumberField whole(DoubleConsumer taker) {
        return new NumberField(
                typed -> {
                    long number = readWhole(typed);
                    taker.accept((double) number);
                    return Texts.whole(number);
                },
                number -> Double.isNaN(number) ? Texts.NONE : Texts.whole((long) number));
    }

    /// A field for a whole number of 64 bits, such as a seed; [#setWhole] shows it with all of its digits.
    public static NumberField exact(LongConsumer taker) {
        return new NumberField(
                typed -> {
                    long number = TypedNumber.parseWhole(typed);
                    taker.accept(number);
                    return Texts.whole(number);
                },
                number -> Texts.whole((long) number));
    }

    private static long readWhole(String typed) {
        long value = TypedNumber.parseWhole(typed);
        if (Math.abs(value) > 1L << 53) {
            throw new IllegalArgumentException(Quote.of(typed.strip()) + " is too large: type at most 9e15");
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
                if (!isEdited()) {
                    show(texts.full());
                }
                selectAll();
            } else {
                commit();
                if (error.get().isEmpty()) {
                    show(texts.brief());
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
        set(writer.apply(number));
    }

    /// Shows a whole number exactly; what is being typed stays.
    public void setWhole(long number) {
        set(Texts.whole(number));
    }

    private void set(Texts next) {
        boolean same = next.equals(texts);
        texts = next;
        became = Optional.of(next);
        if (isFocused() && isEdited()) {
            return;
        }
        if (!same || error.get().isEmpty()) {
            error.set("");
            pseudoClassStateChanged(WRONG, false);
            show(isFocused() ? texts.full() : texts.brief());
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
        show(texts.full());
        selectAll();
    }

    private void commit() {
        if (!isEdited() && error.get().isEmpty()) {
            return;
        }
        try {
            became = Optional.empty();
            Texts taken = taker.apply(getText());
            texts = became.orElse(taken);
            say("");
            show(texts.full());
        } catch (IllegalArgumentException e) {
            say(String.valueOf(e.getMessage()));
        }
    }

    private void say(String sentence) {
        error.set(sentence);
        pseudoClassStateChanged(WRONG, !sentence.isEmpty());
    }
}
