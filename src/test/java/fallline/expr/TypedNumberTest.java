package fallline.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.number.Numbers;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A number in a field")
class TypedNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.1 | 0.1",
                "0,1 | 0.1",
                "−2,5 | -2.5",
                "-3 | -3",
                "1e-8 | 1e-8",
                "2,5E3 | 2500",
                ".5 | 0.5",
                "7. | 7",
                " 4  | 4",
                "+1 | 1",
                "10⁻⁸ | 1e-8",
                "−10⁻⁸ | -1e-8",
                "2.5×10⁻⁷ | 2.5e-7",
                "2,5·10⁷ | 2.5e7",
                "2.5 * 10^-7 | 2.5e-7",
                "12 345 | 12345",
                "12\u202f345.5 | 12345.5",
                "12 345,5 | 12345.5",
                "1,234,567 | 1234567",
                "12,345.5 | 12345.5",
                "12,345 | 12.345"
            })
    @DisplayName("may be typed with a decimal comma, a true minus sign, groups, an exponent or a power of ten")
    void parses(String typed, double value) {
        assertThat(TypedNumber.parse(typed)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fast",
                "1d",
                "0x10",
                "NaN",
                "Infinity",
                "1.2.3",
                "1 2",
                "--1",
                "1e999",
                "١",
                "×10⁻⁸",
                "2×-10⁻⁸",
                "2×10",
                "1e5×10³",
                "12 34",
                "1,23,456"
            })
    @DisplayName("is refused with a sentence if it is none, or not finite")
    void refuses(String typed) {
        assertThatThrownBy(() -> TypedNumber.parse(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 | 100",
                "1,000 | 1000",
                "1 000 000 | 1000000",
                "1e3 | 1000",
                "−5 | -5",
                "12,0 | 12",
                "1,000.0 | 1000"
            })
    @DisplayName("may be whole with groups of three digits")
    void whole(String typed, long value) {
        assertThat(TypedNumber.parseWhole(typed)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "", "many", "99999999999999999999"})
    @DisplayName("is refused where a whole one is wanted")
    void refusesFractions(String typed) {
        assertThatThrownBy(() -> TypedNumber.parseWhole(typed)).hasMessageContaining("whole number");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1, 0.1",
        "1e-8, 1e−8, 10⁻⁸",
        "-2.5, −2.5, −2.5",
        "20, 20, 20",
        "1234567, 1234567, 1\u202f234\u202f567",
        "1e300, 1e300, 10³⁰⁰",
        "0.0001, 0.0001, 0.0001",
        "2.5e-7, 2.5e−7, 2.5×10⁻⁷"
    })
    @DisplayName("is shown with a point and a true minus sign")
    void writes(double value, String full, String brief) {
        assertThat(TypedNumber.full(value)).isEqualTo(full);
        assertThat(TypedNumber.brief(value, 7)).isEqualTo(brief);
    }

    @Test
    @DisplayName("comes back to the bit when what is shown is typed again")
    void roundTrip() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(TypedNumber.parse(TypedNumber.full(value)) + 0.0).isEqualTo(value + 0.0);
                assertThat(TypedNumber.parse(Numbers.exact(value)) + 0.0).isEqualTo(value + 0.0);
                long whole = random.nextLong() >> random.nextInt(64);
                assertThat(TypedNumber.parseWhole(Numbers.whole(whole))).isEqualTo(whole);
            }
        }
    }
}
