package fallline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a message repeats")
class QuoteTest {
    @Test
    @DisplayName("is cut after 60 characters, never within one")
    void cut() {
        assertThat(Quote.of("lr = 0.1")).isEqualTo("'lr = 0.1'");
        assertThat(Quote.shortened("x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(Quote.shortened("x".repeat(61))).isEqualTo("x".repeat(59) + "…");
        assertThat(Quote.shortened("x".repeat(58) + "😀😀")).isEqualTo("x".repeat(58) + "…");
    }

    @Test
    @DisplayName("is of a path the end")
    void paths() {
        Path path = Path.of("a".repeat(70), "b.json");
        assertThat(Quote.path(Path.of("b.json"))).isEqualTo("b.json");
        assertThat(Quote.path(path)).hasSize(60).startsWith("…a").endsWith("b.json");
    }

    @Test
    @DisplayName("is of a list the beginning, and how many more there are")
    void lists() {
        assertThat(Quote.list(List.of("a", "b"))).isEqualTo("a, b");
        assertThat(Quote.list(Collections.nCopies(1_000, "column")))
                .startsWith("column, column")
                .endsWith(" and 960 more");
        assertThat(Quote.list(List.of("x".repeat(500)))).hasSize(60);
    }

    @Test
    @DisplayName("has pictures for control characters, and a mark for what cannot be shown")
    void controls() {
        assertThat(Printable.of("a\u001b[2J\n\u0000\u007f")).isEqualTo("a␛[2J␊␀␡");
        assertThat(Printable.of("\u009b\u202e\u2066\ud83d\ufffe")).isEqualTo("�����");
        assertThat(Printable.of("‖∇J‖ θ₁ 😀 é")).isEqualTo("‖∇J‖ θ₁ 😀 é");
        assertThat(Printable.lines("a\n\tb\r")).isEqualTo("a\n\tb␍");
    }
}
