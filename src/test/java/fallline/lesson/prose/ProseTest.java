package fallline.lesson.prose;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.card.CardException;
import fallline.lesson.LessonStep;
import fallline.lesson.Lessons;
import fallline.lesson.mark.Marker;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProseTest {
    private static String text(String... lines) throws CardException {
        LessonStep step = Lessons.step(lines);
        return step.text().text(new Marker(step, Lessons.engine()).given());
    }

    @Test
    @DisplayName("the engine fills in numbers and words, in text and in formulas")
    void filled() throws CardException {
        assertThat(text("text: at {w at 1}, {verdict}, {optimizer}")).isEqualTo("at 16, converged, gd");
        assertThat(text("text: $w=\\num{-w at 1}$ and $\\frac{1}{2}$")).isEqualTo("$w=-16$ and $\\frac{1}{2}$");
        assertThat(text("text: {w at 0 .. 3}")).isEqualTo("20, 16, 12.8, 10.24");
        assertThat(text("text: {-w at 1 with rate = 0.2; start = 10}.")).isEqualTo("−6.");
        assertThat(text("text: {1e7*w}")).isEqualTo("2×10⁸");
    }

    @Test
    @DisplayName("brackets and dollars that are escaped stand as they are, and so does code")
    void escaped() throws CardException {
        assertThat(text("text: \\{w\\} and `{w}` and \\$5")).isEqualTo("{w} and `{w}` and \\$5");
    }

    @Test
    @DisplayName("each text is a paragraph, items of a list are one list, and lines that begin with a blank go on")
    void paragraphs() throws CardException {
        assertThat(text("text: one", "  two", "text: three", "text: - a", "text: - b", "text: four"))
                .isEqualTo("one two\n\nthree\n\n- a\n- b\n\nfour");
    }

    @Test
    @DisplayName("a text without numbers needs no engine")
    void plain() throws CardException {
        assertThat(Lessons.step("text: $w^2$ and *words*").text().isPlain()).isTrue();
        assertThat(Lessons.step("text: {w}").text().isPlain()).isFalse();
        assertThat(Lessons.step("text: {w} far").text().plain()).isEqualTo("… far");
        assertThat(Lessons.step("do: J < 3").text().isEmpty()).isTrue();
    }
}
