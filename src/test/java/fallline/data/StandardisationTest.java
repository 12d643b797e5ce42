package fallline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StandardisationTest {
    @Test
    @DisplayName("2, 4, 4, 4, 5, 5, 7, 9 has the mean 5 and the population deviation 2")
    void textbook() {
        double[][] columns = {{2, 4, 4, 4, 5, 5, 7, 9}};
        Standardisation measured = Standardisation.of(columns);
        assertThat(measured.means()).containsExactly(5);
        assertThat(measured.deviations()).containsExactly(2);
        assertThat(measured.apply(columns)[0]).containsExactly(-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2);
    }

    @Test
    @DisplayName("parameters in either unit predict the same")
    void parameters() {
        var random = new SplittableRandom(5);
        double[][] columns = {
            random.doubles(50, 100, 200).toArray(),
            random.doubles(50, -1e-3, 1e-3).toArray()
        };
        Standardisation units = Standardisation.of(columns);
        double[][] scaled = units.apply(columns);
        double[] standard = {1.5, -2, 0.25};
        double[] original = units.toOriginalUnits(standard);
        for (int i = 0; i < 50; i++) {
            double predicted = standard[0] + standard[1] * scaled[0][i] + standard[2] * scaled[1][i];
            assertThat(original[0] + original[1] * columns[0][i] + original[2] * columns[1][i])
                    .isCloseTo(predicted, within(1e-12));
        }
        assertThat(units.toStandardUnits(original)).containsExactly(standard, within(1e-13));
    }

    @Test
    @DisplayName("a large common offset does not spoil the deviation")
    void offset() {
        double[][] columns = {{1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4}};
        assertThat(Standardisation.of(columns).deviations()[0]).isEqualTo(Math.sqrt(1.25));
    }

    @Test
    @DisplayName("a constant column is refused")
    void constant() {
        assertThatThrownBy(() -> Standardisation.of(new double[][] {{1, 2}, {3, 3}}))
                .isInstanceOf(DataException.class)
                .hasMessage("Feature 2 cannot be standardised, because its deviation is 0.0: leave it out.");
    }
}
