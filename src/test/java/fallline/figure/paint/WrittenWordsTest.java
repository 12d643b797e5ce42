package fallline.figure.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The words that a figure writes")
class WrittenWordsTest {
    private static final Size SIZE = new Size(200, 100);

    private static final Figure FIGURE = (g, size, theme) -> Painter.paint(g, size, theme, painter -> {
        painter.text("J − J*", 20, 50, Type.BODY, Color.BLACK);
        painter.upwards("step", 150, 50, Type.BODY, Color.BLACK);
    });

    @Test
    @DisplayName("are found where they stand, also those that read upwards, and nowhere else")
    void found() {
        WrittenWords words = WrittenWords.of(FIGURE, SIZE, Theme.LIGHT);
        assertThat(words.at(24, 46)).contains("J − J*");
        assertThat(words.at(150, 60)).contains("step");
        assertThat(words.at(150, 40)).contains("step");
        assertThat(words.at(100, 50)).isEmpty();
        assertThat(words.at(24, 70)).isEmpty();
        assertThat(words.at(170, 50)).isEmpty();
    }
}
