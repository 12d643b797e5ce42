package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Experiment;
import fallline.file.ExperimentFile;
import fallline.file.codec.OpenedExperiment;
import fallline.file.example.Example;
import fallline.file.example.Examples;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The experiments that come with the program:")
class ExamplesTest {
    /// What each of them is there to show, by the words of its verdicts.
    private static final Map<String, List<String>> SHOWN = Map.of(
            "parabola", List.of("not there yet", "not there yet"),
            "line", List.of("converged"),
            "logistic", List.of("converged", "converged"),
            "race", List.of("crawling", "not there yet", "not there yet", "crawling", "converged"),
            "noisy", List.of("converged", "hovering", "hovering", "not there yet"),
            "moons", List.of("not there yet", "not there yet"),
            "formula", List.of("converged", "not there yet"),
            "rule", List.of("not there yet", "converged"),
            "saddle", List.of("not there yet", "not there yet", "saddle"),
            "edge", List.of("oscillating"));

    private final Path folder;

    ExamplesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static List<Example> examples() {
        return Examples.all();
    }

    private Path file(Example example) throws IOException {
        try (var stream = ExamplesTest.class.getResourceAsStream("/examples/" + example.file())) {
            assertThat(stream).isNotNull();
            return Files.writeString(
                    folder.resolve(example.file()), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    @DisplayName("ten, each with a title and a sentence of its own")
    void ten() {
        List<Example> all = Examples.all();
        assertThat(all).extracting(Example::id).containsExactlyInAnyOrderElementsOf(SHOWN.keySet());
        assertThat(all).extracting(Example::title).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(all)
                .extracting(Example::about)
                .doesNotHaveDuplicates()
                .allMatch(about -> about.endsWith(".") || about.endsWith("?"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    @DisplayName("is read without a warning, and is the same when it was saved")
    void reads(Example example) {
        OpenedExperiment opened = Examples.open(example, Session.CATALOGUE);
        assertThat(opened.warnings()).isEmpty();
        assertThat(opened.view()).isPresent();
        Path file = folder.resolve("again.fallline");
        ExperimentFile files = new ExperimentFile(Session.CATALOGUE);
        files.write(file, opened.experiment(), opened.view(), opened.unknown());
        Experiment again = files.read(file).experiment();
        assertThat(again.runs()).isEqualTo(opened.experiment().runs());
        assertThat(again.startPoint()).isEqualTo(opened.experiment().startPoint());
    }

    @ParameterizedTest
    @MethodSource("examples")
    @DisplayName("runs, ends as it is meant to, and is drawn")
    void runs(Example example) throws IOException {
        var session = new Session();
        String file = file(example).toString();
        assertThat(session.run("run", file)).isZero();
        List<String> lines = session.out().lines().skip(1).toList();
        List<String> shown = SHOWN.getOrDefault(example.id(), List.of());
        assertThat(lines).hasSameSizeAs(shown);
        for (int i = 0; i < shown.size(); i++) {
            assertThat(lines.get(i)).contains("  " + shown.get(i));
        }
        File picture = folder.resolve(example.id() + ".png").toFile();
        assertThat(session.run("render", file, "--view", "dashboard", "-o", picture.toString()))
                .as(session.err())
                .isZero();
        assertThat(ImageIO.read(picture).getWidth()).isGreaterThan(600);
    }
}
