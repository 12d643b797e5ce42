package fallline.analysis.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Halton's sequence")
class HaltonTest {
    private static List<double[]> golden() throws IOException {
        try (var in = HaltonTest.class.getResourceAsStream("/golden/halton.csv")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
    }

    @Test
    @DisplayName("has the points of scipy.stats.qmc.Halton (src/test/python/halton.py)")
    void points() throws IOException {
        Halton halton = Halton.plain(6);
        List<double[]> golden = golden();
        for (int k = 0; k < golden.size(); k++) {
            assertThat(halton.point(k)).as("point %d", k).containsExactly(golden.get(k), within(1e-15));
        }
    }

    @Test
    @DisplayName("is shifted by the seed, each coordinate by one number modulo 1")
    void shifted() {
        Halton plain = Halton.plain(3);
        Halton shifted = Halton.shifted(3, 42);
        double[] shift = shifted.point(0);
        assertThat(shift).doesNotContain(0).isNotEqualTo(Halton.shifted(3, 43).point(0));
        for (int k = 1; k < 20; k++) {
            double[] point = shifted.point(k);
            for (int i = 0; i < 3; i++) {
                assertThat(point[i]).isBetween(0.0, Math.nextDown(1.0));
                assertThat(point[i]).isCloseTo((plain.point(k)[i] + shift[i]) % 1, within(1e-15));
            }
        }
    }
}
