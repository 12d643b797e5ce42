package fallline.app.rule;

import fallline.optimizer.rule.RuleReading;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;

/// A wavy line under the first mistake in a text area.
final class MistakeMark extends Pane {
    private static final double WAVE = 2;
    private static final double LEAST = 6;

    private final TextArea area;
    private final Polyline wave = new Polyline();
    private Optional<RuleReading.Mistake> shown = Optional.empty();

    MistakeMark(TextArea area) {
        this.area = area;
        setMouseTransparent(true);
        wave.setId("rule-mistake");
        wave.getStyleClass().add("mistake-mark");
        wave.setVisible(false);
        getChildren().setAll(wave);
        area.scrollTopProperty().subscribe(_ -> requestLayout());
        area.scrollLeftProperty().subscribe(_ -> requestLayout());
        area.fontProperty().subscribe(_ -> requestLayout());
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty().subtract(2));
        clip.heightProperty().bind(heightProperty().subtract(2));
        setClip(clip);
    }

    /// Marks the mistake, or nothing.
    void show(Optional<RuleReading.Mistake> mistake) {
        shown = mistake;
        wave.setVisible(mistake.isPresent());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        wave.getPoints().clear();
        if (shown.isEmpty() || !(area.getSkin() instanceof TextAreaSkin skin)) {
            return;
        }
        RuleReading.Mistake mistake = shown.get();
        String text = area.getText();
        int start = lineStart(text, mistake.line());
        int end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
        int first = Math.min(start + mistake.column() - 1, end);
        int last = Math.clamp(start + mistake.endColumn() - 2L, first, Math.max(first, end));
        Rectangle2D from = skin.getCharacterBounds(first);
        Rectangle2D to = skin.getCharacterBounds(last);
        double width = Math.max(LEAST, to.getMaxX() - from.getMinX());
        int waves = (int) Math.ceil(width / WAVE);
        for (int i = 0; i <= waves; i++) {
            wave.getPoints().addAll(from.getMinX() + i * WAVE, from.getMaxY() - 1 + (i % 2 == 0 ? 0 : WAVE));
        }
    }

    /// Where a line begins; the text's end if it has fewer lines.
    private static int lineStart(String text, int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return text.length();
            }
            start = end + 1;
        }
        return start;
    }
}
