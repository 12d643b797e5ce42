package fallline.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.desk.Dialogs.FileKind;
import fallline.file.ExperimentFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
    private static final List<FileKind> EXPERIMENT = List.of(new FileKind("Experiment", ExperimentFile.ENDINGS));

    @ParameterizedTest(name = "{0} is saved as {1}")
    @CsvSource({
        "bowl, bowl.fallline",
        "bowl.fallline, bowl.fallline",
        "bowl.json, bowl.json",
        "BOWL.JSON, BOWL.JSON",
        "bowl.v2, bowl.v2.fallline"
    })
    void ended(String typed, String saved) {
        Path folder = Path.of("lectures");
        assertThat(FileKind.ended(folder.resolve(typed), EXPERIMENT)).isEqualTo(folder.resolve(saved));
        assertThat(ExperimentFile.isNamedSo(folder.resolve(saved))).isTrue();
    }
}
