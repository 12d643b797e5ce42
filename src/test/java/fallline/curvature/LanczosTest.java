package fallline.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.data.Generator;
import fallline.objective.kernel.Activation;
import fallline.objective.model.NeuralNetwork;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanczosTest {
    private static NeuralNetwork network(List<Integer> hidden) {
        var design = new NeuralNetwork.Design(hidden, Activation.TANH, NeuralNetwork.Loss.CROSS_ENTROPY);
        return Problems.network(
                        Generator.SPIRAL.generate(60, 0.05, 2),
                        List.of("x1", "x2"),
                        "class",
                        Optional.empty(),
                        design,
                        ModelOptions.PLAIN)
                .objective();
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "6, 2", "12, 3", "19, 4"})
    @DisplayName("the extreme eigenvalues are those of the full Hessian, indefinite ones too")
    void dense(int units, int seed) {
        NeuralNetwork network = network(List.of(units, units));
        double[] theta =
                new SplittableRandom(seed).doubles(network.dimension(), -1, 1).toArray();
        Spectrum truth = Spectrum.of(Hessian.at(network, theta));
        Extremes found = Lanczos.of(network, theta);
        assertThat(truth.smallest()).isNegative();
        assertThat(found.settled()).isTrue();
        assertThat(found.largest()).isCloseTo(truth.largest(), within(1e-8 * truth.largest()));
        assertThat(found.smallest()).isCloseTo(truth.smallest(), within(1e-8 * truth.largest()));
    }

    @Test
    @DisplayName("beyond the largest full Hessian the value is one that a vector has: H v = λ v at its end")
    void large() {
        NeuralNetwork network = network(List.of(40, 40));
        assertThat(network.dimension()).isGreaterThan(Hessian.LARGEST);
        double[] theta =
                new SplittableRandom(5).doubles(network.dimension(), -0.5, 0.5).toArray();
        Extremes found = Extremes.at(network, theta);
        assertThat(found.settled()).isTrue();
        // power iteration on H and on H − λmax I ends at the same two
        assertThat(power(network, theta, 0)).isCloseTo(found.largest(), within(1e-6 * found.largest()));
        double shifted = power(network, theta, found.largest());
        assertThat(shifted + found.largest()).isCloseTo(found.smallest(), within(1e-3 * found.largest()));
    }

    private static double power(NeuralNetwork network, double[] theta, double shift) {
        int n = theta.length;
        double[] v = new SplittableRandom(6).doubles(n, -1, 1).toArray();
        double[] product = new double[n];
        double value = 0;
        for (int k = 0; k < 3_000; k++) {
            network.hessianTimes(theta, v, product);
            double length = 0;
            double along = 0;
            double square = 0;
            for (int i = 0; i < n; i++) {
                product[i] -= shift * v[i];
                along += product[i] * v[i];
                square += v[i] * v[i];
                length += product[i] * product[i];
            }
            value = along / square;
            for (int i = 0; i < n; i++) {
                v[i] = product[i] / Math.sqrt(length);
            }
        }
        return value;
    }
}
