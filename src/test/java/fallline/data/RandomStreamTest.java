package fallline.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static int[] permutation(long seed, long stream, long epoch, int size) {
        int[] order = new int[size];
        RandomStream.of(seed, stream, epoch).permute(order);
        return order;
    }

    @Test
    @DisplayName("gives the published outputs of SplitMix64 for the seed 1234567")
    void published() {
        RandomStream random = RandomStream.of(1234567);
        assertThat(random.next()).isEqualTo(6457827717110365317L);
        assertThat(random.next()).isEqualTo(3203168211198807973L);
        assertThat(random.next()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
        assertThat(random.next()).isEqualTo(4593380528125082431L);
    }

    @Test
    @DisplayName("gives the permutations of the Python in the documentation")
    void python() {
        assertThat(permutation(42, 0, 0, 10)).containsExactly(3, 0, 8, 6, 9, 2, 5, 1, 4, 7);
        assertThat(permutation(42, 0, 7, 10)).containsExactly(5, 6, 2, 9, 8, 4, 7, 0, 1, 3);
        assertThat(permutation(42, 3, 7, 10)).containsExactly(3, 7, 1, 4, 6, 5, 9, 8, 2, 0);
    }

    @Test
    @DisplayName("a permutation has every row once")
    void everyRow() {
        int[] order = permutation(1, 2, 3, 1000);
        Arrays.sort(order);
        for (int i = 0; i < order.length; i++) {
            assertThat(order[i]).isEqualTo(i);
        }
    }

    @Test
    @DisplayName("normal numbers have mean 0 and variance 1")
    void normals() {
        RandomStream random = RandomStream.of(5);
        double sum = 0;
        double squares = 0;
        int count = 100_000;
        for (int i = 0; i < count; i++) {
            double number = random.normal();
            sum += number;
            squares += number * number;
        }
        assertThat(Math.abs(sum / count)).isLessThan(0.01);
        assertThat(Math.abs(squares / count - 1)).isLessThan(0.02);
    }
}
