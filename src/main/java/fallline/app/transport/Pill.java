package fallline.app.transport;

import fallline.experiment.judge.Tone;
import fallline.workbench.Narration;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A coloured dot with a sentence. Its width goes in strides, so that the bar stays calm while numbers change.
final class Pill extends HBox {
    private static final PseudoClass BRIEF = PseudoClass.getPseudoClass("brief");
    private static final double STRIDE = 36;

    /// What stands between a quantity and its number.
    private static final Pattern BETWEEN = Pattern.compile("(?<=\\bJ|‖∇J‖) (?=[−\\d])");

    private static final String UNBROKEN = "\u00a0";

    private final Label sentence = new Label();
    private final Tooltip whole = new Tooltip();

    Pill() {
        getStyleClass().add("pill");
        setId("verdict");
        setAlignment(Pos.CENTER_LEFT);
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        dot.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        dot.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        sentence.setWrapText(true);
        sentence.setId("verdict-sentence");
        sentence.setTooltip(whole);
        sentence.setAccessibleRole(AccessibleRole.TEXT);
        getChildren().setAll(dot, sentence);
    }

    /// Shows the dot alone; its tip says all.
    void setBrief(boolean brief) {
        pseudoClassStateChanged(BRIEF, brief);
        sentence.setVisible(!brief);
        sentence.setManaged(!brief);
        if (brief) {
            Tooltip.install(this, whole);
        } else {
            Tooltip.uninstall(this, whole);
        }
    }

    /// Says what happens.
    void say(Narration narration) {
        sentence.setText(BETWEEN.matcher(narration.sentence()).replaceAll(UNBROKEN));
        whole.setText(narration.sentence());
        for (Tone tone : Tone.values()) {
            PseudoClass state = PseudoClass.getPseudoClass(tone.name().toLowerCase(Locale.ROOT));
            pseudoClassStateChanged(state, tone == narration.tone());
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return STRIDE * Math.ceil(super.computePrefWidth(height) / STRIDE);
    }
}
