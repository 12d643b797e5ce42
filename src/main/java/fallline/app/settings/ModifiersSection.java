package fallline.app.settings;

import atlantafx.base.controls.ToggleSwitch;
import fallline.app.controls.ErrorLine;
import fallline.app.controls.Fold;
import fallline.app.controls.NumberField;
import fallline.app.controls.Quietly;
import fallline.app.controls.Rows;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.optimizer.modifier.Modifiers;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What is done to the gradient besides the rule: a switch each, off at first, with its value behind it.
final class ModifiersSection extends StackPane {
    private static final double OFF = Double.POSITIVE_INFINITY;

    /// A modifier with a number.
    ///
    /// @param usual the number when it is switched on
    /// @param off the number that means that it is off
    private record Kind(
            String id,
            String caption,
            Term term,
            double usual,
            double off,
            ToDoubleFunction<Modifiers> reader,
            BiFunction<Modifiers, Double, Modifiers> writer) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("clip-norm", "Clip ‖g‖ to", Term.CLIP_NORM, 1, OFF, Modifiers::clipNorm, Modifiers::withClipNorm),
            new Kind(
                    "clip-value",
                    "Clip each |g| to",
                    Term.CLIP_VALUE,
                    1,
                    OFF,
                    Modifiers::clipValue,
                    Modifiers::withClipValue),
            new Kind(
                    "decoupled-decay",
                    "Decoupled decay ω",
                    Term.DECOUPLED_DECAY,
                    0.01,
                    0,
                    Modifiers::decoupledWeightDecay,
                    Modifiers::withDecoupledWeightDecay),
            new Kind(
                    "gradient-noise",
                    "Gradient noise σ",
                    Term.GRADIENT_NOISE,
                    0.1,
                    0,
                    Modifiers::gradientNoise,
                    Modifiers::withGradientNoise));

    private final MethodController controller;
    private final List<Line> lines = KINDS.stream().map(Line::new).toList();
    private final ToggleSwitch average = new ToggleSwitch();
    private final Fold fold;
    private Modifiers shown = Modifiers.NONE;
    private final Quietly quietly = new Quietly();

    /// A modifier's switch and number.
    private final class Line extends VBox {
        private final Kind kind;
        private final ToggleSwitch toggle = new ToggleSwitch();
        private final NumberField field;

        Line(Kind kind) {
            this.kind = kind;
            getStyleClass().add("setting");
            field = NumberField.of(this::put);
            field.setId(kind.id() + "-value");
            field.managedProperty().bind(field.visibleProperty());
            Tips.on(field, kind.term());
            toggle.setId(kind.id());
            Tips.on(toggle, kind.term());
            toggle.selectedProperty().subscribe((_, on) -> {
                if (!quietly.isQuiet()) {
                    controller.onModifiers(kind.writer().apply(shown, on ? kind.usual() : kind.off()));
                }
            });
            Label caption = Rows.caption(kind.caption(), kind.term());
            getChildren().setAll(Rows.line(caption, field, toggle), new ErrorLine(field.errorProperty()));
        }

        private void put(double value) {
            if (value == kind.off()) {
                throw new IllegalArgumentException("0 is the same as off: use the switch");
            }
            controller.onModifiers(kind.writer().apply(shown, value));
        }

        void show() {
            double value = kind.reader().applyAsDouble(shown);
            boolean on = value != kind.off();
            toggle.setSelected(on);
            field.setVisible(on);
            if (on) {
                field.setNumber(value);
            }
        }
    }

    ModifiersSection(MethodController controller, ObjectProperty<Map<String, Boolean>> folds) {
        this.controller = controller;
        average.setId("average");
        Tips.on(average, Term.AVERAGING);
        average.selectedProperty().subscribe((_, on) -> {
            if (!quietly.isQuiet()) {
                controller.onModifiers(shown.withAverage(on));
            }
        });
        VBox rows = new VBox();
        rows.getStyleClass().add("fold-rows");
        rows.getChildren().setAll(lines);
        rows.getChildren().add(Rows.line(Rows.caption("Polyak averaging", Term.AVERAGING), average));
        fold = new Fold("modifiers-fold", "Modifiers", Term.MODIFIERS, rows);
        fold.remembered(folds);
        getChildren().setAll(fold);
    }

    void show(Modifiers modifiers) {
        quietly.run(() -> {
            shown = modifiers;
            fold.say(modifiers.equals(Modifiers.NONE) ? "none" : Wording.modifiers(modifiers));
            lines.forEach(Line::show);
            average.setSelected(modifiers.average());
        });
    }
}
