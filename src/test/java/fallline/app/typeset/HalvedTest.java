package fallline.app.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.concurrent.TimeoutException;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

@DisplayName("A formula's picture")
class HalvedTest {
    private static final int INK = 0xFF000000;

    @BeforeAll
    static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static BufferedImage strokes(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int x = 1; x < width; x += 3) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, INK);
            }
        }
        return image;
    }

    @Test
    @DisplayName("keeps every thin stroke when it is halved")
    void strokesStay() {
        BufferedImage half = Halved.of(strokes(31, 9), 2).half();
        for (int x = 1; x < 30; x += 3) {
            int left = half.getRGB((x - 1) / 2, 2) >>> 24;
            int right = half.getRGB(x / 2, 2) >>> 24;
            assertThat(Math.max(left, right)).as("the stroke at " + x).isBetween(100, 156);
        }
    }

    @Test
    @DisplayName("is shown from the half where it would be less than half as large, in the same place")
    void chooses() {
        Halved.Seen seen = Halved.of(strokes(40, 20), 2).seen();
        ImageView view = new ImageView();
        seen.show(view, 1, 1);
        assertThat(view.getImage()).isSameAs(seen.whole());
        assertThat(view.getFitWidth()).isEqualTo(20);
        seen.show(view, 0.7, 1);
        assertThat(view.getImage()).isSameAs(seen.half());
        assertThat(view.getFitWidth()).isEqualTo(14);
        assertThat(view.getFitHeight()).isEqualTo(7);
        seen.show(view, 0.7, 2);
        assertThat(view.getImage()).as("on a dense screen").isSameAs(seen.whole());
    }
}
