package fallline.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.experiment.Experiment;
import fallline.file.json.UnknownFields;
import fallline.io.FileException;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file on data with gaps")
class GapsFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    private final ExperimentFile files = new ExperimentFile(FileCatalogue.load());

    @BeforeEach
    void table() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "x,y\n1,2\n,3\n4,7\nn/k,9\n6,\n");
    }

    private Experiment read(String gaps) {
        String text = "{\"fallline\": 1, \"problem\": {\"kind\": \"linear-regression\", \"data\": {\"csv\": \"t.csv\""
                + gaps + "}, \"features\": [\"x\"], \"target\": \"y\"}, \"runs\": [{\"optimizer\": \"gd\"}]}";
        return files.parse("e.json", text, folder).experiment();
    }

    private static double[] target(Experiment experiment) {
        return ((Problem.Linear) experiment.problem()).objective().target();
    }

    @Test
    @DisplayName("skips or fills them as it says, and says so again when it is saved")
    void rules() {
        Experiment skipped = read(", \"gaps\": \"skip\"");
        assertThat(target(skipped)).containsExactly(2, 7);
        Experiment filled = read(", \"gaps\": \"fill\"");
        assertThat(target(filled)).containsExactly(2, 3, 7, 9);
        assertThat(((Problem.Linear) filled.problem()).objective().features().columns()[0])
                .containsExactly(1, 2.5, 4, 2.5);

        String saved = files.text(skipped, Optional.empty(), UnknownFields.none(), folder);
        assertThat(saved).contains("\"gaps\"").contains("\"skip\"");
        assertThat(target(files.parse("again.json", saved, folder).experiment()))
                .containsExactly(2, 7);
        assertThat(files.text(filled, Optional.empty(), UnknownFields.none(), folder))
                .contains("\"fill\"");
    }

    @Test
    @DisplayName("is refused with column, row and remedy where it says nothing")
    void stop() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("problem")
                .hasMessageContaining("column 'x'")
                .hasMessageContaining("row 4")
                .hasMessageContaining("skip or fill such rows (gaps: skip or fill)");
        assertThatThrownBy(() -> read(", \"gaps\": \"guess\""))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("problem.data.gaps must be \"stop\" or \"skip\" or \"fill\", got \"guess\"");
    }

    @Test
    @DisplayName("is refused with the remedy where a number is missing")
    void missing() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "x,y\n1,2\n,3\n4,7\n");
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("column 'x' has a missing value in row 2")
                .hasMessageContaining("gaps: skip or fill");
    }
}
