package fallline.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.optimizer.FileCatalogue;
import fallline.optimizer.HyperValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules against PyTorch's trajectories, on objectives written by hand: no formula language, no files.
class GoldenRuleTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("Adagrad", "adagrad"),
            Map.entry("Adadelta", "adadelta"),
            Map.entry("Adam", "adam"),
            Map.entry("AdamW", "adamw"),
            Map.entry("NAdam", "nadam"),
            Map.entry("RAdam", "radam"),
            Map.entry("Adamax", "adamax"),
            Map.entry("Rprop", "rprop"),
            Map.entry("Lion", "lion"),
            Map.entry("AdaBelief", "adabelief"));
    private static final Map<String, String> NAMES = Map.of("initial_accumulator_value", "initial_accumulator");

    /// f(x, y) = (1 − x)² + 100 (y − x²)².
    private record Rosenbrock() implements Objective {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public List<String> parameterNames() {
            return List.of("x", "y");
        }

        @Override
        public Goal goal() {
            return Goal.MINIMISE;
        }

        @Override
        public double value(double[] p) {
            double valley = p[1] - p[0] * p[0];
            return (1 - p[0]) * (1 - p[0]) + 100 * valley * valley;
        }

        @Override
        public double gradient(double[] p, double[] gradient) {
            double valley = p[1] - p[0] * p[0];
            gradient[0] = -2 * (1 - p[0]) - 400 * p[0] * valley;
            gradient[1] = 200 * valley;
            return value(p);
        }

        @Override
        public void hessianTimes(double[] p, double[] direction, double[] product) {
            double xx = 2 - 400 * (p[1] - 3 * p[0] * p[0]);
            product[0] = xx * direction[0] - 400 * p[0] * direction[1];
            product[1] = -400 * p[0] * direction[0] + 200 * direction[1];
        }

        @Override
        public Objective twin() {
            return this;
        }
    }

    static Stream<Arguments> trajectories() throws IOException {
        return Stream.concat(
                of("traj_w2", new Quadratic(Goal.MINIMISE)), of("traj_rosenbrock", new Rosenbrock()));
    }

    private static Stream<Arguments> of(String file, Objective objective) throws IOException {
        try (InputStream stream = GoldenRuleTest.class.getResourceAsStream("/golden/" + file + ".json")) {
            JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(stream));
            JsonNode start = root.at("/header/start");
            return StreamSupport.stream(root.get("trajectories").spliterator(), false)
                    .filter(trajectory -> !id(trajectory).isEmpty()
                            && !trajectory.get("id").asText().contains("bug"))
                    .map(trajectory -> Arguments.of(
                            file + " " + trajectory.get("id").asText(), objective, numbers(start), trajectory));
        }
    }

    private static String id(JsonNode trajectory) {
        String name = trajectory.get("optimizer").asText();
        name = name.substring(name.lastIndexOf('.') + 1);
        JsonNode hyper = trajectory.get("hyper");
        if (name.equals("SGD")) {
            return hyper.get("momentum").asDouble() == 0
                    ? "gd"
                    : hyper.get("nesterov").asBoolean() ? "nesterov" : "momentum";
        }
        if (name.equals("RMSprop")) {
            return hyper.get("centered").asBoolean() ? "rmsprop-centered" : "rmsprop";
        }
        if (name.equals("Adam") && hyper.path("amsgrad").asBoolean()) {
            return "amsgrad";
        }
        return IDS.getOrDefault(name, "");
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(array.get(i).asText());
        }
        return numbers;
    }

    private static Map<String, HyperValue> settings(String id, JsonNode hyper) {
        List<String> known = CATALOGUE.find(id, Map.of()).hyperparameters().stream()
                .map(parameter -> parameter.name())
                .toList();
        Map<String, HyperValue> values = new HashMap<>();
        hyper.properties().forEach(entry -> {
            String name = NAMES.getOrDefault(entry.getKey(), entry.getKey());
            JsonNode value = entry.getValue();
            switch (name) {
                case "betas" -> pair(values, "beta1", "beta2", value);
                case "etas" -> pair(values, "eta_minus", "eta_plus", value);
                case "step_sizes" -> pair(values, "step_min", "step_max", value);
                default -> {
                    if (known.contains(name)) {
                        values.put(name, HyperValue.of(value.asDouble()));
                    }
                }
            }
        });
        return values;
    }

    private static void pair(Map<String, HyperValue> values, String first, String second, JsonNode numbers) {
        values.put(first, HyperValue.of(numbers.get(0).asDouble()));
        values.put(second, HyperValue.of(numbers.get(1).asDouble()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trajectories")
    @DisplayName("agrees with the reference at every stored step")
    void agrees(String name, Objective objective, double[] start, JsonNode trajectory) {
        String id = id(trajectory);
        RunRecipe recipe = RunRecipe.of(id, settings(id, trajectory.get("hyper")));
        RunTask task = new RunTask(objective, CATALOGUE.find(id, Map.of()), recipe, start, 0, 200);
        Trace trace = TraceRecorder.record(task, () -> false, _ -> {});
        double tolerance = trajectory.path("tol").asDouble(1e-12);
        int upTo = trajectory.path("compare_up_to_step").asInt(200);
        int compared = 0;
        for (int k = 0; k < trajectory.get("steps").size(); k++) {
            int step = trajectory.get("steps").get(k).asInt();
            double[] expected = numbers(trajectory.get("params").get(k));
            double loss = Double.parseDouble(trajectory.get("loss").get(k).asText());
            if (step > upTo || !Double.isFinite(loss)) {
                break;
            }
            for (int i = 0; i < expected.length; i++) {
                double difference = Math.abs(trace.parameter(step, i) - expected[i]);
                assertThat(difference / Math.max(1, Math.abs(expected[i])))
                        .as("parameter %d at step %d", i, step)
                        .isLessThanOrEqualTo(tolerance);
            }
            assertThat(Math.abs(trace.loss(step) - loss) / Math.max(1, Math.abs(loss)))
                    .as("loss at step %d", step)
                    .isLessThanOrEqualTo(Math.max(tolerance, 1e-12));
            compared++;
        }
        assertThat(compared).isGreaterThan(1);
    }
}
