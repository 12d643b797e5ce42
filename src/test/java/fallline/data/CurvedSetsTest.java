package fallline.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The recipes are those of docs/data.md.
@DisplayName("The built-in sets with a curved border come from their written recipes")
class CurvedSetsTest {
    private static double hundredths(double value) {
        return Math.floor(100 * value + 0.5) / 100 + 0.0;
    }

    @Test
    @DisplayName("chips, seed 1")
    void chips() {
        RandomStream random = RandomStream.of(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            double first = hundredths(2.2 * random.uniform() - 1.1);
            double second = hundredths(2.2 * random.uniform() - 1.1);
            double bent = second - 0.9 * first * first + 0.35;
            boolean passed = 0.62 - first * first - 1.2 * bent * bent + 0.1 * random.normal() > 0;
            text.append(line(first, second, passed ? "yes" : "no"));
        }
        assertThat(shown(BuiltInData.dataset("chips"), "test_1", "test_2", "passed"))
                .isEqualTo(text.toString());
    }

    @Test
    @DisplayName("two rings, seed 2")
    void rings() {
        RandomStream random = RandomStream.of(2);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 160; i++) {
            double angle = 2 * Math.PI * random.uniform();
            double radius = (i % 2 == 0 ? 1 : 2) + 0.25 * random.normal();
            text.append(line(
                    hundredths(radius * StrictMath.cos(angle)),
                    hundredths(radius * StrictMath.sin(angle)),
                    i % 2 == 0 ? "inner" : "outer"));
        }
        assertThat(shown(BuiltInData.dataset("two_rings"), "x1", "x2", "ring")).isEqualTo(text.toString());
    }

    private static String shown(Dataset data, String first, String second, String label) {
        StringBuilder text = new StringBuilder();
        Column.TextColumn labels = (Column.TextColumn) data.column(label);
        for (int i = 0; i < data.rows(); i++) {
            text.append(line(
                    data.numbers(first)[i],
                    data.numbers(second)[i],
                    labels.values().get(i)));
        }
        return text.toString();
    }

    private static String line(double first, double second, String label) {
        return String.format(Locale.ROOT, "%.2f,%.2f,%s%n", first, second, label);
    }
}
