package fallline.analysis.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The spread of repeats")
class SpreadTest {
    private static JsonNode golden() throws IOException {
        try (InputStream in = SpreadTest.class.getResourceAsStream("/golden/percentiles.json")) {
            return new JsonMapper().readTree(in);
        }
    }

    private static double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).asDouble();
        }
        return numbers;
    }

    @Test
    @DisplayName("has the quantiles of numpy.percentile")
    void quantiles() throws IOException {
        int compared = 0;
        for (JsonNode entry : golden().get("quantiles")) {
            double[] sorted = numbers(entry.get("sample"));
            Arrays.sort(sorted);
            double expected = entry.get("value").asDouble();
            assertThat(Quantiles.of(sorted, entry.get("p").asDouble()))
                    .isCloseTo(
                            expected,
                            within(1e-15 * Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]))));
            compared++;
        }
        assertThat(compared).isEqualTo(35);
    }

    @Test
    @DisplayName("is infinite from where a repeat is lost that has a part in it, and never no number")
    void lost() {
        double lost = Double.POSITIVE_INFINITY;
        assertThat(Quantiles.of(new double[] {1, 2, 3, 4, lost}, 0.75)).isEqualTo(4);
        assertThat(Quantiles.of(new double[] {1, 2, 3, lost}, 0.75)).isEqualTo(lost);
        assertThat(Quantiles.of(new double[] {1, 2, 3, lost}, 0.5)).isEqualTo(2.5);
        assertThat(Quantiles.of(new double[] {-lost, 2, 3, 4}, 0.25)).isEqualTo(-lost);
        assertThat(Quantiles.of(new double[] {lost, lost}, 0.5)).isEqualTo(lost);
    }

    @Test
    @DisplayName("has the ellipse of numpy's covariance and its eigenvectors, at the radius that holds a half")
    void ellipses() throws IOException {
        assertThat(1 - Math.exp(-Scatter.RADIUS * Scatter.RADIUS / 2)).isCloseTo(0.5, within(1e-15));
        for (JsonNode entry : golden().get("ellipses")) {
            Scatter scatter = Scatter.of(numbers(entry.get("x")), numbers(entry.get("y")));
            double major =
                    Scatter.RADIUS * Math.sqrt(entry.get("major_variance").asDouble());
            double minor =
                    Scatter.RADIUS * Math.sqrt(entry.get("minor_variance").asDouble());
            assertThat(scatter.x()).isCloseTo(entry.at("/mean/0").asDouble(), within(1e-14));
            assertThat(scatter.y()).isCloseTo(entry.at("/mean/1").asDouble(), within(1e-14));
            assertThat(scatter.major()).isCloseTo(major, within(1e-9 * major));
            assertThat(scatter.minor()).isCloseTo(minor, within(1e-6 * major));
            double along = Math.cos(scatter.angle())
                            * entry.at("/major_direction/0").asDouble()
                    + Math.sin(scatter.angle()) * entry.at("/major_direction/1").asDouble();
            assertThat(Math.abs(along)).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    @DisplayName("has a flat ellipse for points on a line, and none for two")
    void flat() {
        Scatter line = Scatter.of(new double[] {0, 1, 2}, new double[] {0, 2, 4});
        assertThat(line.minor()).isCloseTo(0, within(1e-7));
        assertThat(Math.tan(line.angle())).isCloseTo(2, within(1e-12));
        assertThatThrownBy(() -> Scatter.of(new double[2], new double[2])).hasMessageContaining("at least 3 points");
    }
}
