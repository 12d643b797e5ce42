package fallline.app.gradient;

import fallline.analysis.CheckedGradient;
import fallline.analysis.GradientCheck;
import fallline.app.controls.Bubble;
import fallline.app.controls.Tips;
import fallline.number.Numbers;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Says in a few words how far the gradient is from differences of J; a click shows the numbers.
final class GradientBadge extends Button {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    private static final double WIDTH = 330;

    private final VBox explanation = new VBox();
    private final Bubble bubble = new Bubble("gradient-check", explanation);

    GradientBadge() {
        setId("gradient-badge");
        getStyleClass().add("quiet-badge");
        setMinWidth(USE_PREF_SIZE);
        explanation.getStyleClass().add("explanation");
        explanation.setPrefWidth(WIDTH);
        Tips.on(this, "The gradient was held against differences of J; click for the numbers.");
        setOnAction(_ -> toggle());
        show(Optional.empty());
    }

    private void toggle() {
        if (bubble.isShowing()) {
            bubble.hide();
        } else {
            bubble.show(this, getLayoutBounds());
        }
    }

    /// Shows what was found; nothing while the check is going on.
    void show(Optional<CheckedGradient> found) {
        setDisable(found.isEmpty());
        pseudoClassStateChanged(
                WRONG,
                found.filter(one -> one.check().finding() == GradientCheck.Finding.DISAGREES)
                        .isPresent());
        setText(found.map(one -> sentence(one.check())).orElse("checking the gradient …"));
        if (found.isPresent()) {
            explanation.getChildren().setAll(lines(found.get()));
        } else {
            bubble.hide();
        }
    }

    /// Nothing was found, and nobody looks any more.
    void leave() {
        show(Optional.empty());
        setText("gradient not checked");
    }

    /// `∇ checked: 3e-10`
    static String sentence(GradientCheck check) {
        return switch (check.finding()) {
            case AGREES -> "∇ checked: " + part(check.relativeError());
            case DISAGREES -> "gradient is off: " + part(check.relativeError());
            case KINK -> "gradient at a kink";
            case WAVES, ROUNDING -> "gradient undecided here";
            case HOLE -> "gradient not checked";
        };
    }

    private static String part(double error) {
        return Numbers.brief(error, 1);
    }

    private static List<Node> lines(CheckedGradient found) {
        GradientCheck check = found.check();
        String meaning =
                switch (check.finding()) {
                    case AGREES ->
                        "At " + found.points()
                                + " points the gradient agrees with the slope that differences of J give. "
                                + "The largest error, as a part of the largest component, was at this place:";
                    case DISAGREES ->
                        "The gradient differs from the slope that differences of J give, with several steps alike. "
                                + "The largest error, as a part of the largest component, was at this place:";
                    case KINK ->
                        "At every point looked at, J has a kink or a jump: there is no slope, and the gradient follows "
                                + "a convention.";
                    case WAVES ->
                        "At every point looked at, J changes too fast: differences with other steps give other slopes.";
                    case ROUNDING ->
                        "At every point looked at, the rounding of J is too large for differences to show its slope.";
                    case HOLE ->
                        "J is not defined around any of the points looked at: move the start to another place.";
                };
        Label words = new Label(meaning);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        if (check.finding() == GradientCheck.Finding.HOLE) {
            return List.of(words);
        }
        GridPane numbers = new GridPane();
        numbers.getStyleClass().add("check-numbers");
        row(numbers, 0, "point", found.point());
        row(numbers, 1, "parameter", found.parameter());
        row(numbers, 2, "gradient", Numbers.exact(check.slope()));
        row(numbers, 3, "from differences", Numbers.exact(check.difference()));
        row(numbers, 4, "smallest h", Numbers.brief(check.step(), 2));
        row(numbers, 5, "error", Numbers.brief(check.relativeError(), 2));
        return List.of(words, numbers);
    }

    private static void row(GridPane numbers, int row, String name, String value) {
        Label left = new Label(name);
        left.getStyleClass().add("check-name");
        Label right = new Label(value);
        right.getStyleClass().add("check-value");
        numbers.addRow(row, left, right);
    }
}
