package fallline.file.user;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.file.user.LessonProgress.Given;
import fallline.file.user.LessonProgress.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Progress with lessons")
class LessonProgressTest {
    private final LessonProgressFile file;

    LessonProgressTest(@TempDir Path folder) {
        file = LessonProgressFile.beside(new PreferencesFile(folder.resolve("new").resolve("preferences.json")));
    }

    @Test
    @DisplayName("comes back as it was, with every answer in its order")
    void roundTrip() {
        Standing standing = Standing.BEGUN
                .with("first", new Given("19,2", false))
                .with("first", new Given("16", true))
                .with("last one", new Given("\"ü\" \\ J < 1", false))
                .at(4);
        LessonProgress progress = LessonProgress.NONE.with("slope", standing).with("mine/x y", Standing.BEGUN);
        assertThat(file.write(progress)).isTrue();
        assertThat(file.read()).isEqualTo(progress);
        assertThat(file.read().of("slope").orElseThrow().solved("first")).isTrue();
        assertThat(file.read().of("slope").orElseThrow().solved()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"lessons\": 3}", "{\"lessons\": {\"a\": {\"step\": \"x\", \"answers\": {}}}}",
        "{\"lessons\": {\"a\": {\"step\": 1, \"answers\": {\"one\": [3]}}}}"})
    @DisplayName("that cannot be read is none")
    void broken(String text) throws IOException {
        Files.createDirectories(file.file().getParent());
        Files.writeString(file.file(), text);
        assertThat(file.read()).isEqualTo(LessonProgress.NONE);
    }

    @Test
    @DisplayName("of nobody is none")
    void missing() {
        assertThat(file.read()).isEqualTo(LessonProgress.NONE);
    }
}
