package fallline.lesson.mark;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.card.CardException;
import fallline.lesson.LessonStep;
import fallline.lesson.Lessons;
import fallline.lesson.state.Known;
import fallline.lesson.state.Script;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// On J = w², w₀ = 20, α = 0.1, of which all is known in closed form.
class MarkerTest {
    private static boolean solved(String answer, String... facts) throws CardException {
        LessonStep step = Lessons.step(facts);
        return new Marker(step, Lessons.engine()).mark(answer).solved();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12.8; true",
                "12,8; true",
                "64/5; true",
                "12.928; true",
                "12.929; false",
                "12.672; true",
                "12.671; false",
                "-12.8; false",
                "twelve; false",
                "; false",
                "1e400; false"
            })
    @DisplayName("a number counts to one per cent, and not beyond; a decimal comma is read")
    void numbers(String answer, boolean right) throws CardException {
        assertThat(solved(answer == null ? "" : answer, "number: w at 2")).isEqualTo(right);
    }

    @Test
    @DisplayName("a tolerance is a distance, or a share; at 0 a share is a distance")
    void tolerances() throws CardException {
        assertThat(solved("16.5", "number: w at 1", "within: 0.5")).isTrue();
        assertThat(solved("16.51", "number: w at 1", "within: 0.5")).isFalse();
        assertThat(solved("17.6", "number: w at 1", "within: 10 %")).isTrue();
        assertThat(solved("17.7", "number: w at 1", "within: 10 %")).isFalse();
        assertThat(solved("16", "number: w at 1", "within: 0")).isTrue();
        assertThat(solved("0.01", "number: w at 1 with rate = 0.5")).isTrue();
        assertThat(solved("0.02", "number: w at 1 with rate = 0.5")).isFalse();
    }

    @Test
    @DisplayName("a choice is a number of an option, which the engine may choose")
    void choices() throws CardException {
        String[] step = {"choice: if(verdict == diverging, 1, 2)", "option: a", "option: b"};
        assertThat(solved("2", step)).isTrue();
        assertThat(solved("1", step)).isFalse();
        assertThat(solved("3", step)).isFalse();
        assertThat(solved("b", step)).isFalse();
    }

    @Test
    @DisplayName("a predicted place counts within a fifth of the way, in one dimension and in two")
    void places() throws CardException {
        assertThat(solved("16.8", "predict: next")).isTrue();
        assertThat(solved("16.81", "predict: next")).isFalse();
        assertThat(solved("15.2", "predict: next")).isTrue();
        double tenth = 20 * Math.pow(0.8, 10);
        assertThat(solved(Double.toString(tenth), "predict: tenth", "within: 0.0001"))
                .isTrue();
        String[] plane = {"change: formula = x^2 + 4*y^2; start = 3, 1; rate = 0.1", "predict: next"};
        assertThat(solved("2.4, 0.2", plane)).isTrue();
        assertThat(solved("(2.4; 0.39)", plane)).isTrue();
        assertThat(solved("2.4, 0.41", plane)).isFalse();
        assertThat(solved("2.4", plane)).isFalse();
    }

    @Test
    @DisplayName("rates are put in order, the lowest first; diverged runs are last, and going up the highest is first")
    void ranks() throws CardException {
        String[] step = {"predict: rank rate 0.01, 1.5, 0.5, 0.9 after 20"};
        assertThat(solved("0.5, 0.9, 0.01, 1.5", step)).isTrue();
        assertThat(solved("0.5 0.9 0.01 1.5", step)).isTrue();
        assertThat(solved("0.9, 0.5, 0.01, 1.5", step)).isFalse();
        assertThat(solved("0.5, 0.9, 0.01", step)).isFalse();
        String[] up = {"change: formula = -w^2; goal = maximise; start = 20", step[0]};
        assertThat(solved("0.5, 0.9, 0.01, 1.5", up)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.1, converges", "0.00001, crawls", "1, oscillates", "1.5, diverges"})
    @DisplayName("what becomes of a run is said in a word, or in the verdict's own")
    void fates(double rate, String word) throws CardException {
        LessonStep step = Lessons.step("change: rate = " + rate, "predict: verdict");
        Marker marker = new Marker(step, Lessons.engine());
        assertThat(marker.mark(word).solved()).isTrue();
        assertThat(marker.mark(marker.fate().orElseThrow().verdicts().getFirst())
                        .solved())
                .isTrue();
        assertThat(marker.mark(word.equals("crawls") ? "diverges" : "crawls").solved())
                .isFalse();
        assertThat(marker.mark("explodes").solved()).isFalse();
    }

    @Test
    @DisplayName("a formula is compared with the engine's derivative; what cannot be read is said")
    void formulas() throws CardException {
        LessonStep step = Lessons.step("formula: d/dw J");
        Marker marker = new Marker(step, Lessons.engine());
        assertThat(marker.mark("2w").solved()).isTrue();
        assertThat(marker.mark("w + w").solved()).isTrue();
        assertThat(marker.mark("w^2").solved()).isFalse();
        assertThat(marker.mark("2*").sentence()).contains("cannot be read");
        assertThat(marker.mark("2*q").sentence()).contains("'q'");
        assertThat(solved("2", "formula: d/dw d/dw J")).isTrue();
        assertThat(solved("p*q", "formula: q*p", "names: p, q")).isTrue();
    }

    @Test
    @DisplayName("something is done when the condition holds; words do not do it")
    void deeds() throws Exception {
        LessonStep step = Lessons.step("do: rate > 0.5 & step == 3");
        Marker marker = new Marker(step, Lessons.engine());
        Known given = marker.given();
        assertThat(marker.mark(given).solved()).isFalse();
        assertThat(marker.mark(given.after(Script.parse("rate = 0.6"))).solved())
                .isFalse();
        assertThat(marker.mark(given.after(Script.parse("rate = 0.6; step = 3")))
                        .solved())
                .isTrue();
        assertThat(marker.mark("rate = 0.6; step = 3").solved()).isFalse();
    }
}
