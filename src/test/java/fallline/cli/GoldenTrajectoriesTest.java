package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import fallline.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reference trajectories (PyTorch 1.13 and, for newer rules, 200-bit arithmetic), repeated from an experiment file to
/// the trace's text.
class GoldenTrajectoriesTest {
    private static final Set<String> PROBLEMS = Set.of("w2", "rosenbrock", "linreg", "logistic", "softmax_iris");
    private static final int FIRST_PARAMETER = 6;

    private final Path folder;

    GoldenTrajectoriesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static List<GoldenTrajectory> trajectories() {
        Set<String> ids = Session.CATALOGUE.all().stream().map(Optimizer::id).collect(Collectors.toSet());
        List<GoldenTrajectory> all = new ArrayList<>();
        for (String file : List.of("w2", "rosenbrock", "linreg", "logistic", "softmax_iris", "minibatch", "paper")) {
            all.addAll(GoldenTrajectory.of(file, PROBLEMS, ids));
        }
        return all;
    }

    @Test
    @DisplayName("there are many, with the three first optimizers on each problem")
    void thereAreMany() {
        List<GoldenTrajectory> all = trajectories();
        assertThat(all).hasSizeGreaterThanOrEqualTo(22);
        for (String file : List.of("w2", "rosenbrock", "linreg", "logistic", "softmax_iris", "minibatch")) {
            assertThat(all)
                    .filteredOn(one -> one.file().equals(file))
                    .extracting(one -> one.experiment().at("/runs/0/optimizer").asText())
                    .contains("gd", "momentum");
        }
    }

    private List<List<String>> trace(String experiment) throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.json"), experiment);
        Path trace = folder.resolve("trace.csv");
        var session = new Session();
        assertThat(session.run("run", file.toString(), "--trace", trace.toString()))
                .as(session.err())
                .isZero();
        return Files.readAllLines(trace).stream()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trajectories")
    @DisplayName("repeats the reference within its own tolerance")
    void repeats(GoldenTrajectory trajectory) throws IOException {
        JsonNode expected = trajectory.expected();
        double tolerance = expected.path("tol").asDouble(1e-12);
        int last = expected.path("compare_up_to_step").asInt(200);

        List<List<String>> rows = trace(trajectory.experiment().toString());

        int compared = 0;
        for (int i = 0; i < expected.get("steps").size(); i++) {
            int step = expected.get("steps").get(i).asInt();
            double loss = number(expected.get("loss").get(i));
            double[] parameters = numbers(expected.get("params").get(i));
            if (step > last || !Double.isFinite(loss) || !isFinite(parameters)) {
                break;
            }
            List<String> row = rows.get(step + 1);
            assertThat(row.get(1)).isEqualTo(Integer.toString(step));
            assertThat(row).hasSize(FIRST_PARAMETER + parameters.length);
            for (int j = 0; j < parameters.length; j++) {
                assertThat(Double.parseDouble(row.get(FIRST_PARAMETER + j)))
                        .as("parameter %d at step %d", j, step)
                        .isCloseTo(parameters[j], within(tolerance * Math.max(1, Math.abs(parameters[j]))));
            }
            assertThat(Double.parseDouble(row.get(4)))
                    .as("loss at step %d", step)
                    .isCloseTo(loss, within(Math.max(tolerance, 1e-12) * Math.max(1, Math.abs(loss))));
            compared++;
        }
        assertThat(compared).isGreaterThan(1);
    }

    private static double number(JsonNode node) {
        return node.isTextual() ? Double.parseDouble(node.asText()) : node.doubleValue();
    }

    private static double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(list.get(i));
        }
        return numbers;
    }

    private static boolean isFinite(double[] numbers) {
        for (double value : numbers) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    @Test
    @DisplayName("1,000 steps on the points of y = 4 + 3x end where numpy ends, within 1e-12 relative")
    void textbookLine() throws IOException {
        JsonNode golden = GoldenTrajectory.read("line_4_plus_3x");
        String experiment =
                """
                {"fallline": 1, "problem": {"kind": "linear-regression", "data": {"dataset": "line_4_plus_3x"},
                   "features": ["x"], "target": "y"}, "start": %s, "steps": %d,
                 "runs": [{"optimizer": "gd", "hyperparameters": {"lr": %s}}]}""".formatted(golden.get("start"), golden.get("iterations").asInt(), golden.get("learning_rate"));

        List<String> last = trace(experiment).getLast();

        assertThat(last.get(1)).isEqualTo("1000");
        for (int j = 0; j < 2; j++) {
            double wanted = golden.get("theta").get(j).doubleValue();
            assertThat(Double.parseDouble(last.get(FIRST_PARAMETER + j)))
                    .isCloseTo(wanted, within(1e-12 * Math.abs(wanted)));
        }
    }

    @Test
    @DisplayName("logistic regression on the hours studied reaches the textbook's coefficients")
    void hoursStudied() throws IOException {
        String experiment = """
                {"fallline": 1, "problem": {"kind": "logistic-regression", "data": {"dataset": "hours_studied"},
                   "features": ["hours"], "target": "passed"}, "steps": 2000,
                 "runs": [{"optimizer": "gd", "hyperparameters": {"lr": 0.5}}]}""";

        List<String> last = trace(experiment).getLast();

        assertThat(Double.parseDouble(last.get(FIRST_PARAMETER))).isCloseTo(-4.07771, within(1e-5));
        assertThat(Double.parseDouble(last.get(FIRST_PARAMETER + 1))).isCloseTo(1.50465, within(1e-5));
    }
}
