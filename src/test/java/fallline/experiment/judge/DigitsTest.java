package fallline.experiment.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DigitsTest {
    @Test
    @DisplayName("numbers read as in a sentence")
    void numbers() {
        assertThat(Digits.three(2.1)).isEqualTo("2.10");
        assertThat(Digits.plain(-20)).isEqualTo("−20");
        assertThat(Digits.plain(4.1e-9)).isEqualTo("4.1×10⁻⁹");
        assertThat(Digits.power(1.1e8)).isEqualTo("1.1×10⁸");
        assertThat(Digits.power(350.2)).isEqualTo("350");
        assertThat(Digits.about(9790.5)).isEqualTo("9800");
        assertThat(Digits.twoDigits(0.2)).isEqualTo(1);
    }

    @Test
    @DisplayName("a share is never rounded up to the whole")
    void shares() {
        assertThat(Digits.percent(0.02)).isEqualTo("2 %");
        assertThat(Digits.percent(0.836)).isEqualTo("84 %");
        assertThat(Digits.percent(0.999937)).isEqualTo("99.9937 %");
        assertThat(Digits.percent(0.99999999)).doesNotStartWith("100");
        assertThat(Digits.percent(0.0004)).isEqualTo("0.04 %");
        assertThat(Digits.percent(1)).isEqualTo("100 %");
    }
}
