package fallline.experiment.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.run.TaskResolver;
import fallline.file.ExperimentFile;
import fallline.optimizer.catalogue.FileCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Experiments whose true verdicts are known; a word with `!` must not be said.
class VerdictCasesTest {
    private static final FileCatalogue OPTIMIZERS = FileCatalogue.load();

    @TestFactory
    @DisplayName("each case ends in its true verdict")
    Stream<DynamicTest> cases(@TempDir Path folder) throws IOException {
        JsonNode cases;
        try (InputStream stream = VerdictCasesTest.class.getResourceAsStream("/verdicts/cases.json")) {
            cases = new ObjectMapper().readTree(stream);
        }
        List<DynamicTest> tests = new ArrayList<>();
        cases.forEach(item -> tests.add(DynamicTest.dynamicTest(item.get("id").asText(), () -> holds(item, folder))));
        assertThat(tests).hasSize(17);
        return tests.stream();
    }

    private static void holds(JsonNode item, Path folder) throws IOException {
        ObjectNode document = ((ObjectNode) item.get("experiment")).put("fallline", 1);
        Path file = Files.writeString(folder.resolve(item.get("id").asText() + ".json"), document.toString());
        Experiment experiment = new ExperimentFile(OPTIMIZERS).read(file).experiment();
        TaskResolver resolver = new TaskResolver(OPTIMIZERS);
        for (int i = 0; i < experiment.runs().size(); i++) {
            Run run = experiment.runs().get(i);
            Verdict verdict = Judged.of(resolver.resolve(experiment, run));
            List<String> said = new ArrayList<>();
            List<String> unsaid = new ArrayList<>();
            item.get("verdicts").get(i).forEach(word -> {
                boolean not = word.asText().startsWith("!");
                (not ? unsaid : said).add(not ? word.asText().substring(1) : word.asText());
            });
            assertThat(verdict.word())
                    .as(run.name() + ": " + verdict.sentence())
                    .isIn(said)
                    .isNotIn(unsaid);
            assertThat(verdict.cause())
                    .isNotBlank()
                    .doesNotContain("lr", "NaN", "null")
                    .doesNotEndWith(".");
        }
    }
}
