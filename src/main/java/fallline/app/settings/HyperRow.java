package fallline.app.settings;

import fallline.analysis.SliderScale;
import fallline.analysis.question.CurvatureHere;
import fallline.app.controls.ErrorLine;
import fallline.app.controls.NumberField;
import fallline.app.controls.Quietly;
import fallline.app.controls.Rows;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.controls.ValueSlider;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One hyperparameter: its name, a control that suits its kind, and a way back to its default. Made from the rule.
final class HyperRow extends VBox {
    /// Shows a value; the range of a learning rate follows its zones, and a mark shows the rate that is used.
    private interface Shower {
        void show(HyperValue value, Optional<CurvatureHere> here, Optional<Double> used);
    }

    private final Hyperparameter hyperparameter;
    private final SettingsController controller;
    private final Button reset = new Button();
    private final Shower shower;
    private final Quietly quietly = new Quietly();

    HyperRow(Hyperparameter hyperparameter, SettingsController controller) {
        this.hyperparameter = hyperparameter;
        this.controller = controller;
        getStyleClass().add("setting");
        reset.setGraphic(new FontIcon(Feather.ROTATE_CCW));
        reset.getStyleClass().addAll("flat-icon", "reset");
        reset.setId(id("reset"));
        reset.setAccessibleText(Wording.caption(hyperparameter) + " as usual");
        reset.managedProperty()
                .bind(reset.visibleProperty()); // its room is the caption's while there is nothing to reset
        reset.setOnAction(_ -> controller.onReset(hyperparameter));
        Tips.on(reset, Term.RESET);
        shower = switch (hyperparameter.kind()) {
            case Hyperparameter.Range range -> number(range);
            case Hyperparameter.Choice choice -> word(choice);
            case Hyperparameter.Switch _ -> flag();
        };
    }

    private boolean isRate() {
        return hyperparameter.name().equals(Hyperparameter.LEARNING_RATE);
    }

    private String id(String suffix) {
        String stem = isRate() ? "lr" : "hyper-" + hyperparameter.name();
        return suffix.isEmpty() ? stem : stem + "-" + suffix;
    }

    private Label caption() {
        return Tips.on(Rows.caption(Wording.caption(hyperparameter)), Wording.tip(hyperparameter));
    }

    /// Shows the value in force.
    ///
    /// @param used the rate at the playhead, if a schedule or a line search makes it another one
    void show(HyperValue value, Optional<CurvatureHere> here, Optional<Double> used) {
        boolean changed = !value.equals(hyperparameter.initial());
        reset.setVisible(changed);
        quietly.run(() -> shower.show(value, here, used));
    }

    private Shower number(Hyperparameter.Range range) {
        SliderScale rule = new SliderScale(range.low(), range.high(), range.logarithmic());
        DoubleConsumer taker = value -> controller.onHyperparameter(hyperparameter, HyperValue.of(value));
        NumberField field = NumberField.of(value -> {
            taker.accept(value);
            controller.onRelease();
        });
        field.setId(id(""));
        Tips.on(field, Wording.tip(hyperparameter));
        ValueSlider slider = new ValueSlider(rule, taker, controller::onRelease);
        slider.setId(id("slider"));
        slider.setAccessibleText(Wording.caption(hyperparameter));
        Tips.on(slider, Wording.tip(hyperparameter));
        getChildren().add(Rows.line(caption(), reset, field));
        if (!isRate()) {
            getChildren().addAll(slider, new ErrorLine(field.errorProperty()));
            return (value, _, _) -> {
                double amount = amount(value);
                field.setNumber(amount);
                slider.show(rule.holding(amount), amount);
            };
        }
        RateTrack track = new RateTrack(slider, rate -> {
            taker.accept(rate);
            controller.onRelease();
        });
        getChildren().addAll(track, new ErrorLine(field.errorProperty()));
        return (value, here, used) -> {
            double amount = amount(value);
            field.setNumber(amount);
            slider.show(
                    here.flatMap(CurvatureHere::zones)
                            .map(z -> z.scale(slider.scale(), amount))
                            .orElse(rule.holding(amount)),
                    amount);
            track.show(here, used);
        };
    }

    private static double amount(HyperValue value) {
        return value instanceof HyperValue.Amount(double amount) ? amount : Double.NaN;
    }

    private Shower word(Hyperparameter.Choice choice) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(choice.words());
        box.setId(id(""));
        box.getStyleClass().add("small-choice");
        Tips.on(box, Wording.tip(hyperparameter));
        box.setOnAction(_ -> {
            if (!quietly.isQuiet() && box.getValue() != null) {
                controller.onHyperparameter(hyperparameter, new HyperValue.Word(box.getValue()));
            }
        });
        getChildren().add(Rows.line(caption(), reset, box));
        return (value, _, _) -> {
            if (value instanceof HyperValue.Word(String word) && !word.equals(box.getValue())) {
                box.setValue(word);
            }
        };
    }

    private Shower flag() {
        CheckBox box = new CheckBox();
        box.setId(id(""));
        Tips.on(box, Wording.tip(hyperparameter));
        box.setOnAction(_ -> controller.onHyperparameter(hyperparameter, new HyperValue.Flag(box.isSelected())));
        getChildren().add(Rows.line(caption(), reset, box));
        return (value, _, _) -> box.setSelected(value instanceof HyperValue.Flag(boolean on) && on);
    }
}
