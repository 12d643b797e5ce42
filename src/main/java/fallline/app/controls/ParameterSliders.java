package fallline.app.controls;

import fallline.analysis.SliderScale;
import fallline.objective.formula.FormulaParameter;
import fallline.problem.FormulaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line for each named constant of a problem: its name, a slider over its range, and a field for its number.
public final class ParameterSliders extends VBox {
    /// What the hands on the sliders do.
    public interface Hands {
        /// A parameter got another value; while a slider is dragged, many times.
        void onParameter(String name, double value);

        /// A slider was let go, or a number was typed.
        void onParameterRelease();

        /// A parameter is to be one no more.
        void onParameterDropped(String name);
    }

    private record Line(ValueSlider slider, NumberField field, Label caption) {}

    private final Hands hands;
    private final boolean droppable;
    private final List<Line> lines = new ArrayList<>();
    private List<String> names = List.of();

    /// @param droppable whether a parameter can be made a variable again
    public ParameterSliders(Hands hands, boolean droppable) {
        this.hands = hands;
        this.droppable = droppable;
        getStyleClass().add("parameters");
        setId("parameters");
        setMinHeight(USE_PREF_SIZE);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /// Shows these parameters, in their order; none takes no room.
    public void show(Map<String, FormulaParameter> parameters) {
        if (!List.copyOf(parameters.keySet()).equals(names)) {
            names = List.copyOf(parameters.keySet());
            rebuild();
        }
        for (int i = 0; i < names.size(); i++) {
            FormulaParameter parameter = parameters.get(names.get(i));
            if (parameter != null) {
                show(names.get(i), lines.get(i), parameter);
            }
        }
        setVisible(!names.isEmpty());
    }

    private static void show(String name, Line line, FormulaParameter parameter) {
        line.field.setNumber(parameter.value());
        double room = parameter.max() - parameter.min();
        boolean slides = room > 0 && Double.isFinite(room);
        line.slider.setVisible(slides);
        if (slides) {
            SliderScale scale = new SliderScale(parameter.min(), parameter.max(), parameter.logarithmic());
            line.slider.show(scale.holding(parameter.value()), parameter.value());
        }
        Tips.on(
                line.caption,
                "A constant of the formula; its range is written behind it: " + FormulaText.declaration(name, parameter)
                        + ".");
    }

    private void rebuild() {
        lines.clear();
        getChildren().clear();
        for (String name : names) {
            NumberField field = NumberField.of(value -> {
                hands.onParameter(name, value);
                hands.onParameterRelease();
            });
            field.setId("parameter-" + name);
            Tips.on(field, "The value of " + name + ", which may lie outside its slider's range.");
            SliderScale any = new SliderScale(0, 1, false);
            ValueSlider slider =
                    new ValueSlider(any, value -> hands.onParameter(name, value), hands::onParameterRelease);
            slider.setId("parameter-" + name + "-slider");
            slider.setAccessibleText(name);
            Tips.on(slider, "Drag " + name + ": the surface and all paths follow.");
            HBox.setHgrow(slider, Priority.ALWAYS);
            slider.setMaxWidth(Double.MAX_VALUE);
            Label caption = Rows.caption(name);
            caption.getStyleClass().add("parameter-name");
            caption.setLabelFor(field);
            HBox line = new HBox(caption, slider, field);
            line.getStyleClass().addAll("line", "parameter");
            if (droppable) {
                line.getChildren().add(drop(name));
            }
            lines.add(new Line(slider, field, caption));
            getChildren().addAll(line, new ErrorLine(field.errorProperty()));
        }
    }

    private Button drop(String name) {
        Button drop = new Button();
        drop.setId("parameter-" + name + "-drop");
        drop.setGraphic(new FontIcon(Feather.X));
        drop.setAccessibleText("Make " + name + " a variable");
        drop.getStyleClass().addAll("flat-icon", "reset");
        drop.setOnAction(_ -> hands.onParameterDropped(name));
        return Tips.on(drop, "Makes " + name + " a variable, which descent searches.");
    }
}
