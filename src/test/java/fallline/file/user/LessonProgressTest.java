package fallline.file.user;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.file.answer.Answers;
import fallline.file.answer.Answers.Answer;
import fallline.file.user.LessonProgress.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Progress with lessons")
class LessonProgressTest {
    private final LessonProgressFile file;

    LessonProgressTest(@TempDir Path folder) {
        file = LessonProgressFile.beside(
                new PreferencesFile(folder.resolve("new").resolve("preferences.json")));
    }

    @Test
    @DisplayName("comes back as it was, with every answer in its order")
    void roundTrip() {
        Answers answers = new Answers("slope", "Ünal", List.of())
                .with(new Answer("first", "16", Optional.empty(), true, 1, 2, Optional.of(Instant.EPOCH)))
                .with(new Answer("do it", "", Optional.of("{\"fallline\":1}"), true, 0, 1, Optional.empty()))
                .with(new Answer("last one", "\"ü\" \\ J < 1", Optional.empty(), false, 0, 1, Optional.empty()));
        LessonProgress progress = LessonProgress.NONE
                .with("slope", new Standing(4, answers))
                .with("mine/x y", new Standing(0, new Answers("x y", "", List.of())));
        assertThat(file.write(progress)).isTrue();
        assertThat(file.read()).isEqualTo(progress);
        assertThat(file.read().of("slope").orElseThrow().solved("first")).isTrue();
        assertThat(file.read().of("slope").orElseThrow().solved("last one")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"lessons\": 3}",
                "{\"lessons\": {\"a\": {\"step\": \"x\", \"answers\": {}}}}",
                "{\"lessons\": {\"a\": {\"step\": 1, \"answers\": {\"lesson\": 3}}}}"
            })
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
