package fallline.figure.label;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.figure.RecordingGraphics;
import fallline.figure.paint.Box;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Words on a plot")
class LabelPlacerTest {
    /// A painted word and where it stands.
    private record Said(String words, Rectangle2D ink) {}

    /// What is written while `work` paints.
    private static List<Said> said(Size size, Consumer<Painter> work) {
        Figure figure = (g, room, theme) -> Painter.paint(g, room, theme, work);
        return RecordingGraphics.of(figure, size, Theme.LIGHT).texts.stream()
                .map(text -> new Said(text.words(), text.ink()))
                .toList();
    }

    @Test
    @DisplayName("stand on no line, no mark and no other words, wherever these are")
    void randomScenes() {
        int named = 0;
        int wanted = 0;
        for (long seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Size size = new Size(300 + random.nextInt(900), 200 + random.nextInt(600));
            Box area = size.box().grown(-10);
            LabelPlacer placer = new LabelPlacer(area);
            List<Line2D> lines = new ArrayList<>();
            int count = 2 + random.nextInt(6);
            for (int i = 0; i < count; i++) {
                if (random.nextBoolean()) {
                    Line2D line = new Line2D.Double(x(random, size), y(random, size), x(random, size), y(random, size));
                    lines.add(line);
                    placer.keepOff(line.getX1(), line.getY1(), line.getX2(), line.getY2());
                } else {
                    Path2D path = new Path2D.Double();
                    double x = x(random, size);
                    double y = y(random, size);
                    path.moveTo(x, y);
                    for (int k = 0; k < 30; k++) {
                        double nextX = x + 40 * (random.nextDouble() - 0.5);
                        double nextY = y + 40 * (random.nextDouble() - 0.5);
                        path.lineTo(nextX, nextY);
                        lines.add(new Line2D.Double(x, y, nextX, nextY));
                        x = nextX;
                        y = nextY;
                    }
                    placer.keepOff(path);
                }
            }
            List<Box> marks = new ArrayList<>();
            List<double[]> points = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                double[] at = {x(random, size), y(random, size)};
                points.add(at);
                marks.add(new Box(at[0] - 7, at[1] - 7, 14, 14));
                placer.block(marks.getLast());
            }
            List<Said> said = said(size, p -> {
                for (double[] at : points) {
                    placer.label(p, "least squares, beside by 2.3", at[0], at[1], 9, Type.BODY, Color.BLACK);
                }
                placer.note(p, "a sentence in the corner", Type.NOTE, Color.BLACK);
            });
            named += said.size();
            wanted += 7;
            for (int i = 0; i < said.size(); i++) {
                Rectangle2D ink = said.get(i).ink();
                assertThat(lines).as("lines, seed %s", seed).noneMatch(ink::intersectsLine);
                assertThat(marks).as("marks, seed %s", seed).noneMatch(mark -> mark.shape()
                        .intersects(ink));
                assertThat(area.shape().contains(ink)).isTrue();
                for (int k = 0; k < i; k++) {
                    assertThat(said.get(k).ink().intersects(ink))
                            .as("seed %s", seed)
                            .isFalse();
                }
            }
        }
        assertThat(named).as("most have room").isGreaterThan(wanted * 3 / 4);
    }

    private static double x(SplittableRandom random, Size size) {
        return 20 + random.nextDouble() * (size.width() - 40);
    }

    private static double y(SplittableRandom random, Size size) {
        return 20 + random.nextDouble() * (size.height() - 40);
    }

    @Test
    @DisplayName("are left out where there is no room, the first that is asked for last")
    void leftOut() {
        Size size = new Size(120, 40);
        List<Said> said = said(size, p -> {
            LabelPlacer placer = new LabelPlacer(size.box());
            assertThat(placer.label(p, "minimum w = 0", 20, 20, 8, Type.BODY, Color.BLACK))
                    .isTrue();
            assertThat(placer.label(p, "drag the start", 24, 20, 8, Type.BODY, Color.BLACK))
                    .isFalse();
        });
        assertThat(said).extracting(Said::words).containsExactly("minimum w = 0");
    }

    @Test
    @DisplayName("take the same places every time")
    void repeats() {
        Size size = new Size(400, 300);
        Consumer<Painter> work = p -> {
            LabelPlacer placer = new LabelPlacer(size.box());
            placer.keepOff(0, 0, 400, 300);
            for (int i = 0; i < 5; i++) {
                placer.label(p, "run " + i, 200 + i, 150, 8, Type.NAME, Color.BLACK);
            }
        };
        assertThat(said(size, work)).isEqualTo(said(size, work)).hasSize(5);
    }
}
