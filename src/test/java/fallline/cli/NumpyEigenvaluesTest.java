package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fallline.curvature.Hessian;
import fallline.curvature.SpectrumEnds;
import fallline.data.Generator;
import fallline.objective.Objective;
import fallline.objective.kernel.Activation;
import fallline.objective.model.NeuralNetwork;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Eigenvalues of a network's Hessian, plain and divided by P, beside those that numpy finds of the same matrix.
class NumpyEigenvaluesTest {
    @Test
    @DisplayName("the ends of a network's spectrum are those that numpy finds, exact and by products alone")
    void network() {
        Optional<Python> python = Python.with("numpy");
        assumeTrue(python.isPresent(), "there is no python3 with numpy on this machine");
        var design = new NeuralNetwork.Design(List.of(7, 4), Activation.TANH, NeuralNetwork.Loss.CROSS_ENTROPY);
        Objective network = Problems.network(
                        Generator.SPIRAL.generate(60, 0.05, 2),
                        List.of("x1", "x2"),
                        "class",
                        Optional.empty(),
                        design,
                        ModelOptions.PLAIN)
                .objective();
        int n = network.dimension();
        SplittableRandom random = new SplittableRandom(8);
        double[] theta = random.doubles(n, -1, 1).toArray();
        double[] divisors = random.doubles(n, 0.1, 10).toArray();
        Optional<double[]> p = Optional.of(divisors);
        SpectrumEnds exact = SpectrumEnds.at(network, theta, 0, Optional.empty(), () -> false);
        SpectrumEnds seen = SpectrumEnds.at(network, theta, 0.01, p, () -> false);
        SpectrumEnds top = SpectrumEnds.sharpest(network, theta, 0.01, p, 3, 1e-9, () -> false);
        assertThat(top.exact()).isFalse();
        String script = "import numpy as np\n"
                + "H = np.array(" + Arrays.toString(Hessian.at(network, theta).entries()) + ").reshape(" + n + ", -1)\n"
                + "P = np.array(" + Arrays.toString(divisors) + ")\n"
                + "plain = np.linalg.eigvalsh(H)\n"
                + "seen = np.linalg.eigvalsh((H + 0.01*np.eye(" + n + "))/np.sqrt(np.outer(P, P)))\n"
                + "ours = np.array([" + exact.smallest() + ", " + exact.top() + "])\n"
                + "assert np.allclose(ours, [plain[0], plain[-1]], rtol=0, atol=1e-12*plain[-1])\n"
                + "ours = np.array([" + seen.smallest() + ", " + seen.top() + "])\n"
                + "assert np.allclose(ours, [seen[0], seen[-1]], rtol=0, atol=1e-12*seen[-1])\n"
                + "assert np.allclose(" + Arrays.toString(top.largest())
                + ", seen[::-1][:3], rtol=0, atol=1e-8*seen[-1])\n";
        assertThat(python.get().succeeds("-c", script)).isTrue();
        assertThat(python.get().succeeds("-c", script.replace("P = np.array([", "P = 1.001*np.array([")))
                .as("another P is seen")
                .isFalse();
    }
}
