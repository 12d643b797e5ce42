package fallline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratorTest {
    @ParameterizedTest
    @EnumSource(Generator.class)
    @DisplayName("makes the asked number of finite points, the same for the same seed and others for another")
    void points(Generator generator) {
        for (int count : new int[] {2, 3, 200}) {
            Dataset data = generator.generate(count, 0.1, 7);
            assertThat(data.rows()).isEqualTo(count);
            String first = generator.features().getFirst();
            assertThat(data.numbers(first))
                    .isEqualTo(generator.generate(count, 0.1, 7).numbers(first));
            assertThat(data.numbers(first))
                    .isNotEqualTo(generator.generate(count, 0.1, 8).numbers(first));
            for (String feature : generator.features()) {
                for (double value : data.numbers(feature)) {
                    assertThat(Double.isFinite(value)).isTrue();
                    assertThat(Double.toString(value).length()).isLessThanOrEqualTo(8);
                }
            }
            assertThat(data.find(generator.target())).isPresent();
        }
    }

    @Test
    @DisplayName("without noise the points lie where the shape says")
    void shapes() {
        Dataset line = Generator.LINE.generate(100, 0, 1);
        Dataset sine = Generator.SINE.generate(100, 0, 1);
        for (int i = 0; i < 100; i++) {
            double lift = i % 10 == 9 ? 10 : 0;
            double x = line.numbers("x")[i];
            assertThat(line.numbers("y")[i]).isCloseTo(2 + 0.5 * x + lift, within(1e-4));
            assertThat(sine.numbers("y")[i]).isCloseTo(Math.sin(sine.numbers("x")[i]), within(1.1e-4));
        }
        Dataset circles = Generator.CIRCLES.generate(100, 0, 1);
        Dataset blobs = Generator.BLOBS.generate(100, 0, 1);
        Dataset moons = Generator.MOONS.generate(100, 0, 1);
        Dataset xor = Generator.XOR.generate(100, 0, 1);
        Dataset spiral = Generator.SPIRAL.generate(100, 0, 1);
        for (int i = 0; i < 100; i++) {
            boolean blue = ((Column.TextColumn) circles.column("class"))
                    .values()
                    .get(i)
                    .equals("blue");
            assertThat(blue).isEqualTo(i % 2 == 0);
            assertThat(radius(circles, i, 0, 0)).isCloseTo(blue ? 1 : 0.5, within(1e-4));
            assertThat(radius(blobs, i, blue ? -1 : 1, blue ? -1 : 1)).isZero();
            assertThat(radius(moons, i, blue ? 0 : 1, blue ? 0 : 0.5)).isCloseTo(1, within(1e-4));
            assertThat(moons.numbers("x2")[i] >= (blue ? 0 : -0.5)).isTrue();
            assertThat(xor.numbers("x1")[i] * xor.numbers("x2")[i] <= 0).isEqualTo(blue);
            assertThat(radius(spiral, i, 0, 0)).isCloseTo((Math.floorDiv(i, 2) + 0.5) / 50, within(1e-4));
        }
    }

    private static double radius(Dataset data, int row, double x, double y) {
        return Math.hypot(data.numbers("x1")[row] - x, data.numbers("x2")[row] - y);
    }

    @Test
    @DisplayName("numbers out of range are refused with a sentence")
    void refusals() {
        assertThatThrownBy(() -> Generator.MOONS.generate(1, 0, 0))
                .hasMessage("The number of points must be 2 to 1\u202f000\u202f000, got 1.");
        assertThatThrownBy(() -> Generator.MOONS.generate(10, -1, 0)).hasMessage("The noise must be 0 to 10, got −1.");
    }

    @Test
    @DisplayName("a split holds out the asked share, loses no row, and is the same for the same seed")
    void split() {
        Dataset data = Generator.SPIRAL.generate(101, 0.1, 3);
        Split split = Split.of(data, 0.25, 5);
        assertThat(split.test().rows()).isEqualTo(25);
        assertThat(split.training().rows()).isEqualTo(76);
        double[] together = new double[101];
        System.arraycopy(split.test().numbers("x1"), 0, together, 0, 25);
        System.arraycopy(split.training().numbers("x1"), 0, together, 25, 76);
        assertThat(together).containsExactlyInAnyOrder(data.numbers("x1"));
        assertThat(Split.of(data, 0.25, 5).test().numbers("x1"))
                .isEqualTo(split.test().numbers("x1"));
        assertThat(Split.of(data, 0.25, 6).test().numbers("x1"))
                .isNotEqualTo(split.test().numbers("x1"));
        assertThat(Split.of(data, 0.0001, 5).test().rows()).isEqualTo(1);
        assertThat(Split.of(data, 0.9999, 5).training().rows()).isEqualTo(1);
        assertThatThrownBy(() -> Split.of(data, 1, 5)).hasMessageContaining("between 0 and 1, got 1");
    }
}
