package fallline.app.rule;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// A wavy line under the first mistake in a text area whose type is monospaced and whose lines are not wrapped.
final class MistakeMark extends Pane {
    private static final double WAVE = 2;
    private static final String MEASURED = "0".repeat(100);

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
        Node content = area.lookup(".content");
        if (shown.isEmpty() || !(content instanceof Region inside)) {
            return;
        }
        RuleReading.Mistake mistake = shown.get();
        double letter = width(MEASURED) / MEASURED.length();
        double line = height("0\n0") - height("0");
        Point2D corner = sceneToLocal(inside.localToScene(inside.snappedLeftInset(), inside.snappedTopInset()));
        double y = corner.getY() + mistake.line() * line - 1;
        double from = corner.getX() + (mistake.column() - 1) * letter;
        double to = corner.getX() + (Math.max(mistake.endColumn(), mistake.column() + 1) - 1) * letter;
        int waves = Math.max(2, (int) Math.ceil((to - from) / WAVE));
        for (int i = 0; i <= waves; i++) {
            wave.getPoints().addAll(from + i * WAVE, y + (i % 2 == 0 ? 0 : WAVE));
        }
    }

    private double width(String sample) {
        return text(sample).getLayoutBounds().getWidth();
    }

    private double height(String sample) {
        return text(sample).getLayoutBounds().getHeight();
    }

    private Text text(String sample) {
        Text text = new Text(sample);
        text.setFont(area.getFont());
        return text;
    }
}
