package fallline.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Limits and best rates against the methods themselves, run on a quadratic with two eigenvalues.
class StabilityTest {
    private static final int STEPS = 4_000;
    private static final OptimizerCatalogue CATALOGUE = FileCatalogue.load();

    private static Optional<Stability> ofGradientDescent(double smallest, double largest) {
        return of("gd", Map.of("weight_decay", 0.0), smallest, largest);
    }

    private static Optional<Stability> ofMomentum(double smallest, double largest, double beta, double dampening) {
        Map<String, Double> settings = Map.of("momentum", beta, "dampening", dampening, "weight_decay", 0.0);
        return of("momentum", settings, smallest, largest);
    }

    private static Optional<Stability> ofNesterov(double smallest, double largest, double beta) {
        return of("nesterov", Map.of("momentum", beta, "weight_decay", 0.0), smallest, largest);
    }

    /// What the text of a rule says.
    private static Optional<Stability> of(String id, Map<String, Double> settings, double smallest, double largest) {
        return CATALOGUE.find(id, Map.of()).rates().stability(settings, smallest, largest);
    }

    @Test
    @DisplayName("a weight decay is added to every curvature")
    void decay() {
        assertThat(of("gd", Map.of("weight_decay", 1.0), 1, 3)).isEqualTo(ofGradientDescent(2, 4));
    }

    /// The mean factor a step by which the error along λ shrinks or grows, measured over many steps.
    private static double factor(double lambda, double rate, double beta, double dampening, boolean nesterov) {
        double x = 1;
        double v = 0;
        double log = 0;
        double half = 0;
        for (int k = 0; k < STEPS; k++) {
            double g = lambda * x;
            v = beta * v + (1 - dampening) * g;
            x -= rate * (nesterov ? g + beta * v : v);
            double size = Math.hypot(x, v / lambda);
            if (size == 0) {
                return 0;
            }
            log += Math.log(size);
            x /= size;
            v /= size;
            if (k == STEPS / 2 - 1) {
                half = log;
            }
        }
        return Math.exp((log - half) / (STEPS / 2.0));
    }

    private static double worst(double rate, double low, double high, double beta, double dampening, boolean nesterov) {
        return Math.max(factor(low, rate, beta, dampening, nesterov), factor(high, rate, beta, dampening, nesterov));
    }

    private static void check(
            Stability rates, double low, double high, double beta, double dampening, boolean nesterov) {
        DoubleFunction<Double> speed = rate -> worst(rate, low, high, beta, dampening, nesterov);
        assertThat(speed.apply(rates.limit() * 0.99)).isLessThan(1);
        assertThat(speed.apply(rates.limit() * 1.01)).isGreaterThan(1);
        double best = speed.apply(rates.best());
        for (double share : new double[] {0.5, 0.8, 0.95, 1.05, 1.2}) {
            assertThat(best).as("%s of the best rate", share).isLessThan(speed.apply(rates.best() * share) + 2e-3);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1.5", "1, 5", "0.3394, 4.130", "1, 100"})
    @DisplayName("gradient descent: 2/λmax is where it diverges, 2/(λmin + λmax) where it is fastest")
    void gradientDescent(double low, double high) {
        Stability rates = ofGradientDescent(low, high).orElseThrow();
        assertThat(rates.limit()).isCloseTo(2 / high, within(1e-15));
        assertThat(rates.best()).isCloseTo(2 / (low + high), within(1e-15));
        check(rates, low, high, 0, 0, false);
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 0.5, 0", "1, 100, 0.5, 0", "1, 100, 0.9, 0", "1, 2, 0.9, 0", "1, 100, 0.5, 0.4"})
    @DisplayName("momentum: 2(1 + β)/λmax is where it diverges, and no rate is faster than the best")
    void momentum(double low, double high, double beta, double dampening) {
        Stability rates = ofMomentum(low, high, beta, dampening).orElseThrow();
        assertThat(rates.limit()).isCloseTo(2 * (1 + beta) / ((1 - dampening) * high), within(1e-14));
        check(rates, low, high, beta, dampening, false);
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 0.5", "1, 100, 0.5", "1, 100, 0.9", "1, 1.5, 0.3"})
    @DisplayName("Nesterov: 2(1 + β)/((1 + 2β) λmax) is where it diverges, and no rate is faster than the best")
    void nesterov(double low, double high, double beta) {
        check(ofNesterov(low, high, beta).orElseThrow(), low, high, beta, 0, true);
    }

    @Test
    @DisplayName("w²: crawls below 0.05, oscillates from 0.5, diverges from 1")
    void square() {
        Stability rates = ofGradientDescent(2, 2).orElseThrow();
        assertThat(rates).isEqualTo(new Stability(1, 0.5, 0.5, true));
        assertThat(rates.zones()).isEqualTo(new Stability.Zones(0.05, 0.5, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -3})
    @DisplayName(
            "where a direction is flat or curves down, the best rate is half the limit and is said not to be proven")
    void saddle(double low) {
        Stability rates = ofGradientDescent(low, 4).orElseThrow();
        assertThat(rates).isEqualTo(new Stability(0.5, 0.25, 0.25, false));
        assertThat(ofNesterov(low, 4, 0.5).orElseThrow().convergent()).isFalse();
    }

    @Test
    @DisplayName("where nothing curves up, or β is 1, there is no limit to show")
    void none() {
        assertThat(ofGradientDescent(-2, -1)).isEmpty();
        assertThat(ofGradientDescent(-2, 0)).isEmpty();
        assertThat(ofGradientDescent(1, Double.POSITIVE_INFINITY)).isEmpty();
        assertThat(ofMomentum(1, 2, 1, 0)).isEmpty();
        assertThat(ofMomentum(1, 2, 0.5, 1)).isEmpty();
        assertThat(ofNesterov(1, 2, 1)).isEmpty();
    }
}
