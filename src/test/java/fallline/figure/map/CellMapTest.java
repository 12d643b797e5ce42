package fallline.figure.map;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.figure.map.CellField.Kind;
import fallline.figure.paint.ColourMap;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.plot.Axis;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Span;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CellMapTest {
    private static final Size SIZE = new Size(300, 240);
    private static final CellLegend NO_LEGEND = new CellLegend(List.of(), Optional.empty(), List.of());

    private static RunMapFigure figure(Axis x, Axis shown, Kind... kinds) {
        float[] tones = new float[kinds.length];
        int[] hues = new int[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            tones[i] = 0.5f;
            hues[i] = i;
        }
        Axis y = Axis.linear("y", new Span(0, 1));
        CellField field = new CellField(kinds.length, 1, x, y, kinds, tones, hues);
        return new RunMapFigure(
                shown,
                y,
                new CellMap(field, ColourMap.VIRIDIS),
                NO_LEGEND,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static BufferedImage painted(RunMapFigure figure, Theme theme) {
        BufferedImage image = new BufferedImage(300, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        figure.paint(g, SIZE, theme);
        g.dispose();
        return image;
    }

    private static Color at(BufferedImage image, PlotArea plot, double x) {
        return new Color(image.getRGB(
                (int) Math.round(plot.px(x)), (int) Math.round(plot.box().centreY())));
    }

    private static int saturation(Color colour) {
        int high = Math.max(colour.getRed(), Math.max(colour.getGreen(), colour.getBlue()));
        int low = Math.min(colour.getRed(), Math.min(colour.getGreen(), colour.getBlue()));
        return high - low;
    }

    @Test
    @DisplayName("a cell lies where its setting lies: by factors on a logarithmic axis, in whatever part is looked at")
    void places() {
        Axis log = Axis.log("lr", new Span(1e-4, 1));
        RunMapFigure whole = figure(log, log, Kind.TONE, Kind.UNREACHED, Kind.TONE, Kind.UNREACHED);
        BufferedImage image = painted(whole, Theme.LIGHT);
        PlotArea plot = whole.plot(SIZE);
        assertThat(saturation(at(image, plot, 3e-4))).isGreaterThan(60);
        assertThat(saturation(at(image, plot, 3e-3))).isLessThan(12);
        assertThat(saturation(at(image, plot, 3e-2))).isGreaterThan(60);
        Axis part = Axis.log("lr", new Span(1e-3, 1e1));
        RunMapFigure moved = figure(log, part, Kind.TONE, Kind.UNREACHED, Kind.TONE, Kind.UNREACHED);
        BufferedImage other = painted(moved, Theme.LIGHT);
        assertThat(saturation(at(other, moved.plot(SIZE), 3e-2))).isGreaterThan(60);
        assertThat(at(other, moved.plot(SIZE), 3))
                .as("beyond the cells nothing is known")
                .isEqualTo(CellInk.unknown(Theme.LIGHT));
    }

    @ParameterizedTest
    @EnumSource(names = {"HATCHED", "RISING"})
    @DisplayName("what diverged is hatched with lines of no colour, in light and dark")
    void hatched(Kind kind) {
        Axis x = Axis.linear("x", new Span(0, 2));
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK, Theme.PRINT)) {
            RunMapFigure figure = figure(x, x, Kind.TONE, kind);
            BufferedImage image = painted(figure, theme);
            PlotArea plot = figure.plot(SIZE);
            int lines = 0;
            int ground = 0;
            for (double at = 1.05; at < 1.95; at += 0.004) {
                Color colour = at(image, plot, at);
                assertThat(saturation(colour)).isLessThan(26);
                if (colour.equals(theme.panel())) {
                    ground++;
                } else if (Contrast.between(colour, theme.panel()) > 1.3) {
                    lines++;
                }
            }
            assertThat(lines).as("lines in %s", theme.name()).isGreaterThan(8);
            assertThat(ground).as("ground in %s", theme.name()).isGreaterThan(30);
        }
    }

    @Test
    @DisplayName("of every hue, fewer steps are lighter, and all hues of one tone are about equally light")
    void lightness() {
        for (double tone = 0.1; tone < 0.9; tone += 0.2) {
            double least = Double.POSITIVE_INFINITY;
            double most = 0;
            for (int hue = 0; hue < CellInk.HUES; hue++) {
                double here = grey(CellInk.hued(hue, tone));
                assertThat(grey(CellInk.hued(hue, tone + 0.1))).isGreaterThan(here);
                least = Math.min(least, here);
                most = Math.max(most, here);
            }
            assertThat(most - least).isLessThan(0.13);
        }
    }

    /// CIE lightness, 0 … 1.
    private static double grey(Color colour) {
        double luminance = 1.05 / Contrast.between(colour, Color.WHITE) - 0.05;
        return 1.16 * Math.cbrt(luminance) - 0.16;
    }

    @Test
    @DisplayName("the legend takes no room where there is little, and what it needs where there is more")
    void legendRoom() {
        CellLegend legend = new CellLegend(
                List.of("steps to", "J − J* < 0.001"),
                Optional.of(new CellLegend.Bar(Axis.log("", new Span(1, 200)))),
                List.of(new CellLegend.Entry(Kind.HATCHED, 0, 0, "diverges")));
        assertThat(legend.width(220)).isZero();
        assertThat(legend.width(640)).isBetween(80.0, 200.0);
    }
}
