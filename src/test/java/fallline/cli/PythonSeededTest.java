package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fallline.data.RandomStream;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Sixty seeded experiments with changes on the way")
class PythonSeededTest {
    private static final int COUNT = 60;

    private static final List<String> FORMULAS = List.of(
            "(x - 1)^2 + 3*(y + x)^2",
            "x^2 + relu(y - 0.3)^2 + ½y^2",
            "cbrt(x^2 + 1) + |y - x|*0.1 + y^2",
            "ln(1 + x^2) + pow(y, 2) + √(x^2 + 2)",
            "atan2(y, x + 9)^2 + x^2/4 + y^2/9",
            "f(x, y) = sigmoid(x)*2 + softplus(-x) + cosh(y/2) + {y}^2/π");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    /// PyTorch's own nadam became what it is in 2.0; the scripts say so.
    private static boolean runs(int seed, boolean old) {
        return !(old && experiment(seed).contains("\"nadam\""));
    }

    private static String experiment(int seed) {
        RandomStream random = RandomStream.of(seed);
        List<Optimizer> all = Session.CATALOGUE.all();
        Optimizer optimizer = all.get(seed % all.size());
        List<String> changes = new ArrayList<>();
        for (int step = 3; step < 25; step += 3 + random.below(8)) {
            changes.add("{\"step\": " + step + ", \"hyperparameters\": {" + change(optimizer, random) + "}}");
        }
        String start = String.format(Locale.ROOT, "[%.4f, %.4f]", random.normal(), random.normal());
        return "{\"fallline\": 1, \"problem\": {\"kind\": \"formula\", \"expression\": \""
                + FORMULAS.get(random.below(FORMULAS.size())) + "\", \"variables\": [\"x\", \"y\"]}, \"start\": "
                + start
                + ", \"seed\": " + seed + ", \"steps\": 30, \"runs\": [{\"optimizer\": \"" + optimizer.id()
                + "\", \"hyperparameters\": {" + change(optimizer, random) + "}, \"changes\": ["
                + String.join(", ", changes) + "]}]}";
    }

    /// A rate, or momentum that is switched on or off, or one more number of the rule.
    private static String change(Optimizer optimizer, RandomStream random) {
        List<String> entries = new ArrayList<>();
        for (Hyperparameter parameter : optimizer.hyperparameters()) {
            if (!(parameter.initial() instanceof HyperValue.Amount(double usual))) {
                continue;
            }
            switch (parameter.name()) {
                case "lr" ->
                    entries.add("\"lr\": " + (optimizer.id().equals("adadelta") ? 1 : 0.01 + 0.02 * random.below(3)));
                case "momentum" ->
                    entries.add("\"momentum\": " + List.of("0", "0.5", "0.9").get(random.below(3)));
                case "weight_decay" -> entries.add("\"weight_decay\": " + (random.below(2) == 0 ? "0" : "0.01"));
                case "beta1", "beta2", "rho", "alpha", "dampening" ->
                    entries.add("\"" + parameter.name() + "\": " + usual * (1 - 0.1 * random.below(2)));
                default -> {}
            }
        }
        return String.join(", ", entries);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"numpy, numpy", "pytorch, torch"})
    @DisplayName("print the engine's traces to 1e-9, all in one interpreter")
    void agree(String target, String module) throws IOException {
        Optional<Python> python = Python.with(module, "numpy");
        assumeTrue(python.isPresent(), "there is no python3 with " + module + " on this machine");
        boolean old = module.equals("torch")
                && !python.orElseThrow()
                        .succeeds("-c", "import torch; assert int(torch.__version__.split('.')[0]) >= 2");
        List<Path> scripts = new ArrayList<>();
        for (int seed = 0; seed < COUNT; seed++) {
            Path file = Files.writeString(folder.resolve(target + seed + ".json"), experiment(seed));
            Path script = folder.resolve(target + seed + ".py");
            done("code", file.toString(), "--target", target, "-o", script.toString());
            done(
                    "run",
                    file.toString(),
                    "--trace",
                    folder.resolve(target + seed + ".csv").toString());
            scripts.add(script);
        }
        python.orElseThrow().run(scripts, folder);
        for (int seed = 0; seed < COUNT; seed++) {
            if (!runs(seed, old)) {
                continue;
            }
            Path errors = Path.of(scripts.get(seed) + ".err");
            assertThat(Files.exists(errors) ? Files.readString(errors) : "")
                    .as(experiment(seed))
                    .isEmpty();
            compare(
                    seed,
                    Files.readAllLines(folder.resolve(target + seed + ".csv")),
                    Files.readAllLines(Path.of(scripts.get(seed) + ".out")));
        }
    }

    /// Beyond this J a run was thrown out by a step that divided by almost nothing, and roundings decide where it went.
    private static final double THROWN_OUT = 1e12;

    private static void compare(int seed, List<String> expected, List<String> actual) {
        assertThat(actual).as(experiment(seed)).hasSameSizeAs(expected);
        // steps that overshoot multiply rounding
        int last = experiment(seed).contains("\"polyak\"") ? 12 : expected.size() - 1;
        for (int i = 1; i <= last; i++) {
            String[] wanted = expected.get(i).split(",", -1);
            if (Math.abs(Double.parseDouble(wanted[4])) > THROWN_OUT) {
                break;
            }
            String[] found = actual.get(i).split(",", -1);
            for (int j = 1; j < wanted.length; j++) {
                if (!wanted[j].equals(found[j])) {
                    double number = Double.parseDouble(wanted[j]);
                    assertThat(Double.parseDouble(found[j]))
                            .as("line %d, column %d of %s", i, j, experiment(seed))
                            .isCloseTo(number, within(1e-9 * Math.max(1, Math.abs(number))));
                }
            }
        }
    }

    private static void done(String... command) {
        var session = new Session();
        assertThat(session.run(command)).as(session.err()).isZero();
    }
}
