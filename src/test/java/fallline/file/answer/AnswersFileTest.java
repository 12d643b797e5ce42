package fallline.file.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.file.answer.Answers.Answer;
import fallline.io.FileException;
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
import org.junit.jupiter.params.provider.CsvSource;

class AnswersFileTest {
    private static final Answers ANSWERS = new Answers(
            "02-learning-rate",
            "Ada \"L.\"",
            List.of(
                    new Answer(
                            "Too far",
                            "",
                            Optional.of("{\"fallline\":1,\"steps\":50}"),
                            true,
                            1,
                            3,
                            Optional.of(Instant.parse("2026-05-01T12:30:00Z"))),
                    new Answer("A steeper bowl", "1/3", Optional.empty(), false, 0, 1, Optional.empty())));

    @Test
    @DisplayName("what is written is read again")
    void roundTrip(@TempDir Path folder) {
        Path file = folder.resolve("ada.answers.json");
        AnswersFile.write(file, ANSWERS);
        assertThat(AnswersFile.read(file)).isEqualTo(ANSWERS);
        assertThat(AnswersFile.parse("a", AnswersFile.text(ANSWERS))).isEqualTo(ANSWERS);
        assertThat(AnswersFile.text(ANSWERS)).startsWith("{\n  \"fallline-answers\": 1,\n  \"lesson\"");
    }

    @Test
    @DisplayName("a step has one answer, the last")
    void with() {
        Answer again = new Answer("Too far", "", Optional.empty(), false, 2, 4, Optional.empty());
        assertThat(ANSWERS.with(again).steps()).hasSize(2).startsWith(again);
        assertThat(ANSWERS.find("Nothing")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{ # breaks off",
                "[] # The file must be an object",
                "{\"lesson\": \"a\"} # fallline-answers is missing",
                "{\"fallline-answers\": 2, \"lesson\": \"a\"} # newer",
                "{\"fallline-answers\": 1} # lesson is missing",
                "{\"fallline-answers\": 1, \"lesson\": \"a\"} # steps is missing",
                "{\"fallline-answers\": 1, \"lesson\": \"a\", \"steps\": [{}]} # steps[0].step is missing",
                "{\"fallline-answers\": 1, \"lesson\": \"a\", \"steps\": [{\"step\": \"x\", \"tries\": -1}]} # steps[0].tries",
                "{\"fallline-answers\": 1, \"lesson\": \"a\", \"steps\": [{\"step\": \"x\", \"at\": \"now\"}]} # a time such as",
                "{\"fallline-answers\": 1, \"lesson\": \"a\", \"steps\": [{\"step\": \"x\"}, {\"step\": \"x\"}]} # answered twice",
                "{\"fallline-answers\": 1, \"lesson\": \"a\", \"steps\": [{\"step\": \"x\", \"experiment\": 3}]} # an object"
            })
    @DisplayName("a file that is none says what is wrong, with its name and in one line")
    void malformed(String text, String words) {
        assertThatThrownBy(() -> AnswersFile.parse("ada.json", text))
                .isInstanceOf(FileException.class)
                .hasMessageContaining(words)
                .hasMessageContaining("ada.json")
                .message()
                .doesNotContain("\n");
    }

    @Test
    @DisplayName("links and large files are no answers")
    void strange(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.json");
        AnswersFile.write(file, ANSWERS);
        Path link = Files.createSymbolicLink(folder.resolve("b.json"), file);
        assertThatThrownBy(() -> AnswersFile.read(link)).hasMessageContaining("no file of its own");
        Path large = Files.write(folder.resolve("c.json"), new byte[4_000_001]);
        assertThatThrownBy(() -> AnswersFile.read(large)).hasMessageContaining("more than 4 MB");
        assertThatThrownBy(() -> AnswersFile.read(folder.resolve("d.json"))).hasMessageContaining("There is no file");
    }
}
