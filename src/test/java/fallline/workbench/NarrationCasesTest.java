package fallline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.judge.Digits;
import fallline.experiment.judge.Tone;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.ViewState;
import fallline.file.ExperimentFile;
import fallline.optimizer.catalogue.FileCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The word in a run's row, for all of it, and the words at the playhead, for a step.
class NarrationCasesTest {
    private static final FileCatalogue OPTIMIZERS = FileCatalogue.load();

    @TestFactory
    @DisplayName("the words at the playhead never seem to contradict the word for the whole run")
    Stream<DynamicTest> cases(@TempDir Path folder) throws IOException {
        JsonNode cases;
        try (InputStream stream = NarrationCasesTest.class.getResourceAsStream("/verdicts/cases.json")) {
            cases = new ObjectMapper().readTree(stream);
        }
        List<DynamicTest> tests = new ArrayList<>();
        cases.forEach(item -> tests.add(DynamicTest.dynamicTest(item.get("id").asText(), () -> agree(item, folder))));
        assertThat(tests).hasSize(17);
        return tests.stream();
    }

    private static void agree(JsonNode item, Path folder) throws IOException {
        ObjectNode document = ((ObjectNode) item.get("experiment")).put("fallline", 1);
        Path file = Files.writeString(folder.resolve(item.get("id").asText() + ".json"), document.toString());
        Experiment experiment = new ExperimentFile(OPTIMIZERS).read(file).experiment();
        Queue<Runnable> own = new ConcurrentLinkedQueue<>();
        Workbench workbench = new Workbench(
                experiment, ViewState.initial(experiment), new TaskResolver(OPTIMIZERS), Runnable::run, own::add);
        int last = experiment.steps();
        for (Run run : experiment.runs()) {
            IntStream.of(0, 1, 2, 3, last / 4, last / 2, last - 1, last)
                    .map(step -> Math.max(0, step))
                    .distinct()
                    .forEach(step -> {
                        workbench.look(workbench.view().withChosen(run.name()).withPlayhead(step));
                        for (Runnable next = own.poll(); next != null; next = own.poll()) {
                            next.run();
                        }
                        agree(workbench.scene(), run.name(), step);
                    });
        }
    }

    private static void agree(Scene scene, String run, int step) {
        Verdict verdict = scene.record(run).orElseThrow().verdict().orElseThrow();
        Narration said = Narration.of(scene);
        if (said.tone() == Tone.GOOD) {
            assertThat(verdict.tone()).as(said.sentence()).isEqualTo(Tone.GOOD);
        }
        boolean ofTheStep = !said.sentence().contains(verdict.cause());
        if (ofTheStep && said.tone() != Tone.GOOD) {
            assertThat(said.sentence())
                    .contains(" at step " + Digits.whole(step) + " ")
                    .endsWith("; in the end: " + verdict.word());
        }
    }
}
