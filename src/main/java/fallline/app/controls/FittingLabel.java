package fallline.app.controls;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Words that are never cut: of several ways to say a thing, from the longest to the shortest, the first one for which
/// there is room, or nothing. The longest is the tip.
public final class FittingLabel extends Region {
    private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");

    private final Label label = new Label();
    private final Text probe = new Text();
    private List<String> ways = List.of();

    /// @param styles of the label
    public FittingLabel(String... styles) {
        getStyleClass().add("fitting-label");
        label.getStyleClass().addAll(styles);
        label.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(label);
        setMinWidth(0);
    }

    /// @param words from the longest way to say it to the shortest
    public void say(List<String> words) {
        if (!words.equals(ways)) {
            ways = List.copyOf(words);
            if (!ways.isEmpty() && !ways.getFirst().isBlank()) {
                Tips.on(this, ways.getFirst());
            }
            setAccessibleText(ways.isEmpty() ? "" : ways.getFirst());
            label.setText(ways.isEmpty() ? "" : ways.getFirst());
            requestLayout();
        }
    }

    /// The label, for whoever wants to read it.
    public Label label() {
        return label;
    }

    /// Measured beside the label: to change its text would ask for one more layout each time.
    private double wide(String words) {
        probe.setFont(label.getFont());
        probe.setText(words);
        return Math.ceil(probe.getLayoutBounds().getWidth()
                        + label.getInsets().getLeft()
                        + label.getInsets().getRight())
                + 1;
    }

    @Override
    protected double computePrefWidth(double height) {
        return ways.isEmpty() || ways.getFirst().isEmpty() ? 0 : wide(ways.getFirst());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return label.prefHeight(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        boolean said = false;
        for (String words : ways) {
            double width = wide(words);
            if (width <= getWidth() + 0.5) {
                said = !words.isEmpty();
                label.setText(words);
                double left = getStyleClass().contains("at-right") ? getWidth() - width : 0;
                double height = label.prefHeight(-1);
                label.resizeRelocate(Math.max(0, left), snapPositionY((getHeight() - height) / 2), width, height);
                break;
            }
        }
        label.setVisible(said);
        pseudoClassStateChanged(SILENT, !said);
    }
}
