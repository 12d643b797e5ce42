package fallline.app.controls;

import fallline.analysis.SliderScale;
import fallline.expr.TypedNumber;
import java.util.function.DoubleConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A slider over a [SliderScale]. While a hand moves it, every new value goes to the taker at once; when the hand lets
/// go, the release is told, so that one drag is one undo.
public final class ValueSlider extends Slider {
    private static final int DIGITS = 4;

    private final DoubleConsumer taker;
    private SliderScale scale;
    private double value;
    private boolean held;
    private final Quietly quietly = new Quietly();

    /// @param taker gets every value while the slider is moved
    /// @param release runs when the mouse button or key is released
    public ValueSlider(SliderScale scale, DoubleConsumer taker, Runnable release) {
        super(0, 1, 0);
        this.taker = taker;
        this.scale = scale;
        this.value = scale.low();
        getStyleClass().addAll("small", "value-slider");
        setBlockIncrement(0.02);
        setMinWidth(40);
        valueProperty().subscribe(this::onMoved);
        StrayDrags.keptFrom(this);
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> held = true);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> {
            held = false;
            release.run();
            settle();
        });
        addEventHandler(KeyEvent.KEY_RELEASED, _ -> release.run());
    }

    /// A screen reader says the value, and not its place on the slider.
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.VALUE_STRING
                ? TypedNumber.brief(value, DIGITS)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    /// The scale of the places.
    public SliderScale scale() {
        return scale;
    }

    /// Shows a value on a scale; while a hand holds the slider it stays where it is.
    public void show(SliderScale nextScale, double nextValue) {
        if (held) {
            value = nextValue;
            return;
        }
        scale = nextScale;
        value = nextValue;
        settle();
    }

    private void settle() {
        quietly.run(() -> setValue(scale.place(value)));
    }

    private void onMoved() {
        if (quietly.isQuiet()) {
            return;
        }
        double moved = scale.at(getValue());
        if (moved != value) {
            value = moved;
            taker.accept(moved);
        }
    }
}
