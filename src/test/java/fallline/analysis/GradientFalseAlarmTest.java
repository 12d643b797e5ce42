package fallline.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.Formulas;
import fallline.analysis.GradientCheck.Finding;
import fallline.data.Column;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.data.RandomStream;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FunctionCatalogue;
import fallline.objective.kernel.Activation;
import fallline.objective.model.NeuralNetwork;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The check of gradients")
class GradientFalseAlarmTest {
    /// A whole gradient that is off by a millionth.
    private static Objective planted(Objective honest) {
        return new Spoiled(
                honest, g -> Arrays.stream(g).map(slope -> slope * (1 + 1e-6)).toArray());
    }

    private static List<GradientCheck> at(Objective objective, double[] point) {
        return new GradientChecker(objective)
                .near(point, () -> false).stream()
                        .map(GradientChecker.Attempt::check)
                        .toList();
    }

    private static void acquits(Objective honest, double[] point) {
        for (GradientCheck check : at(honest, point)) {
            assertThat(check.finding())
                    .as("%s at %s", check, Arrays.toString(point))
                    .isNotEqualTo(Finding.DISAGREES);
        }
    }

    private static boolean finds(Objective honest, double[] point) {
        return at(planted(honest), point).getLast().finding() == Finding.DISAGREES;
    }

    private static double[] beside(double[] point, long seed) {
        RandomStream random = RandomStream.of(seed);
        double[] other = point.clone();
        for (int i = 0; i < other.length; i++) {
            other[i] += 0.3 * Math.max(1, Math.abs(other[i])) * random.normal();
        }
        return other;
    }

    private static Objective network(long seed) {
        RandomStream random = RandomStream.of(seed);
        int rows = 60;
        double[][] columns = new double[3][rows];
        for (int i = 0; i < rows; i++) {
            columns[0][i] = Math.rint(1000 * random.normal()) / 1000;
            columns[1][i] = Math.rint(1000 * random.normal()) / 1000;
            columns[2][i] = columns[0][i] * columns[1][i] > 0 ? 1 : 0;
        }
        Dataset data = new Dataset(
                "seeded",
                new DataSource.Columns(),
                List.of(
                        new Column.NumberColumn("p", columns[0]),
                        new Column.NumberColumn("q", columns[1]),
                        new Column.NumberColumn("class", columns[2])));
        NeuralNetwork.Loss loss = seed % 2 == 0 ? NeuralNetwork.Loss.CROSS_ENTROPY : NeuralNetwork.Loss.MSE;
        List<Integer> hidden = seed % 3 == 0 ? List.of(16) : seed % 3 == 1 ? List.of(6, 5) : List.of(24, 4);
        return Problems.network(
                        data,
                        List.of("p", "q"),
                        "class",
                        Optional.empty(),
                        new NeuralNetwork.Design(hidden, Activation.RELU, loss),
                        new ModelOptions(false, 1, 0, false))
                .objective();
    }

    @Test
    @DisplayName("accuses none of 36 seeded ReLU networks, and finds a millionth in each")
    void relu() {
        for (long seed = 0; seed < 36; seed++) {
            Objective network = network(seed);
            double[] start = beside(new double[network.dimension()], seed);
            acquits(network, start);
            assertThat(finds(network, start) || finds(network, beside(start, seed + 100)))
                    .as("network " + seed)
                    .isTrue();
        }
    }

    @Test
    @DisplayName("accuses no ReLU network that stands on a kink, or within rounding of one")
    void onKinks() {
        for (long seed = 0; seed < 12; seed++) {
            Objective network = network(seed);
            double[] start = beside(new double[network.dimension()], seed);
            acquits(network, new double[network.dimension()]);
            // biases of 0 put the kinks of every row at the origin of the inputs
            double[] near = start.clone();
            for (int i = 0; i < near.length; i++) {
                near[i] = Math.rint(near[i] * 4) / 4 + (i % 3 - 1) * 1e-12 * seed;
            }
            acquits(network, near);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^2 + sin(1000*x)",
                "sin(1000*x)*cos(300*x)",
                "exp(sin(200*x))",
                "1e7 + x^2 + sin(x) - 1e7",
                "(1e4 + x)^2 - 1e8",
                "(1 + 1e-5 x)^2 - 1",
                "1e-9*(x^4 + cosh(x))",
                "1e6*x - 999999*x + x^2",
                "(exp(x) - 1 - x)/x^2",
                "log(1 + exp(30*x)) - 29*x",
                "relu(x - 0.3) + relu(0.7 - 2x) + x^2"
            })
    @DisplayName("accuses no exact gradient of waves and sums with cancellation, and finds a millionth in each")
    void hard(String formula) {
        Objective honest = Formulas.minimise(formula, "x").objective();
        int found = 0;
        for (long seed = 0; seed < 20; seed++) {
            double[] point = beside(new double[] {1}, seed);
            acquits(honest, point);
            found += finds(honest, point) ? 1 : 0;
        }
        assertThat(found).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e16 + x - 1e16",
                "(1e8 + x)^2 - 1e16",
                "(1e8*x - 1e8)^2",
                "sin(1e8*x)",
                "x + sin(1e12*x)",
                "1e14 + sin(x) - 1e14",
                "1e9 + x^2 + sin(x) - 1e9",
                "if(x > 1, x, x + 1e-9)",
                "cbrt(x - 1)*1e-3 + 1e10 - 1e10"
            })
    @DisplayName("accuses nothing where doubles can show no slope")
    void hopeless(String formula) {
        Objective honest = Formulas.minimise(formula, "x").objective();
        for (long seed = 0; seed < 20; seed++) {
            acquits(honest, beside(new double[] {1}, seed));
        }
        acquits(honest, new double[] {1});
        acquits(new Spoiled(honest, g -> g), new double[] {1}); // which knows nothing of its rounding
    }

    @Test
    @DisplayName("accuses no function of the catalogue at what is known of it, and finds a millionth beside its starts")
    void catalogue() {
        for (CatalogueFunction card : FunctionCatalogue.all()) {
            Objective honest = Problems.function(card, Map.of(), Goal.MINIMISE).objective();
            List<double[]> points = new ArrayList<>();
            Problems.function(card, Map.of(), Goal.MINIMISE).knownPoints().forEach(known -> points.add(known.at()));
            card.starts()
                    .forEach(start -> points.add(
                            start.stream().mapToDouble(Double::doubleValue).toArray()));
            int found = 0;
            for (double[] point : points) {
                acquits(honest, point);
                for (long seed = 0; seed < 3; seed++) {
                    double[] other = beside(point, seed);
                    acquits(honest, other);
                    found += found == 0 && finds(honest, other) ? 1 : 0;
                }
            }
            assertThat(found).as(card.id()).isPositive();
        }
    }
}
