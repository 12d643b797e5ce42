package fallline.figure;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.figure.curve.LossCurveFigure;
import fallline.figure.label.Sketch;
import fallline.figure.label.Sketch.Mark;
import fallline.figure.page.StepFigure;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Typesetter;
import fallline.figure.path.Arrow;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import fallline.figure.surface.LossMapFigure;
import fallline.figure.surface.MapOverlays;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What is drawn over the loss for a class")
class SketchTest {
    private static final Size SIZE = new Size(480, 360);

    private static LossCurveFigure curve(Sketch sketch) {
        LossCurveFigure plain = Samples.parabola(0.1, 0);
        return new LossCurveFigure(
                plain.xLabel(),
                plain.yLabel(),
                plain.window(),
                plain.curve(),
                plain.trails(),
                plain.chosen(),
                plain.playhead(),
                plain.start(),
                plain.best(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                sketch);
    }

    private static LossMapFigure map(Sketch sketch) {
        LossMapFigure plain = Samples.holedMap();
        return new LossMapFigure(
                plain.xLabel(),
                plain.yLabel(),
                plain.window(),
                plain.equalScales(),
                Optional.empty(),
                List.of(),
                -1,
                0,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                new MapOverlays(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        sketch));
    }

    /// Whether a colour is seen within a few pixels of a place of the data.
    private static boolean seen(PlotFigure figure, Theme theme, double x, double y, Color colour, int reach) {
        BufferedImage image = ReferencePictureTest.painted(figure, SIZE, theme, 1);
        PlotArea area = figure.plot(SIZE);
        int cx = (int) area.px(x);
        int cy = (int) area.py(y);
        for (int dx = -reach; dx <= reach; dx++) {
            for (int dy = -reach; dy <= reach; dy++) {
                if ((image.getRGB(cx + dx, cy + dy) & 0xffffff) == (colour.getRGB() & 0xffffff)) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<Theme> themes() {
        return Theme.all();
    }

    @ParameterizedTest
    @MethodSource("themes")
    @DisplayName("a guess is a cross in the accent's colour, the truth a ring, on curve and map")
    void guesses(Theme theme) {
        Sketch onCurve = new Sketch(List.of(new Mark.Guess(-8, 64, "guess"), new Mark.Truth(-16, 256, "there")));
        assertThat(seen(curve(onCurve), theme, -8, 64, theme.accent(), 2)).isTrue();
        assertThat(seen(curve(onCurve), theme, -16, 256, theme.success(), 12)).isTrue();
        assertThat(seen(curve(Sketch.NONE), theme, -16, 256, theme.success(), 12))
                .isFalse();
        Sketch onMap = new Sketch(
                List.of(new Mark.Gap(1, 1, -1, -1), new Mark.Guess(1, 1, "guess"), new Mark.Truth(-1, -1, "there")));
        assertThat(seen(map(onMap), theme, 1, 1, theme.accent(), 2)).isTrue();
        assertThat(seen(map(onMap), theme, -1, -1, theme.success(), 12)).isTrue();
    }

    @Test
    @DisplayName("the stage that is spoken of is strong, those before it are faint, and a zero direction draws nothing")
    void arrows() {
        Theme theme = Theme.LIGHT;
        Sketch strong = new Sketch(List.of(new Mark.Move(-1, -1, 1, 1, "step", true)));
        assertThat(seen(map(strong), theme, 0, 0, theme.accent(), 1)).isTrue();
        Sketch faint = new Sketch(List.of(new Mark.Move(-1, -1, 1, 1, "step", false)));
        assertThat(seen(map(faint), theme, 0, 0, theme.accent(), 4)).isFalse();
        assertThat(seen(map(faint), theme, 0, 0, theme.panel(), 0)).isFalse();
        Sketch along = new Sketch(List.of(new Mark.Along(new Arrow(0, 0, 1, 0, "gradient"), true)));
        assertThat(seen(map(along), theme, 0.2, 0, theme.accent(), 1)).isTrue();
        Sketch nothing = new Sketch(List.of(new Mark.Along(new Arrow(0, 0, 0, 0, "gradient"), true)));
        assertThat(seen(map(nothing), theme, 0, 0, theme.accent(), 6)).isFalse();
    }

    @Test
    @DisplayName("infinite ways and places far outside draw nothing and break nothing")
    void extremes() {
        Sketch far = new Sketch(List.of(
                new Mark.Move(0, 0, 1e300, Double.NaN, "step", true),
                new Mark.Guess(1e300, 0, "guess"),
                new Mark.Truth(Double.NEGATIVE_INFINITY, 0, "there"),
                new Mark.Gap(0, 0, Double.NaN, 0),
                new Mark.Along(new Arrow(0, 0, Double.POSITIVE_INFINITY, 1, "m"), true)));
        assertThat(seen(map(far), Theme.LIGHT, 0, 0, Theme.LIGHT.accent(), 40)).isFalse();
        assertThat(seen(curve(far), Theme.LIGHT, -8, 64, Theme.LIGHT.success(), 20))
                .isFalse();
    }

    /// So many pixels of a path's own colour.
    private static long inked(Theme theme) {
        BufferedImage image = ReferencePictureTest.painted(Samples.parabola(0.1, 30), SIZE, theme, 1);
        int core = RunStyle.of(0).core(theme).getRGB() & 0xffffff;
        long count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                count += (image.getRGB(x, y) & 0xffffff) == core ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    @DisplayName("paths are thick on a stage: for a projector, and in any theme made bold")
    void thick() {
        assertThat(inked(Theme.PROJECTOR)).isGreaterThan((long) (1.2 * inked(Theme.HIGH_CONTRAST_LIGHT)));
        assertThat(inked(Theme.DARK.withLines(1.6))).isGreaterThan((long) (1.2 * inked(Theme.DARK)));
    }

    @Test
    @DisplayName("the row of a stage is lit where it stands, and no other")
    void lit() {
        List<StepFigure.Row> rows =
                List.of(new StepFigure.Row("gradient", "g", "= 40", ""), new StepFigure.Row("step", "w", "= 16", ""));
        Typesetter typesetter = new Typesetter();
        StepFigure figure =
                new StepFigure(rows, "", List.of(), List.of(), OptionalInt.of(1), RunStyle.of(0), typesetter);
        double[] edges = figure.litPlace(SIZE.width()).orElseThrow();
        BufferedImage image = ReferencePictureTest.painted(figure, SIZE, Theme.LIGHT, 1);
        int soft = Theme.LIGHT.accentSoft().getRGB() & 0xffffff;
        int middle = (int) ((edges[0] + edges[1]) / 2);
        assertThat(image.getRGB(470, middle) & 0xffffff).isEqualTo(soft);
        assertThat(image.getRGB(470, (int) edges[0] / 2) & 0xffffff).isNotEqualTo(soft);
        assertThat(new StepFigure(rows, "", RunStyle.of(0), typesetter).litPlace(480))
                .isEmpty();
    }
}
