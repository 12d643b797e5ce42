package fallline.figure.curve;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Span;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("J against the learning rate")
class RateCurvesTest {
    private static final double[] RATES = {0.25, 0.5, 1, 2, 4};
    private static final double[] LOSS = {1, 0.1, 0.001, 0.2, Double.NaN};

    private static RateCurves curves() {
        RunStyle style = RunStyle.of(0);
        return new RateCurves(
                "rate",
                new Span(0.2, 5),
                "J",
                true,
                RateCurves.seen(LOSS, 10, true),
                List.of(new RateCurves.Line("Adam", style, RATES, LOSS, true, false)),
                List.of(new RateCurves.Mark(1, "best", true)),
                "a note");
    }

    private static BufferedImage painted(Theme theme, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        curves().paint(g, new Size(width, height), theme);
        g.dispose();
        return image;
    }

    @Test
    @DisplayName("is painted in the run's colour where the numbers stand, in every theme and down to small sizes")
    void painted() {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)) {
            BufferedImage image = painted(theme, 600, 400);
            PlotArea area = curves().plot(new Size(600, 400));
            Color core = RunStyle.of(0).core(theme);
            for (int i = 0; i < 4; i++) {
                int pixel = image.getRGB((int) area.px(RATES[i]), (int) area.py(LOSS[i]));
                assertThat(new Color(pixel)).as("at %s", RATES[i]).isEqualTo(core);
            }
            painted(theme, 180, 140);
        }
    }

    @Test
    @DisplayName("shows all values, but not far above what matters")
    void seen() {
        Span logarithmic = RateCurves.seen(new double[] {1e-6, 1, 1e9, Double.NaN}, 10, true);
        assertThat(logarithmic.contains(1e-6)).isTrue();
        assertThat(logarithmic.contains(10)).isTrue();
        assertThat(logarithmic.contains(1e9)).isFalse();
        Span linear = RateCurves.seen(new double[] {-2, 3}, Double.POSITIVE_INFINITY, false);
        assertThat(linear.contains(-2)).isTrue();
        assertThat(linear.contains(3)).isTrue();
        assertThat(RateCurves.seen(new double[] {Double.NaN}, 1, true)).isEqualTo(new Span(1e-3, 1));
        assertThat(RateCurves.spreads(new double[] {1e-3, 1, Double.NaN})).isTrue();
        assertThat(RateCurves.spreads(new double[] {-1, 1})).isFalse();
    }

    @Test
    @DisplayName("is a table, too")
    void table() {
        CurveTable table = curves().table();
        assertThat(table.columns()).extracting(CurveTable.Column::name).containsExactly("rate", "Adam");
        assertThat(table.rows()).isEqualTo(5);
        assertThat(table.cell(2, 1)).isEqualTo(0.001);
        assertThat(table.cell(4, 1)).isNaN();
    }
}
