package fallline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One reference trajectory, as the experiment file that repeats it.
///
/// @param file the golden file that it is from
/// @param expected its entry there: `steps`, `params`, `loss`, `tol`, `compare_up_to_step`
/// @param experiment the experiment file
record GoldenTrajectory(String file, JsonNode expected, ObjectNode experiment) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, Integer> FEATURES = Map.of("linreg", 1, "logistic", 2, "softmax_iris", 4);

    /// A recipe's optimizer and hyperparameters, as a golden file says them and as we do.
    private record Recipe(String optimizer, ObjectNode hyperparameters) {}

    @Override
    public String toString() {
        return file + "/" + expected.get("id").asText();
    }

    /// All trajectories of a golden file whose problem and optimizer are known here.
    static List<GoldenTrajectory> of(String file, Set<String> problems, Set<String> optimizers) {
        JsonNode root = read("traj_" + file);
        List<GoldenTrajectory> found = new ArrayList<>();
        for (JsonNode entry : root.get("trajectories")) {
            String problem = entry.path("problem").asText(file);
            Optional<Recipe> recipe = recipe(entry).filter(known -> optimizers.contains(known.optimizer()));
            boolean faulty = entry.get("id").asText().contains("bug"); // records a mistake of another library
            if (!problems.contains(problem) || recipe.isEmpty() || faulty) {
                continue;
            }
            JsonNode base = read("traj_" + problem);
            ObjectNode experiment = JSON.objectNode();
            experiment.put("fallline", 1);
            experiment.set("problem", problem(problem, base));
            experiment.set("start", entry.has("start") ? entry.get("start") : base.at("/header/start"));
            experiment.put("steps", 200);
            ObjectNode run = experiment.putArray("runs").addObject();
            run.set("name", entry.get("id"));
            run.put("optimizer", recipe.get().optimizer());
            run.set("hyperparameters", recipe.get().hyperparameters());
            batches(root, entry.get("id").asText())
                    .ifPresent(rows -> run.putObject("batch").set("rows", rows));
            found.add(new GoldenTrajectory(file, entry, experiment));
        }
        return found;
    }

    /// The order of rows whose name begins the trajectory's id, the longest if there are several.
    private static Optional<JsonNode> batches(JsonNode root, String id) {
        return root.path("batches").properties().stream()
                .filter(order -> id.startsWith(order.getKey()))
                .max(Comparator.comparingInt(order -> order.getKey().length()))
                .map(Map.Entry::getValue);
    }

    static JsonNode read(String name) {
        try (InputStream in = GoldenTrajectory.class.getResourceAsStream("/golden/" + name + ".json")) {
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode problem(String name, JsonNode base) {
        return switch (name) {
            case "w2" -> formula("w^2", "w");
            case "rosenbrock" -> formula("(1-x)^2 + 100*(y-x^2)^2", "x", "y");
            case "linreg" -> data(base.get("data"), name).put("kind", "linear-regression");
            case "logistic" ->
                data(base.get("data"), name).put("kind", "logistic-regression").put("positive", "1");
            case "softmax_iris" -> softmax(base.get("data")).put("kind", "softmax-regression");
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static ObjectNode softmax(JsonNode data) {
        ObjectNode node = data(data, "softmax_iris");
        ArrayNode words = ((ObjectNode) node.at("/data/columns")).putArray("target");
        data.get("y").forEach(code -> words.add(data.get("classes").get(code.asInt())));
        return node;
    }

    private static ObjectNode formula(String expression, String... variables) {
        ObjectNode node = JSON.objectNode().put("kind", "formula").put("expression", expression);
        ArrayNode names = node.putArray("variables");
        List.of(variables).forEach(names::add);
        return node;
    }

    private static ObjectNode data(JsonNode data, String name) {
        ObjectNode node = JSON.objectNode().put("target", "target");
        ObjectNode columns = node.putObject("data").putObject("columns");
        ArrayNode features = node.putArray("features");
        for (int j = 0; j < FEATURES.getOrDefault(name, 0); j++) {
            String feature = "x" + (j + 1);
            features.add(feature);
            ArrayNode column = columns.putArray(feature);
            for (JsonNode row : data.has("X") ? data.get("X") : data.get("x")) {
                column.add(row.isArray() ? row.get(j) : row);
            }
        }
        columns.set("target", data.get("y"));
        return node;
    }

    private static Optional<Recipe> recipe(JsonNode entry) {
        JsonNode h = entry.get("hyper");
        String full = entry.get("optimizer").asText();
        String optimizer = full.substring(full.lastIndexOf('.') + 1);
        ObjectNode values = JSON.objectNode();
        values.set("lr", h.get("lr"));
        String id =
                switch (optimizer) {
                    case "SGD" -> sgd(h, values);
                    case "Adagrad" -> {
                        values.set("initial_accumulator", h.get("initial_accumulator_value"));
                        yield with("adagrad", h, values, "lr_decay", "eps");
                    }
                    case "Adadelta" -> with("adadelta", h, values, "rho", "eps");
                    case "RMSprop" ->
                        with(
                                h.get("centered").asBoolean() ? "rmsprop-centered" : "rmsprop",
                                h,
                                values,
                                "alpha",
                                "eps",
                                "momentum");
                    case "Adam" ->
                        withBetas(h.path("amsgrad").asBoolean() ? "amsgrad" : "adam", h, values, "eps", "weight_decay");
                    case "AdamW" -> withBetas("adamw", h, values, "eps", "weight_decay");
                    case "NAdam" -> withBetas("nadam", h, values, "eps", "momentum_decay");
                    case "RAdam" -> withBetas("radam", h, values, "eps");
                    case "Adamax" -> withBetas("adamax", h, values, "eps");
                    case "Rprop" -> {
                        values.set("eta_minus", h.at("/etas/0"));
                        values.set("eta_plus", h.at("/etas/1"));
                        values.set("step_min", h.at("/step_sizes/0"));
                        values.set("step_max", h.at("/step_sizes/1"));
                        yield "rprop";
                    }
                    case "Lion" -> with("lion", h, values, "beta1", "beta2", "weight_decay");
                    case "AdaBelief" -> with("adabelief", h, values, "beta1", "beta2", "eps");
                    case "Newton" -> {
                        values.removeAll();
                        yield "newton";
                    }
                    case "LBFGS" -> {
                        values.set("history", h.get("history_size"));
                        values.set("max_iterations", h.get("max_iter"));
                        values.put("line_search", h.path("line_search_fn").isTextual() ? "strong-wolfe" : "none");
                        yield "lbfgs";
                    }
                    default -> "";
                };
        return id.isEmpty() ? Optional.empty() : Optional.of(new Recipe(id, values));
    }

    private static String sgd(JsonNode h, ObjectNode values) {
        if (h.get("momentum").asDouble() == 0) {
            return with("gd", h, values, "weight_decay");
        }
        return h.get("nesterov").asBoolean()
                ? with("nesterov", h, values, "momentum", "weight_decay")
                : with("momentum", h, values, "momentum", "dampening", "weight_decay");
    }

    private static String withBetas(String id, JsonNode h, ObjectNode values, String... names) {
        values.set("beta1", h.at("/betas/0"));
        values.set("beta2", h.at("/betas/1"));
        return with(id, h, values, names);
    }

    private static String with(String id, JsonNode h, ObjectNode values, String... names) {
        for (String name : names) {
            if (h.has(name)) {
                values.set(name, h.get(name));
            }
        }
        return id;
    }
}
