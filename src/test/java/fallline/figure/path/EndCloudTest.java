package fallline.figure.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.figure.RecordingGraphics;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Window;
import fallline.figure.surface.LossMapFigure;
import fallline.figure.surface.MapOverlays;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ends of repeats on a map")
class EndCloudTest {
    private static final Size SIZE = new Size(600, 400);
    private static final Ellipse ELLIPSE = new Ellipse(1, 2, 1.5, 0.5, 0.6);

    private static LossMapFigure map(Optional<EndCloud> ends) {
        Trail trail =
                new Trail("SGD", RunStyle.of(0), new double[] {-3, 1}, new double[] {3, 2}, 2, false).withEnds(ends);
        return new LossMapFigure(
                "x",
                "y",
                Window.of(-4, 4, -1, 5),
                false,
                Optional.empty(),
                List.of(trail),
                0,
                1,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                MapOverlays.NONE);
    }

    @Test
    @DisplayName("the outline is the ellipse of its axes and its angle")
    void outline() {
        double[] points = ELLIPSE.outline(64);
        for (int i = 0; i < points.length; i += 2) {
            double dx = points[i] - 1;
            double dy = points[i + 1] - 2;
            double along = (dx * Math.cos(0.6) + dy * Math.sin(0.6)) / 1.5;
            double beside = (-dx * Math.sin(0.6) + dy * Math.cos(0.6)) / 0.5;
            assertThat(along * along + beside * beside).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    @DisplayName("are dots at their places within the run's ellipse, and the legend names its level")
    void painted() {
        EndCloud cloud = new EndCloud(new double[] {0.5, 2, 99}, new double[] {1.5, 3, 2}, Optional.of(ELLIPSE));
        LossMapFigure figure = map(Optional.of(cloud));
        PlotArea area = figure.plot(SIZE);
        RecordingGraphics painted = RecordingGraphics.of(figure, SIZE, Theme.LIGHT);
        for (int i = 0; i < 2; i++) {
            double px = area.px(cloud.x()[i]);
            double py = area.py(cloud.y()[i]);
            assertThat(painted.inks).anyMatch(ink -> {
                Rectangle2D box = ink.shape().getBounds2D();
                return ink.filled()
                        && ink.colour().equals(RunStyle.of(0).core(Theme.LIGHT))
                        && Math.abs(box.getCenterX() - px) < 0.01
                        && Math.abs(box.getCenterY() - py) < 0.01
                        && box.getWidth() < 6;
            });
        }
        Rectangle2D around = EndCloud.line(ELLIPSE, area).getBounds2D();
        double half = Math.hypot(1.5 * Math.cos(0.6), 0.5 * Math.sin(0.6));
        assertThat(around.getMinX()).isCloseTo(area.px(1 - half), within(0.2));
        assertThat(around.getMaxX()).isCloseTo(area.px(1 + half), within(0.2));
        assertThat(painted.texts)
                .extracting(RecordingGraphics.Text::words)
                .anyMatch(words -> words.startsWith("dots: ends of repeats · ellipse: 50 % of a normal (1.18 σ)"));
        assertThat(RecordingGraphics.of(map(Optional.empty()), SIZE, Theme.LIGHT).texts)
                .extracting(RecordingGraphics.Text::words)
                .noneMatch(words -> words.contains("repeats"));
    }
}
