package fallline.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.figure.paint.Box;
import fallline.figure.paint.ColourMap;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.plot.Window;
import fallline.figure.solid.HeightScale;
import fallline.figure.solid.LossSolidFigure;
import fallline.figure.solid.Projection;
import fallline.figure.solid.Relief;
import fallline.figure.solid.ReliefRaster;
import fallline.figure.solid.Viewpoint;
import fallline.figure.surface.HeightField;
import fallline.figure.surface.Levels;
import fallline.figure.surface.SurfaceMap;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurningSolidTest {
    private static final Size SIZE = new Size(400, 300);
    private static final Box PLOT = LossSolidFigure.plot(SIZE);

    private static Relief relief(DoubleBinaryOperator f) {
        HeightField field = HeightField.sampled(Window.of(-1, 1, -1, 1), 121, 121, f);
        return new Relief(new SurfaceMap(field, Levels.even(field, false), ColourMap.VIRIDIS), HeightScale.Kind.LINEAR);
    }

    private static LossSolidFigure turning(Relief relief, double azimuth) {
        return new LossSolidFigure(
                "x",
                "y",
                true,
                relief,
                new Viewpoint(azimuth, 40, 1, 0, 0),
                true,
                List.of(),
                -1,
                0,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    @DisplayName("is without gaps, and as deep at every pixel as the surface is there")
    @ParameterizedTest
    @ValueSource(doubles = {-35, 20, 100, 171, 260})
    void closed(double azimuth) {
        // so flat that nothing hides anything: every place of it is seen
        Relief relief = relief((x, y) -> x * x - y * y + 8 * x);
        Viewpoint viewpoint = new Viewpoint(azimuth, 60, 1, 0, 0);
        ReliefRaster raster = relief.raster(400, 300, 1, PLOT, viewpoint, true, true, Theme.LIGHT);
        Projection projection = relief.projection(true, viewpoint, PLOT);
        double low = -8;
        double high = 9;
        for (double x = -0.97; x < 0.98; x += 0.013) {
            for (double y = -0.97; y < 0.98; y += 0.013) {
                double share = (x * x - y * y + 8 * x - low) / (high - low);
                double z = share * Projection.TOP;
                double px = projection.px(x, y);
                double py = projection.py(x, y, z);
                double slack = 1.5 / projection.scale();
                assertThat(raster.depth(px, py))
                        .as("x %.3f, y %.3f", x, y)
                        .isCloseTo(projection.depth(x, y, z), within(slack));
            }
        }
    }

    @Test
    @DisplayName("painted in the memory of the picture before, looks as painted for the first time")
    void memory() {
        Relief turned = relief((x, y) -> Math.sin(3 * x) + y * y);
        for (double azimuth : new double[] {10, 75, 140, 140}) {
            BufferedImage next = ReferencePictureTest.painted(turning(turned, azimuth), SIZE, Theme.LIGHT, 1);
            Relief fresh = relief((x, y) -> Math.sin(3 * x) + y * y);
            BufferedImage first = ReferencePictureTest.painted(turning(fresh, azimuth), SIZE, Theme.LIGHT, 1);
            assertThat(next.getRGB(0, 0, 400, 300, null, 0, 400)).isEqualTo(first.getRGB(0, 0, 400, 300, null, 0, 400));
        }
    }
}
