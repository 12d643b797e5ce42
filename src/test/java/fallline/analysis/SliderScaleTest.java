package fallline.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.expr.TypedNumber;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A slider's scale")
class SliderScaleTest {
    private final SliderScale rates = new SliderScale(1e-6, 10, true);
    private final SliderScale shares = new SliderScale(0, 0.9999, false);

    @Test
    @DisplayName("has a decade at equal distances when logarithmic")
    void decades() {
        assertThat(rates.place(1e-6)).isZero();
        assertThat(rates.place(10)).isEqualTo(1);
        assertThat(rates.place(1e-2) - rates.place(1e-3)).isEqualTo(1 / 7.0, within(1e-12));
    }

    @Test
    @DisplayName("gives short numbers that stand where they were taken from")
    void shortNumbers() {
        for (int i = 0; i <= 1000; i++) {
            double place = i / 1000.0;
            assertThat(TypedNumber.full(rates.at(place)).replaceAll("[e−].*", ""))
                    .hasSizeLessThanOrEqualTo(8);
            assertThat(rates.place(rates.at(place))).isEqualTo(place, within(0.0005));
            assertThat(shares.place(shares.at(place))).isEqualTo(place, within(0.001));
        }
        assertThat(shares.at(1)).isEqualTo(0.9999);
        assertThat(shares.at(0.5)).isEqualTo(0.5);
    }

    @Test
    @DisplayName("grows to hold a value outside, by whole decades when logarithmic")
    void holding() {
        assertThat(rates.holding(3e-8)).isEqualTo(new SliderScale(1e-8, 10, true));
        assertThat(rates.holding(250)).isEqualTo(new SliderScale(1e-6, 1000, true));
        assertThat(rates.holding(0)).isEqualTo(rates);
        assertThat(shares.holding(-1)).isEqualTo(new SliderScale(-1, 0.9999, false));
        assertThat(shares.holding(0.3)).isEqualTo(shares);
    }

    @Test
    @DisplayName("refuses a range that is empty, or has no logarithm")
    void refuses() {
        assertThatThrownBy(() -> new SliderScale(1, 1, false)).hasMessageContaining("in order");
        assertThatThrownBy(() -> new SliderScale(0, 1, true)).hasMessageContaining("in order");
    }
}
