package fallline.app.settings;

import atlantafx.base.controls.ToggleSwitch;
import fallline.app.controls.ErrorLine;
import fallline.app.controls.Fold;
import fallline.app.controls.NumberField;
import fallline.app.controls.Quietly;
import fallline.app.controls.Rows;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.optimizer.modifier.ModifierFit;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.modifier.Modifiers.Lookahead;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What is done besides the rule: a switch each, off at first, with its value behind it. What does not go with the
/// optimizer is not there.
final class ModifiersSection extends StackPane {
    private static final double OFF = Double.POSITIVE_INFINITY;

    /// A modifier with a number.
    ///
    /// @param usual the number when it is switched on
    /// @param off the number that means that it is off
    /// @param goes whether it goes with an optimizer
    private record Kind(
            String id,
            String caption,
            Term term,
            double usual,
            double off,
            ToDoubleFunction<Modifiers> reader,
            BiFunction<Modifiers, Double, Modifiers> writer,
            Predicate<ModifierFit> goes) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("sam", "SAM ρ", Term.SAM, 0.05, 0, Modifiers::sam, Modifiers::withSam, ModifierFit::sam),
            new Kind(
                    "clip-norm",
                    "Clip ‖g‖ to",
                    Term.CLIP_NORM,
                    1,
                    OFF,
                    Modifiers::clipNorm,
                    Modifiers::withClipNorm,
                    _ -> true),
            new Kind(
                    "clip-value",
                    "Clip each |g| to",
                    Term.CLIP_VALUE,
                    1,
                    OFF,
                    Modifiers::clipValue,
                    Modifiers::withClipValue,
                    _ -> true),
            new Kind(
                    "decoupled-decay",
                    "Decoupled decay ω",
                    Term.DECOUPLED_DECAY,
                    0.01,
                    0,
                    Modifiers::decoupledWeightDecay,
                    Modifiers::withDecoupledWeightDecay,
                    ModifierFit::decay),
            new Kind(
                    "gradient-noise",
                    "Gradient noise σ",
                    Term.GRADIENT_NOISE,
                    0.1,
                    0,
                    Modifiers::gradientNoise,
                    Modifiers::withGradientNoise,
                    _ -> true),
            new Kind(
                    "lookahead",
                    "Lookahead every k",
                    Term.LOOKAHEAD,
                    Lookahead.STANDARD.k(),
                    0,
                    modifiers -> modifiers.lookahead().map(Lookahead::k).orElse(0),
                    ModifiersSection::withEvery,
                    ModifierFit::lookahead));

    /// How far a look-ahead goes; a line of its own that is there with it.
    private static final Kind PART = new Kind(
            "lookahead-part",
            "Lookahead part",
            Term.LOOKAHEAD_PART,
            Lookahead.STANDARD.alpha(),
            0,
            modifiers -> modifiers.lookahead().map(Lookahead::alpha).orElse(0.0),
            (modifiers, part) ->
                    modifiers.withLookahead(modifiers.lookahead().map(lookahead -> new Lookahead(lookahead.k(), part))),
            ModifierFit::lookahead);

    private static Modifiers withEvery(Modifiers modifiers, double steps) {
        if (steps != Math.rint(steps)) {
            throw new IllegalArgumentException("k is a number of steps: it must be whole");
        }
        double part = modifiers.lookahead().orElse(Lookahead.STANDARD).alpha();
        return modifiers.withLookahead(steps == 0 ? Optional.empty() : Optional.of(new Lookahead((int) steps, part)));
    }

    private final MethodController controller;
    private final List<Line> lines = KINDS.stream().map(Line::new).toList();
    private final Line part = new Line(PART);
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
            managedProperty().bind(visibleProperty());
            toggle.managedProperty().bind(toggle.visibleProperty());
            Label caption = Rows.caption(kind.caption(), kind.term());
            getChildren().setAll(Rows.line(caption, field, toggle), new ErrorLine(field.errorProperty()));
        }

        private void put(double value) {
            if (value == kind.off()) {
                throw new IllegalArgumentException("0 is the same as off: use the switch");
            }
            controller.onModifiers(kind.writer().apply(shown, value));
        }

        void show(ModifierFit fit, boolean asked) {
            setVisible(asked && kind.goes().test(fit));
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
        part.toggle.setVisible(false);
        rows.getChildren().add(part);
        rows.getChildren().add(Rows.line(Rows.caption("Polyak averaging", Term.AVERAGING), average));
        fold = new Fold("modifiers-fold", "Modifiers", Term.MODIFIERS, rows);
        fold.remembered(folds);
        getChildren().setAll(fold);
    }

    void show(Modifiers modifiers, ModifierFit fit) {
        quietly.run(() -> {
            shown = modifiers;
            fold.say(modifiers.equals(Modifiers.NONE) ? "none" : Wording.modifiers(modifiers));
            lines.forEach(line -> line.show(fit, true));
            part.show(fit, modifiers.lookahead().isPresent());
            average.setSelected(modifiers.average());
        });
    }
}
