package fallline.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.experiment.Experiment;
import fallline.experiment.RecordedPath;
import fallline.experiment.Run;
import fallline.file.codec.OpenedExperiment;
import fallline.file.json.UnknownFields;
import fallline.io.FileException;
import fallline.optimizer.catalogue.FileCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A file with recorded runs")
class RecordedFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    private final ExperimentFile files = new ExperimentFile(FileCatalogue.load());

    @BeforeEach
    void table() throws IOException {
        Files.createDirectories(folder.resolve("traces"));
        Files.writeString(
                folder.resolve("traces/t.csv"),
                "run,step,loss,x\nSGD,0,4,2\nSGD,3,1,-1\nAdam,0,4,2\nAdam,250,0.25,0.5\n");
        Files.writeString(folder.resolve("half.csv"), "step,loss,x\n0,4,2\n");
    }

    private OpenedExperiment read(String variables, String run) {
        String text = "{\"fallline\": 1, \"problem\": {\"kind\": \"formula\", \"expression\": \"" + variables
                + "\", \"variables\": [" + (variables.contains("y") ? "\"x\", \"y\"" : "\"x\"")
                + "]}, \"steps\": 100, \"runs\": [{\"optimizer\": \"gd\"}, " + run + "]}";
        return files.parse("e.json", text, folder);
    }

    private static RecordedPath path(Experiment experiment) {
        return experiment.runs().get(1).recorded().orElseThrow();
    }

    @Test
    @DisplayName("reads them by a path relative to itself, and writes what it read, unknown fields too")
    void roundTrip() throws IOException {
        OpenedExperiment opened = read(
                "x^2",
                "{\"recorded\": {\"csv\": \"traces/t.csv\", \"run\": \"Adam\", \"by\": \"torch\"}, \"host\": 7}");
        Experiment experiment = opened.experiment();
        Run run = experiment.runs().get(1);
        assertThat(run.name()).isEqualTo("Adam");
        assertThat(path(experiment).lastStep()).isEqualTo(250);
        assertThat(experiment.steps()).isEqualTo(250);
        assertThat(opened.warnings())
                .anyMatch(warning -> warning.startsWith("steps is 100, but a recorded path goes on to step 250"));

        String saved = files.text(experiment, Optional.empty(), opened.unknown(), folder);
        assertThat(saved).contains("\"csv\" : \"traces/t.csv\"".replace(" :", saved.contains("\" :") ? " :" : ":"));
        assertThat(saved).contains("\"host\"").contains("\"by\"").doesNotContain("\"columns\"");
        Experiment again = files.parse("again.json", saved, folder).experiment();
        assertThat(again.runs()).isEqualTo(experiment.runs());

        Path inner = Files.createDirectories(folder.resolve("inner"));
        assertThat(files.text(experiment, Optional.empty(), UnknownFields.none(), inner))
                .contains("../traces/t.csv");
    }

    @Test
    @DisplayName("carries one along, and needs its table no more")
    void carried() throws IOException {
        Experiment experiment = read("x^2", "{\"recorded\": {\"csv\": \"traces/t.csv\", \"run\": \"SGD\"}}")
                .experiment();
        Experiment carrying =
                experiment.withRun("SGD", new Run("SGD", path(experiment).withCarried(true)));
        String saved = files.text(carrying, Optional.empty(), UnknownFields.none(), folder);
        Files.delete(folder.resolve("traces/t.csv"));
        Experiment again = files.parse("again.json", saved, folder).experiment();
        assertThat(again.runs()).isEqualTo(carrying.runs());
        assertThat(path(again).number("x", 1)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"recorded": {"csv": "none.csv"}}                       | runs[1].recorded.csv
                    {"recorded": {"csv": "traces/t.csv"}}                   | t.csv holds 2 runs: choose one of SGD, Adam
                    {"recorded": {"csv": "traces/t.csv", "run": "adam"}}    | runs[1].recorded.run: t.csv has no run 'adam': choose one of SGD, Adam
                    {"recorded": {}}                                        | runs[1].recorded
                    {"recorded": 3}                                         | runs[1].recorded
                    {"recorded": {"csv": "half.csv"}, "optimizer": "gd"}    | runs[1].optimizer: a recorded path was computed elsewhere and has no settings
                    {"recorded": {"csv": "half.csv"}, "batch": {"size": 1}} | runs[1].batch: a recorded path
                    {"name": "half", "recorded": {"csv": "half.csv"}}       | runs[1]: half.csv has a column x but none for a parameter y
                    """)
    @DisplayName("says in one sentence with its place what does not fit")
    void refusals(String run, String sentence) {
        assertThatThrownBy(() -> read("x^2 + y^2", run))
                .isInstanceOf(FileException.class)
                .hasMessageContaining(sentence);
    }
}
