package fallline.data.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {
    private static double parse(String text) {
        byte[] bytes = ("xx" + text + "yy").getBytes(StandardCharsets.UTF_8);
        return new NumberParser().parse(bytes, 2, bytes.length - 2);
    }

    private static void same(String text) {
        assertThat(Double.doubleToRawLongBits(parse(text)))
                .as(text)
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @Test
    @DisplayName("every double's shortest text comes back to the bit")
    void shortest() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 500_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                same(Double.toString(value));
            }
            same(Double.toString(random.nextDouble(-1000, 1000)));
        }
    }

    @Test
    @DisplayName("random digits with random exponents give Double.parseDouble's bits")
    void randomDigits() {
        var random = new SplittableRandom(2);
        for (int i = 0; i < 300_000; i++) {
            var text = new StringBuilder();
            int length = 1 + random.nextInt(22);
            for (int k = 0; k < length; k++) {
                text.append((char) ('0' + random.nextInt(10)));
            }
            text.insert(random.nextInt(length + 1), '.');
            if (random.nextBoolean()) {
                text.append('e').append(random.nextInt(-345, 320));
            }
            same(text.toString());
        }
    }

    @Test
    @DisplayName("numbers halfway between two doubles round to even, as Double.parseDouble has it")
    void halfway() {
        for (long odd = (1L << 53) + 1; odd < (1L << 53) + 2_000; odd += 2) {
            same(Long.toString(odd));
            same(odd + "e3");
            same(odd + "e-3");
            same("0.00" + odd);
        }
        var random = new SplittableRandom(3);
        for (int i = 0; i < 2_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
            if (Double.isFinite(value) && value < 1e300) {
                var exact = new java.math.BigDecimal(value).add(new java.math.BigDecimal(Math.nextUp(value)));
                same(exact.divide(java.math.BigDecimal.TWO).toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+0.0",
                "00012",
                "1.",
                ".5",
                "-.5e1",
                "1e308",
                "1.7976931348623157e308",
                "1.7976931348623159e308",
                "1e309",
                "1e99999999999",
                "0e99999999999",
                "4.9e-324",
                "2.4e-324",
                "2.2250738585072014e-308",
                "2.2250738585072011e-308",
                "1e-99999",
                "123456789012345678901234567890",
                "1E+5",
                "9007199254740993",
                "0.000000000000000000000000000000000000000000000000000000001"
            })
    @DisplayName("edge cases give Double.parseDouble's bits")
    void edges(String text) {
        same(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "-",
                ".",
                "1d",
                "1f",
                "0x1p3",
                "1e",
                "1e+",
                "e5",
                "1 000",
                "1.2.3",
                "1,5",
                "--1",
                "NaN",
                "12abc",
                "1970-01-01",
                "infinite",
                "١٢"
            })
    @DisplayName("what is not a plain decimal number is none")
    void notNumbers(String text) {
        assertThat(parse(text)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"inf,Infinity", "-Infinity,-Infinity", "INF,Infinity", "+inf,Infinity"})
    @DisplayName("infinities are read in any case")
    void infinities(String text, double value) {
        assertThat(parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "12, NONE",
        "1e5, NONE",
        "1.5, DECIMAL",
        "1.250, EITHER",
        "12.250, EITHER",
        "123.250, EITHER",
        "1234.250, DECIMAL",
        "0.250, DECIMAL",
        ".250, DECIMAL",
        "1.2500, DECIMAL",
        "1.250e3, DECIMAL",
        "-1.250, EITHER"
    })
    @DisplayName("a point with three digits behind it and one to three before it could part thousands")
    void points(String text, NumberParser.Point point) {
        var parser = new NumberParser();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(parser.parse(bytes, 0, bytes.length)).isEqualTo(Double.parseDouble(text));
        assertThat(parser.point()).isEqualTo(point);
    }
}
