package fallline.app.runs;

import fallline.figure.paint.Marker;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Theme;
import java.awt.geom.PathIterator;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/// A short piece of a run's line with its marker, as the figures draw them.
final class RunSample extends Canvas {
    private static final double WIDTH = 26;
    private static final double HEIGHT = 14;
    private static final double LINE = 2.2;
    private static final double RADIUS = 4;

    private final ObservableValue<Theme> theme;
    private RunStyle style = RunStyle.of(0);

    RunSample(ObservableValue<Theme> theme) {
        super(WIDTH, HEIGHT);
        this.theme = theme;
        getStyleClass().add("run-sample");
        theme.subscribe(this::paint);
    }

    /// Draws another run's piece.
    void show(RunStyle other) {
        if (!other.equals(style)) {
            style = other;
            paint(theme.getValue());
        }
    }

    private void paint(Theme theme) {
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, WIDTH, HEIGHT);
        Color colour = colour(style.core(theme));
        g.setStroke(colour);
        g.setLineWidth(LINE);
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineDashes(
                style.dash().stream().mapToDouble(length -> length * LINE).toArray());
        g.strokeLine(1, HEIGHT / 2, WIDTH - 1, HEIGHT / 2);
        g.setLineDashes();
        trace(g, style.marker());
        // the ground shows as a rim, so that the marker stands off its own line
        g.setStroke(colour(theme.panel()));
        g.setLineWidth(2);
        g.stroke();
        g.setFill(colour);
        g.fill();
    }

    private static void trace(GraphicsContext g, Marker marker) {
        double[] c = new double[6];
        g.beginPath();
        for (PathIterator path = marker.at(WIDTH / 2, HEIGHT / 2, RADIUS).getPathIterator(null);
                !path.isDone();
                path.next()) {
            switch (path.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> g.moveTo(c[0], c[1]);
                case PathIterator.SEG_LINETO -> g.lineTo(c[0], c[1]);
                case PathIterator.SEG_QUADTO -> g.quadraticCurveTo(c[0], c[1], c[2], c[3]);
                case PathIterator.SEG_CUBICTO -> g.bezierCurveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
                default -> g.closePath();
            }
        }
    }

    private static Color colour(java.awt.Color colour) {
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
