package fallline.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.lesson.check.Walk;
import fallline.lesson.state.Change;
import fallline.lesson.state.Named;
import fallline.lesson.state.Script;
import fallline.lesson.state.WordName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// docs/lessons.md says what the code does.
class LessonsPageTest {
    private static String page() throws IOException {
        try (InputStream stream = Lesson.class.getResourceAsStream("/docs/lessons.md")) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    @DisplayName("its example is a lesson that holds")
    void example() throws Exception {
        String page = page();
        int begin = page.indexOf("```lesson\n") + "```lesson\n".length();
        Lesson lesson = Lessons.read(page.substring(begin, page.indexOf("```", begin)));
        assertThat(lesson.steps()).hasSize(3);
        assertThat(new Walk(Lessons.engine()).through(lesson))
                .allSatisfy(finding -> assertThat(finding.faults()).isEmpty());
    }

    @Test
    @DisplayName("its tables have every name, pane, control and assignment, in the words of the code")
    void tables() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Named named : Named.values()) {
            rows.add("| `" + named.word() + "` | " + named.meaning() + " |");
        }
        for (WordName name : WordName.values()) {
            rows.add("| `" + name.word() + "` | " + name.meaning() + " |");
        }
        for (Pane pane : Pane.values()) {
            rows.add("| `" + pane.word() + "` | " + pane.meaning() + " |");
        }
        for (Control control : Control.values()) {
            rows.add("| `" + control.word() + "` | " + control.meaning() + " |");
        }
        assertThat(page()).contains(rows);
        for (String name : Change.NAMES) {
            assertThat(page()).contains("`" + name + " = ");
        }
        for (String name : Script.ANSWERS) {
            assertThat(page()).contains("`" + name + " = …`");
        }
    }
}
