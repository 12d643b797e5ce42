package fallline.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.experiment.Experiment;
import fallline.file.codec.OpenedExperiment;
import fallline.file.json.UnknownFields;
import fallline.io.FileException;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.DataProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A table by path, in an experiment file,")
class PinTest {
    private static final String TABLE = "x,y,name\n1,2,a\n2,3.5,b\n0.1,-0.0,\n4,1e300,d\n";

    /// `printf 'x,y,name\n1,2,a\n…' | sha256sum`
    private static final String HASH = "25ee838fc4a6792eb94c879f10e6c7351b4e77037690eb336008eea26b10eb66";

    private final ExperimentFile files = new ExperimentFile(FileCatalogue.load());
    private final Path folder;
    private final Path table;
    private final Path file;

    PinTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        table = Files.writeString(folder.resolve("points.csv"), TABLE);
        file = folder.resolve("e.fallline");
    }

    private OpenedExperiment open(String beside) {
        return files.parse(
                "e.json",
                "{\"fallline\": 1, \"problem\": {\"kind\": \"linear-regression\", \"data\": {\"csv\": \"points.csv\""
                        + beside + "}, \"features\": [\"x\"], \"target\": \"y\"}, \"runs\": [{\"optimizer\": \"gd\"}]}",
                folder);
    }

    private static Dataset data(Experiment experiment) {
        return DataProblem.of(experiment.problem()).orElseThrow().data();
    }

    private static DataSource.CsvFile source(Experiment experiment) {
        return (DataSource.CsvFile) data(experiment).source();
    }

    private static Experiment carried(Experiment experiment, boolean carried) {
        Dataset data = data(experiment);
        return experiment.withProblem(DataProblem.of(experiment.problem())
                .orElseThrow()
                .withData(data.withSource(source(experiment).withCarried(carried))));
    }

    private String save(Experiment experiment) throws IOException {
        files.write(file, experiment, Optional.empty(), UnknownFields.none());
        return Files.readString(file);
    }

    private static List<Object> cells(Experiment experiment) {
        return data(experiment).columns().stream()
                .<Object>map(column -> switch (column) {
                    case fallline.data.Column.NumberColumn numbers ->
                        java.util.Arrays.stream(numbers.values())
                                .mapToObj(Double::doubleToLongBits)
                                .toList();
                    case fallline.data.Column.TextColumn text -> text.values();
                })
                .toList();
    }

    @Test
    @DisplayName("is pinned by its length and its hash, and goes along while it is small")
    void pinned() throws IOException {
        String text = save(open("").experiment());
        assertThat(text)
                .contains("\"bytes\": " + TABLE.getBytes(StandardCharsets.UTF_8).length, "\"embedded\": true")
                .contains("\"sha256\": \"" + HASH + "\"");
        OpenedExperiment again = files.read(file);
        assertThat(again.warnings()).isEmpty();
        assertThat(source(again.experiment()).rows()).isEqualTo(DataSource.CsvFile.Rows.FILE);
        assertThat(save(again.experiment())).isEqualTo(text);
    }

    @Test
    @DisplayName("stays out of the file when the user wants it so, also after the next opening")
    void notCarried() throws IOException {
        String text = save(carried(open("").experiment(), false));
        assertThat(text).contains("\"pin\"").doesNotContain("embedded", "columns");
        Experiment again = files.read(file).experiment();
        assertThat(source(again).carried()).isFalse();
        assertThat(save(again)).isEqualTo(text);
    }

    @Test
    @DisplayName("does not go along by itself when it is larger than 1 MB")
    void large() throws IOException {
        Files.writeString(table, "x,y,name\n" + "1,2,a\n3,4,b\n".repeat(90_000));
        assertThat(save(open("").experiment())).contains("\"pin\"").doesNotContain("embedded");
        assertThat(source(carried(open("").experiment(), true)).carried()).isTrue();
    }

    @Test
    @DisplayName("is taken from its copy, to the bit, when it has changed; the command line says so")
    void changed() throws IOException {
        Experiment before = open("").experiment();
        String text = save(before);
        Files.writeString(table, TABLE + "5,5,e\n");
        OpenedExperiment window = files.read(file);
        assertThat(source(window.experiment()).rows()).isEqualTo(DataSource.CsvFile.Rows.COPY_OF_CHANGED);
        assertThat(cells(window.experiment())).isEqualTo(cells(before));
        assertThat(window.warnings()).isEmpty(); // the window has a bar for it
        assertThat(save(window.experiment())).isEqualTo(text);
        assertThat(files.withPipes().read(file).warnings())
                .containsExactly("points.csv has changed since this experiment was saved;"
                        + " the copy that was saved with it is used.");
    }

    @Test
    @DisplayName("is taken as it is now when it has changed and has no copy, with one line of warning")
    void changedWithoutCopy() throws IOException {
        save(carried(open("").experiment(), false));
        Files.writeString(table, TABLE + "5,5,e\n");
        OpenedExperiment now = files.read(file);
        assertThat(data(now.experiment()).rows()).isEqualTo(5);
        assertThat(now.warnings())
                .containsExactly("points.csv has changed since this experiment was saved; the new table is used.");
        save(now.experiment());
        assertThat(files.read(file).warnings()).isEmpty();
    }

    @Test
    @DisplayName("is taken from its copy when it is gone or cannot be read; without a copy the file is refused")
    void gone() throws IOException {
        Experiment before = open("").experiment();
        save(before);
        Files.writeString(table, "x,y\n");
        assertThat(cells(files.read(file).experiment())).isEqualTo(cells(before));
        Files.delete(table);
        OpenedExperiment copy = files.read(file);
        assertThat(cells(copy.experiment())).isEqualTo(cells(before));
        assertThat(copy.warnings())
                .containsExactly(
                        "points.csv is not there any more; the copy that was saved with the experiment is" + " used.");
        save(carried(before, false));
        assertThatThrownBy(() -> files.read(file))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("points.csv");
    }

    @Test
    @DisplayName("is not the file's if only the columns differ, where nobody pinned it")
    void unpinned() {
        assertThat(open(", \"embedded\": true, \"columns\": {\"x\": [1, 2], \"y\": [3, 4]}")
                        .experiment()
                        .problem()
                        .objective()
                        .dimension())
                .isEqualTo(2);
        assertThat(source(open(", \"embedded\": true, \"columns\": {\"x\": [1, 2], \"y\": [3, 4]}")
                                .experiment())
                        .rows())
                .isEqualTo(DataSource.CsvFile.Rows.COPY_OF_CHANGED);
    }

    @Test
    @DisplayName("is refused with its place when its pin cannot be one")
    void wrongPins() {
        for (String beside : List.of(
                ", \"pin\": 3",
                ", \"pin\": {\"bytes\": -1, \"sha256\": \"" + "0".repeat(64) + "\"}",
                ", \"pin\": {\"bytes\": 1, \"sha256\": \"xyz\"}",
                ", \"pin\": {\"bytes\": 1, \"sha256\": \"" + "0".repeat(64) + "\", \"time\": \"yesterday\"}",
                ", \"embedded\": true",
                ", \"embedded\": 1")) {
            assertThatThrownBy(() -> open(beside))
                    .isInstanceOf(FileException.class)
                    .hasMessageStartingWith("problem.data");
        }
    }

    @Test
    @DisplayName("keeps what it does not know in its pin")
    void unknown() throws IOException {
        OpenedExperiment opened =
                open(", \"pin\": {\"bytes\": 1, \"sha256\": \"" + "0".repeat(64) + "\", \"owner\": \"me\"}");
        assertThat(opened.warnings()).hasSize(2).anyMatch(warning -> warning.startsWith("problem.data.pin.owner"));
        files.write(file, opened.experiment(), Optional.empty(), opened.unknown());
        assertThat(Files.readString(file)).contains("\"owner\": \"me\"");
    }
}
