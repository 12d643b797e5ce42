package fallline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The one way in which numbers are written. A thin space is a `_` here.
class NumbersTest {
    private static String seen(String text) {
        assertThat(text).doesNotContain("_");
        return text.replace('\u202f', '_');
    }

    @DisplayName("a brief number has the digits asked for and no needless ones")
    @ParameterizedTest
    @CsvSource({
        "16, 4, 16",
        "-1.1900, 4, −1.19",
        "0.0125, 3, 0.0125",
        "40200000, 3, 4.02×10⁷",
        "1e-8, 3, 10⁻⁸",
        "0, 3, 0",
        "-0.0, 3, 0",
        "Infinity, 3, ∞",
        "-Infinity, 3, −∞",
        "NaN, 3, NaN",
        "999999, 2, 10⁶",
        "123456, 3, 123_000",
        "0.00012345, 2, 0.00012",
        "0.000012345, 2, 1.2×10⁻⁵",
        "1e300, 3, 10³⁰⁰",
        "4.9e-324, 2, 4.9×10⁻³²⁴",
        "-1e-8, 3, −10⁻⁸",
        "1234, 4, 1234",
        "12345.67, 7, 12_345.67",
        "-123456.7, 7, −123_456.7",
        "1234567.25, 9, 1_234_567.25"
    })
    void brief(double value, int digits, String words) {
        assertThat(seen(Numbers.brief(value, digits))).isEqualTo(words);
    }

    @DisplayName("a steady number keeps its zeros, so that it does not jump while it changes")
    @ParameterizedTest
    @CsvSource({
        "3.8, 3, 3.80",
        "16, 4, 16.00",
        "-2, 2, −2.0",
        "0.5, 3, 0.500",
        "4.1e-9, 3, 4.10×10⁻⁹",
        "1e8, 2, 1.0×10⁸"
    })
    void steady(double value, int digits, String words) {
        assertThat(Numbers.steady(value, digits)).isEqualTo(words);
    }

    @DisplayName("an exact number has all digits, shown and typed")
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004, 0.30000000000000004",
        "1e-5, 10⁻⁵, 1e−5",
        "2.5e-7, 2.5×10⁻⁷, 2.5e−7",
        "1234567, 1_234_567, 1234567",
        "1e6, 10⁶, 1e6",
        "100000, 100_000, 100000",
        "-12345.5, −12_345.5, −12345.5",
        "NaN, NaN, NaN"
    })
    void exact(double value, String shown, String typed) {
        assertThat(seen(Numbers.exact(value))).isEqualTo(shown);
        assertThat(Numbers.typed(value)).isEqualTo(typed);
    }

    @DisplayName("LaTeX is written in the same way")
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-1.19; -1.19",
                "12345; 12\\,345",
                "1234; 1234",
                "4.02e7; 4.02 \\times 10^{7}",
                "1e-8; 10^{-8}",
                "-1e-8; -10^{-8}",
                "Infinity; \\infty"
            })
    void latex(double value, String words) {
        assertThat(Numbers.latex(value, 6)).isEqualTo(words);
        assertThat(Numbers.latex(value)).isEqualTo(words);
    }

    @DisplayName("whole numbers have groups from five digits on")
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0; 0", "999; 999", "1000; 1000", "-9999; −9999", "10000; 10_000", "-1234567; −1_234_567"})
    void whole(long value, String words) {
        assertThat(seen(Numbers.whole(value))).isEqualTo(words);
    }

    @Test
    @DisplayName("the smallest whole number has groups as well")
    void smallest() {
        assertThat(seen(Numbers.whole(Long.MIN_VALUE))).isEqualTo("−9_223_372_036_854_775_808");
    }

    @DisplayName("a fixed number has its places and no minus before zero")
    @ParameterizedTest
    @CsvSource({"-0.5, 2, −0.50", "-0.001, 2, 0.00", "123456.5, 1, 123_456.5", "2, 0, 2"})
    void fixed(double value, int places, String words) {
        assertThat(seen(Numbers.fixed(value, places))).isEqualTo(words);
    }

    @Test
    @DisplayName("rounding is right for ten thousand numbers of any size")
    void rounding() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value) && Math.abs(value) > 1e-300) {
                String plain = Numbers.steady(value, 6).replace("\u202f", "").replace('−', '-');
                int times = plain.indexOf('×');
                int power = times < 0 ? 0 : Integer.parseInt(lowered(plain.substring(times + 3)));
                double back = new BigDecimal(times < 0 ? plain : plain.substring(0, times))
                        .scaleByPowerOfTen(power)
                        .doubleValue();
                assertThat(back).isCloseTo(value, within(0.5000001e-5 * Math.abs(value)));
            }
        }
    }

    private static String lowered(String raised) {
        StringBuilder text = new StringBuilder();
        raised.chars().forEach(sign -> text.append(sign == '⁻' ? "-" : "" + "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(sign)));
        return text.toString();
    }
}
