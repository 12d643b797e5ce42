package fallline.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import fallline.experiment.run.RunTask;
import fallline.objective.Goal;
import fallline.objective.Golden;
import fallline.objective.Objective;
import fallline.objective.model.LinearRegression;
import fallline.objective.model.LogisticRegression;
import fallline.objective.model.SoftmaxRegression;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// One reference trajectory, with the run that should follow it.
record GoldenTrajectory(String name, Objective objective, double[] start, RunRecipe recipe, JsonNode reference) {
    static final FileCatalogue CATALOGUE = FileCatalogue.load();

    private static final List<String> FILES = List.of(
            "traj_w2",
            "traj_rosenbrock",
            "traj_linreg",
            "traj_logistic",
            "traj_softmax_iris",
            "traj_minibatch",
            "traj_paper");
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("Adagrad", "adagrad"),
            Map.entry("Adadelta", "adadelta"),
            Map.entry("AdamW", "adamw"),
            Map.entry("NAdam", "nadam"),
            Map.entry("RAdam", "radam"),
            Map.entry("Adamax", "adamax"),
            Map.entry("Rprop", "rprop"),
            Map.entry("Lion", "lion"),
            Map.entry("AdaBelief", "adabelief"),
            Map.entry("Newton", "newton"),
            Map.entry("LBFGS", "lbfgs"));
    private static final Map<String, String> NAMES = Map.of(
            "initial_accumulator_value", "initial_accumulator",
            "history_size", "history",
            "max_iter", "max_iterations",
            "step", "lr");

    /// All trajectories that the files hold, except the one that shows a bug of PyTorch 1.13.
    static Stream<GoldenTrajectory> all() {
        return FILES.stream().flatMap(GoldenTrajectory::of);
    }

    private static Stream<GoldenTrajectory> of(String file) {
        JsonNode root = Golden.read(file + ".json");
        return StreamSupport.stream(root.get("trajectories").spliterator(), false)
                .filter(trajectory -> !trajectory.get("id").asText().contains("bug"))
                .map(trajectory -> of(file, root, trajectory));
    }

    private static GoldenTrajectory of(String file, JsonNode root, JsonNode trajectory) {
        String problem = trajectory.path("problem").asText(file.substring("traj_".length()));
        String id = id(trajectory);
        RunRecipe recipe = RunRecipe.of(id, settings(id, trajectory.get("hyper")));
        if (root.has("batches")) {
            recipe = recipe.withBatching(
                    batches(root.get("batches"), trajectory.get("id").asText()));
        }
        JsonNode start = trajectory.has("start")
                ? trajectory.get("start")
                : Golden.read("traj_" + problem + ".json").at("/header/start");
        return new GoldenTrajectory(
                file + " " + trajectory.get("id").asText(),
                objective(problem),
                Golden.numbers(start),
                recipe,
                trajectory);
    }

    private static Objective objective(String problem) {
        return switch (problem) {
            case "w2" -> new Quadratic(Goal.MINIMISE);
            case "rosenbrock" -> new Rosenbrock(Goal.MINIMISE);
            case "linreg" -> linearRegression();
            case "logistic" ->
                LogisticRegression.of(
                        Golden.data("traj_logistic.json"), List.of("x1", "x2"), "y", Optional.empty(), 0, false);
            case "softmax_iris" -> SoftmaxRegression.of(Golden.iris(), Golden.IRIS_FEATURES, "species", 0, false);
            default -> throw new IllegalArgumentException("no objective for " + problem);
        };
    }

    static Objective linearRegression() {
        return LinearRegression.of(
                Golden.data("traj_linreg.json"), List.of("x"), "y", LinearRegression.Loss.MSE, 0, false);
    }

    private static String id(JsonNode trajectory) {
        String name = trajectory.get("optimizer").asText();
        name = name.substring(name.lastIndexOf('.') + 1);
        JsonNode hyper = trajectory.get("hyper");
        return switch (name) {
            case "SGD" ->
                hyper.get("momentum").asDouble() == 0
                        ? "gd"
                        : hyper.get("nesterov").asBoolean() ? "nesterov" : "momentum";
            case "RMSprop" -> hyper.get("centered").asBoolean() ? "rmsprop-centered" : "rmsprop";
            case "Adam" -> hyper.path("amsgrad").asBoolean() ? "amsgrad" : "adam";
            default -> Objects.requireNonNull(IDS.get(name), name);
        };
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
                case "line_search_fn" ->
                    values.put("line_search", new HyperValue.Word(value.isNull() ? "none" : "strong-wolfe"));
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

    /// The batches whose key is the longest that the trajectory's id begins with.
    private static Batching batches(JsonNode all, String id) {
        String key = all.properties().stream()
                .map(Map.Entry::getKey)
                .filter(id::startsWith)
                .max((a, b) -> a.length() - b.length())
                .orElseThrow();
        List<int[]> batches = new ArrayList<>();
        for (JsonNode batch : all.get(key)) {
            int[] rows = new int[batch.size()];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = batch.get(i).asInt();
            }
            batches.add(rows);
        }
        return new Batching.Given(batches);
    }

    RunTask task(int steps) {
        return new RunTask(objective, CATALOGUE.find(recipe.optimizer(), Map.of()), recipe, start, 0, steps);
    }

    @Override
    public String toString() {
        return name;
    }
}
