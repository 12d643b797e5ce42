package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fallline.analysis.compare.CompareQuestion;
import fallline.analysis.compare.Comparison;
import fallline.analysis.compare.Tolerance;
import fallline.experiment.Experiment;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.file.ExperimentFile;
import fallline.workbench.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The Python of docs/recorded-paths.md")
class RecordedPythonTest {
    private static final Pattern SCRIPT = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    /// The script of the page that writes `csv`, changed to write `target`.
    private Path script(String csv, String target, String before, String after) throws IOException {
        Matcher scripts = SCRIPT.matcher(Files.readString(Path.of("docs", "recorded-paths.md")));
        String script = scripts.results()
                .map(found -> found.group(1))
                .filter(text -> text.contains("\"" + csv + "\""))
                .findFirst()
                .orElseThrow();
        assertThat(script).contains(before);
        String changed = script.replace("\"" + csv + "\"", "r\"" + folder.resolve(target) + "\"");
        return Files.writeString(folder.resolve(target + ".py"), changed.replace(before, after));
    }

    /// Runs scripts in one interpreter.
    private void run(String module, Path... scripts) throws IOException {
        Optional<Python> python = Python.with(module, "numpy");
        assumeTrue(python.isPresent(), "there is no python3 with " + module + " on this machine");
        python.get().run(List.of(scripts), folder);
        for (Path script : scripts) {
            Path errors = Path.of(script + ".err");
            assertThat(Files.exists(errors) ? Files.readString(errors) : "").isEmpty();
        }
    }

    private Experiment experiment(String runs) {
        return new ExperimentFile(Session.CATALOGUE)
                .parse(
                        "e.json",
                        "{\"fallline\": 1, \"problem\": {\"kind\": \"linear-regression\", \"data\": {\"columns\":"
                                + " {\"x\": [0, 1, 2, 3], \"y\": [4.5, 6.5, 10.5, 12.5]}}, \"features\": [\"x\"],"
                                + " \"target\": \"y\"}, \"steps\": 200, \"runs\": [" + runs + "]}",
                        folder)
                .experiment();
    }

    private static RunRecord.Path path(Experiment experiment, int run) {
        var task = new TaskResolver(Session.CATALOGUE)
                .resolve(experiment, experiment.runs().get(run));
        return new RunRecord.Path(task, TraceRecorder.record(task, () -> false, _ -> {}));
    }

    private Comparison compared(String ours, String csv) {
        Experiment experiment = experiment("{\"name\": \"Ours\", " + ours + "}, {\"name\": \"Torch\", \"recorded\":"
                + " {\"csv\": \"" + csv + "\"}}");
        RunRecord.Path torch = path(experiment, 1);
        assertThat(torch.trace().lossDifference()).isEmpty();
        return new CompareQuestion("Ours", path(experiment, 0), "Torch", torch, Tolerance.USUAL).answer(() -> false);
    }

    @Test
    @DisplayName("writes PyTorch's Adam and SGD, with which our own agree to 10⁻⁹")
    void torch() throws IOException {
        run(
                "torch",
                script("adam.csv", "adam.csv", "", ""),
                script(
                        "adam.csv",
                        "sgd.csv",
                        "Adam(model.parameters(), lr=0.1)",
                        "SGD(model.parameters(), lr=0.02, momentum=0.9)"));
        Comparison adam = compared("\"optimizer\": \"adam\", \"hyperparameters\": {\"lr\": 0.1}", "adam.csv");
        assertThat(adam.sentence()).startsWith("Ours and Torch agree to 10⁻⁹ at all 201 steps that both have");
        Comparison momentum = compared(
                "\"optimizer\": \"momentum\", \"hyperparameters\": {\"lr\": 0.02, \"momentum\": 0.9}", "sgd.csv");
        assertThat(momentum.sentence()).startsWith("Ours and Torch agree to 10⁻⁹ at all 201 steps that both have");
        Comparison other = compared("\"optimizer\": \"adam\", \"hyperparameters\": {\"lr\": 0.11}", "adam.csv");
        assertThat(other.parting()).contains(1);
        assertThat(other.sentence()).contains("the stages of its rule cannot be compared");
    }

    @Test
    @DisplayName("writes a path of scikit-learn's that lies on the surface, and losses that are a curve")
    void sklearn() throws IOException {
        run("sklearn", script("sgd.csv", "sgd.csv", "", ""), script("mlp.csv", "mlp.csv", "", ""));
        Trace sgd = path(experiment("{\"name\": \"SGD\", \"recorded\": {\"csv\": \"sgd.csv\"}}"), 0)
                .trace();
        assertThat(sgd.hasPath()).isTrue();
        assertThat(sgd.isRecorded(0)).isFalse();
        assertThat(sgd.lastStep()).isEqualTo(50);
        assertThat(sgd.lossDifference()).isEmpty();
        assertThat(sgd.parameter(50, 1)).isBetween(2.5, 3.1);
        Trace mlp = path(experiment("{\"name\": \"MLP\", \"recorded\": {\"csv\": \"mlp.csv\"}}"), 0)
                .trace();
        assertThat(mlp.hasPath()).isFalse();
        assertThat(mlp.lastStep()).isEqualTo(60);
        assertThat(mlp.loss(60)).isLessThan(mlp.loss(1));
    }
}
