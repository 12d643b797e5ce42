package fallline.figure.paint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @DisplayName("a brief number has the digits asked for and no needless ones")
    @ParameterizedTest
    @CsvSource({
        "16, 4, 16", "-1.1900, 4, −1.19", "0.0125, 3, 0.0125", "40200000, 3, 4.02×10⁷", "1e-8, 3, 1×10⁻⁸", "0, 3, 0",
        "-0.0, 3, 0", "Infinity, 3, ∞", "-Infinity, 3, −∞", "NaN, 3, NaN", "999999, 2, 1×10⁶", "123456, 3, 123000",
        "0.00012345, 2, 0.00012", "1e300, 3, 1×10³⁰⁰", "4.9e-324, 2, 4.9×10⁻³²⁴"
    })
    void brief(double value, int digits, String words) {
        assertThat(Numbers.brief(value, digits)).isEqualTo(words);
    }

    @DisplayName("a steady number keeps its zeros, so that it does not jump while it changes")
    @ParameterizedTest
    @CsvSource({"3.8, 3, 3.80", "16, 4, 16.00", "-2, 2, −2.0", "0.5, 3, 0.500"})
    void steady(double value, int digits, String words) {
        assertThat(Numbers.steady(value, digits)).isEqualTo(words);
    }

    @DisplayName("whole numbers are grouped by thousands")
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0; 0", "999; 999", "1000; 1,000", "-1234567; −1,234,567"})
    void whole(long value, String words) {
        assertThat(Numbers.whole(value)).isEqualTo(words);
    }
}
