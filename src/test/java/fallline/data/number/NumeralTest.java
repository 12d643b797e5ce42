package fallline.data.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Printed numbers")
class NumeralTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "$399,900 | POINT_COMMA | 399900",
                "1.012,50 | COMMA_POINT | 1012.5",
                "1 012,5 | COMMA_BLANK | 1012.5",
                "1\u00A0012,5 | COMMA_BLANK | 1012.5",
                "1\u202F012.5 | POINT_BLANK | 1012.5",
                "1\u2009000\u2009000 | POINT_BLANK | 1e6",
                "1'000.25 | POINT_APOSTROPHE | 1000.25",
                "1’000 | POINT_APOSTROPHE | 1000",
                "\u22122 | POINT | -2",
                "–2.5 | POINT | -2.5",
                "+7 | POINT | 7",
                "(900) | POINT | -900",
                "($1,900.50) | POINT_COMMA | -1900.5",
                "$(900) | POINT | -900",
                "-$5 | POINT | -5",
                "$-5 | POINT | -5",
                "5- | POINT | -5",
                "12 € | POINT | 12",
                "12,50 EUR | COMMA | 12.5",
                "USD 3 | POINT | 3",
                "£3.5 | POINT | 3.5",
                "¥1200 | POINT | 1200",
                "95% | POINT | 0.95",
                "95.5 % | POINT | 0.955",
                "12,5% | COMMA | 0.125",
                "1D5 | POINT | 100000",
                "1.5d-3 | POINT | 0.0015",
                "2E+03 | POINT | 2000",
                "12,34,567 | POINT_COMMA | 1234567",
                "∞ | POINT | Infinity",
                "-inf | POINT | -Infinity",
            })
    @DisplayName("mean what people mean by them")
    void values(String text, NumberStyle style, double value) {
        Numeral numeral = Numeral.of(text).orElseThrow();
        assertThat(numeral.styles() & style.mask())
                .as("is a number in that style")
                .isNotZero();
        assertThat(numeral.value(style)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "$",
                "%",
                "abc",
                "1.2.3",
                "1,23,4",
                "12:30",
                "2024-01-31",
                "31.01.2024",
                "1 2",
                "1 2345",
                "5 kg",
                "1e",
                "0x1F",
                "1,",
                "(5",
                "5)",
                "--5",
                "EUR",
                "1.5.",
                "٣"
            })
    @DisplayName("are not what only looks a little like one")
    void others(String text) {
        assertThat(Numeral.of(text)).isEmpty();
    }

    @Test
    @DisplayName("are decided by the column: zeros at the end beside small whole numbers part thousands")
    void column() {
        assertThat(style("1,600", "2,104", "950").style()).isEqualTo(NumberStyle.POINT_COMMA);
        assertThat(style("1.600", "2.104", "950").style()).isEqualTo(NumberStyle.COMMA_POINT);
        assertThat(style("1.600", "2.104", "3.981").style()).isEqualTo(NumberStyle.POINT);
        assertThat(style("1,600", "0,104").style()).isEqualTo(NumberStyle.COMMA);
        assertThat(style("1,600", "2104").style()).isEqualTo(NumberStyle.COMMA);
        assertThat(style("1,600", "2.5").style()).isEqualTo(NumberStyle.POINT_COMMA);
        assertThat(style("1,600", "2,104").isOpen()).isTrue();
        assertThat(style("1,600", "2,104.5").isOpen()).isFalse();
    }

    @Test
    @DisplayName("are decided by the file where the column leaves it open")
    void file() {
        PrintedColumn open = new PrintedColumn(List.of("1.250", "3.125"));
        FileMarks comma = new FileMarks(';', java.util.Optional.of(','), "2,5 in column 'z'");
        StyleDecision decision = open.decide(NumberStyle.ALL, comma);
        assertThat(decision.style()).isEqualTo(NumberStyle.COMMA_POINT);
        assertThat(decision.evidence()).isEqualTo("the decimal mark is a comma in 2,5 in column 'z'");
        assertThat(open.decide(NumberStyle.ALL, FileMarks.UNKNOWN).style()).isEqualTo(NumberStyle.POINT);
    }

    @Test
    @DisplayName("with percents or currencies in some rows only are no numbers there")
    void unlike() {
        PrintedColumn percents = new PrintedColumn(List.of("95%", "0", "90", "85%"));
        double[] values = percents.values(NumberStyle.POINT);
        assertThat(values).containsExactly(0.95, 0, Double.NaN, 0.85);
        assertThat(percents.offenders(values)).containsExactly(2);
        PrintedColumn money = new PrintedColumn(List.of("$5", "6", "$7", "€8"));
        assertThat(money.offenders(money.values(NumberStyle.POINT))).containsExactly(3);
    }

    private static StyleDecision style(String... cells) {
        return new PrintedColumn(List.of(cells)).decide(NumberStyle.ALL, FileMarks.UNKNOWN);
    }
}
