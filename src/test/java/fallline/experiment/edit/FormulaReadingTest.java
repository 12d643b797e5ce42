package fallline.experiment.edit;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.Fixtures;
import fallline.objective.Goal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A typed formula")
class FormulaReadingTest {
    private static FormulaReading read(String text) {
        return FormulaReading.read(text, Goal.MINIMISE, List.of(), Fixtures.bowl(), Fixtures.EXPERIMENTS);
    }

    @Test
    @DisplayName("comes with J and a line for each partial derivative in LaTeX")
    void latex() {
        assertThat(read("x^2 + 4*y^2")).isInstanceOfSatisfying(FormulaReading.Valid.class, valid -> {
            assertThat(valid.latex().loss()).isEqualTo("J(x, y) = x^{2} + 4 y^{2}");
            assertThat(valid.latex().derivatives())
                    .containsExactly(
                            "\\frac{\\partial J}{\\partial x} = 2 x", "\\frac{\\partial J}{\\partial y} = 8 y");
        });
        assertThat(read("w^2")).isInstanceOfSatisfying(FormulaReading.Valid.class, valid -> assertThat(
                        valid.latex().derivatives())
                .containsExactly("\\frac{dJ}{dw} = 2 w"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"w^ | 2", "'   w^' | 5", "w + q7q | 5", "1/0 | 1", "'' | 1"})
    @DisplayName("that is wrong says at which column of the typed text")
    void wrong(String text, int column) {
        assertThat(read(text)).isInstanceOfSatisfying(FormulaReading.Wrong.class, wrong -> {
            assertThat(wrong.column()).isEqualTo(column);
            assertThat(wrong.sentence()).contains("column " + column);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mx+b | m x+b",
                "2 + xy | 2 + x y",
                "sin^2(w) | sin(w)^2",
                "'  ab*c, k = 2' | '  a b*c, k = 2'",
                "wordy | ''"
            })
    @DisplayName("that is plainly meant otherwise comes with the text that mends it")
    void mended(String text, String mended) {
        assertThat(read(text)).isInstanceOfSatisfying(FormulaReading.Wrong.class, wrong -> assertThat(
                        wrong.mended().orElse(""))
                .isEqualTo(mended));
    }

    @Test
    @DisplayName("of ten thousand characters is either taken without being typeset, or refused in a sentence")
    void long10000() {
        String text = "w^2" + " + sin(w)*w".repeat(900);

        assertThat(read(text)).isInstanceOfSatisfying(FormulaReading.Valid.class, valid -> assertThat(
                        valid.latex().note())
                .isNotEmpty());
    }
}
