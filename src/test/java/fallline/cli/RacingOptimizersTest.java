package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fallline.experiment.Experiment;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.file.ExperimentFile;
import fallline.objective.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The optimizers that race, lookahead and SAM")
class RacingOptimizersTest {
    private static final Path SCRIPT = Path.of("src", "test", "python", "racing_optimizers.py");
    private static final double CLOSE = 1e-12;

    /// One path of the authors' equations, and the experiment that should follow it.
    record Reference(JsonNode node) {
        @Override
        public String toString() {
            JsonNode run = node.at("/experiment/runs/0");
            return node.get("problem").asText() + " " + run.get("optimizer").asText() + " " + run.get("hyperparameters")
                    + run.path("modifiers");
        }
    }

    static Stream<Reference> references() {
        return StreamSupport.stream(Golden.read("racing_optimizers.json").spliterator(), false)
                .map(Reference::new);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    @DisplayName("follow their authors' equations, as an independent script has them, to 1e-12")
    void follow(Reference reference) throws IOException {
        Experiment experiment = new ExperimentFile(Session.CATALOGUE)
                .parse("racing.json", reference.node().get("experiment").toString(), Path.of(""))
                .experiment();
        RunTask task = new TaskResolver(Session.CATALOGUE)
                .resolve(experiment, experiment.runs().getFirst());
        Trace trace = TraceRecorder.record(task, () -> false, _ -> {});
        JsonNode path = reference.node().get("path");
        assertThat(trace.length()).isEqualTo(path.size());
        boolean sam = reference.node().at("/experiment/runs/0/modifiers/sam").isObject();
        for (int k = 0; k < path.size(); k++) {
            double[] expected = Golden.numbers(path.get(k));
            for (int i = 0; i < expected.length; i++) {
                assertThat(trace.parameter(k, i))
                        .as("step %d, parameter %d", k, i)
                        .isCloseTo(expected[i], within(CLOSE * Math.max(1, Math.abs(expected[i]))));
            }
            assertThat(trace.evaluations(k)).as("gradients at step %d", k).isEqualTo(sam ? 2L * k : k);
        }
    }

    @Test
    @DisplayName("have the paths that the script prints now")
    void script(@TempDir Path folder) throws IOException {
        Optional<Python> python = Python.with("numpy");
        assumeTrue(python.isPresent(), "there is no python3 with numpy on this machine");
        Path copy = Files.copy(SCRIPT, folder.resolve("racing.py"));
        python.orElseThrow().run(List.of(copy), folder);
        JsonNode now = new ObjectMapper().readTree(Files.readString(Path.of(copy + ".out")));
        JsonNode kept = Golden.read("racing_optimizers.json");
        assertThat(now).hasSameSizeAs(kept);
        for (int i = 0; i < kept.size(); i++) {
            assertThat(now.get(i).get("experiment")).isEqualTo(kept.get(i).get("experiment"));
            for (int k = 0; k < kept.get(i).get("path").size(); k++) {
                double[] expected = Golden.numbers(kept.get(i).get("path").get(k));
                double[] found = Golden.numbers(now.get(i).get("path").get(k));
                for (int j = 0; j < expected.length; j++) {
                    assertThat(found[j]).isCloseTo(expected[j], within(CLOSE * Math.max(1, Math.abs(expected[j]))));
                }
            }
        }
    }
}
