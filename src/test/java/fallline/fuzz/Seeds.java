package fallline.fuzz;

import fallline.experiment.edit.NewExperiments;
import fallline.file.ExperimentFile;
import fallline.file.json.UnknownFields;
import fallline.file.share.Envelope;
import fallline.objective.formula.FunctionCatalogue;
import fallline.optimizer.catalogue.FileCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Good inputs, from which bad ones are made.
final class Seeds {
    private static final List<String> FORMULAS = List.of(
            "x^2 + y^2",
            "(a - x)^2 + b*(y - x^2)^2, a = 1 (0 .. 3), b = 100 (1 .. 200, log)",
            "if(x < 0, |x|, √y) + max(x, y, 2) - min(x, 1) ; k = -2e-3",
            "f(x, y) = softplus(x₁y) + atan2(y, x)/½ + floor(3.5e2x)^-3",
            "exp(-x^2/2) sin(2π y) + {sigmoid(x)}(1 + log10(x^2 + 1))");

    private static final List<String> EXPERIMENTS = List.of("""
            {"fallline": 1, "problem": {"kind": "formula", "expression": "x^2 + a*y^2", "variables": ["x", "y"],
             "parameters": {"a": {"value": 1, "min": 0.1, "max": 3, "log": true}}}, "start": [3, -1], "steps": 5, "seed": 7,
             "optimizers": {"mine": "lr = 0.1 (1e-6 .. 10, log)\\ntheta <- theta - lr*g"},
             "runs": [{"name": "A", "optimizer": "adam", "hyperparameters": {"lr": 0.1},
               "schedule": {"kind": "cosine", "t_max": 10, "warmup": {"start_factor": 0.1, "total_iters": 3}},
               "changes": [{"step": 2, "hyperparameters": {"lr": 0.01}}], "modifiers": {"clip_norm": 1, "sam": {"rho": 0.1}, "lookahead": {"k": 2, "alpha": 0.5}}},
              {"optimizer": "mine"}, {"optimizer": "gd", "line_search": {"kind": "backtracking", "c1": 1e-4, "shrink": 0.5}}],
             "view": {"playhead": 3}}""", """
            {"fallline": 1, "problem": {"kind": "linear-regression", "data": {"columns": {"x": [1, 2, 3.5], "y": [1, 2, 4]}},
             "features": ["x"], "target": "y", "degree": 2, "l2": 0.1, "standardise": true, "loss": "half-mse"},
             "runs": [{"optimizer": "momentum", "batch": {"size": 2}, "stream": 1}], "colour": {"deep": [1, null]}}""", """
            {"fallline": 1, "problem": {"kind": "network", "data": {"dataset": "iris"}, "hidden": [3], "activation": "tanh",
             "features": ["sepal_length_cm", "petal_length_cm"], "target": "species", "loss": "cross-entropy"},
             "start": {"random": "he", "scale": 1}, "steps": 3, "runs": [{"optimizer": "rprop"}]}""", """
            {"fallline": 1, "problem": {"kind": "function", "name": "rosenbrock", "goal": "maximise"},
             "runs": [{"optimizer": "lbfgs", "hyperparameters": {"line_search": "strong-wolfe"}}]}""", """
            {"fallline": 1, "problem": {"kind": "logistic-regression", "data": {"csv": "no.csv", "separator": ";"},
             "features": ["x"], "target": "y", "positive": 1}, "runs": [{"optimizer": "gd", "batch": {"rows": [[0]]}}]}""");

    private Seeds() {}

    static List<byte[]> of(Reader reader) {
        return switch (reader) {
            case FORMULA -> bytes(FORMULAS);
            case RULE -> files(Path.of("assets", "catalogue", "optimizers"), ".rule");
            case CARD -> files(Path.of("assets", "catalogue", "functions"), ".function");
            case TABLE -> tables();
            case EXPERIMENT -> bytes(experiments());
            case SHARE -> bytes(codes());
        };
    }

    private static List<byte[]> bytes(List<String> texts) {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static List<byte[]> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            List<byte[]> all = new ArrayList<>();
            for (Path file : files.filter(one -> one.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                all.add(Files.readAllBytes(file));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> tables() {
        List<byte[]> all = new ArrayList<>(files(Path.of("src", "test", "resources", "tables"), "sv"));
        all.addAll(files(Path.of("src", "test", "resources", "tables"), ".txt"));
        all.addAll(bytes(List.of(
                "@relation r\n@attribute a numeric\n@attribute 'b c' {x, y}\n@data\n1, x\n2, y\n?, x\n",
                "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n",
                "a\tC#b\tcD#k\nd\td\tc\nclass\t\t\n1\tx\t2024-01-02\n2\ty\t2024-01-03\n")));
        return all;
    }

    /// Codes, and what is in them: an input that is no code is read as what a code packs.
    private static List<String> codes() {
        List<String> all = new ArrayList<>(EXPERIMENTS);
        EXPERIMENTS.forEach(text -> all.add(Envelope.seal(text.getBytes(StandardCharsets.UTF_8))));
        return all;
    }

    private static List<String> experiments() {
        List<String> all = new ArrayList<>(EXPERIMENTS);
        ExperimentFile file = new ExperimentFile(FileCatalogue.load());
        all.add(file.text(
                new NewExperiments(FileCatalogue.load()).first(),
                Optional.empty(),
                UnknownFields.none(),
                Path.of("").toAbsolutePath()));
        FunctionCatalogue.all().stream()
                .limit(3)
                .map(card -> "{\"fallline\":1,\"problem\":{\"kind\":\"function\",\"name\":\"" + card.id()
                        + "\"},\"runs\":[{\"optimizer\":\"gd\"}]}")
                .forEach(all::add);
        return all;
    }
}
