package fallline.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The glossary")
class GlossaryTest {
    @ParameterizedTest
    @EnumSource(Term.class)
    @DisplayName("says every term in one sentence of one line")
    void sentences(Term term) {
        assertThat(term.sentence())
                .endsWith(".")
                .doesNotContain("\n", "|", "  ", ". ")
                .hasSizeLessThan(150)
                .matches("[\\p{Lu}λ‖−βκωρε∂].*");
    }

    @Test
    @DisplayName("has every word once, among them those that the pictures write")
    void words() {
        assertThat(Term.glossary())
                .extracting(Term::word)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(80);
        assertThat(Term.glossary().stream().flatMap(term -> term.signs().stream()))
                .doesNotHaveDuplicates()
                .contains("J − J*", "‖∇J‖", "κ", "λmax", "R²");
    }

    @Test
    @DisplayName("is the page of the guide: write what this test expects into docs/guide/glossary.md")
    void page() throws IOException {
        assertThat(Files.readString(Path.of("docs", "guide", "glossary.md"))).isEqualTo(Glossary.page());
    }

    @Test
    @DisplayName("finds the longest term that is written, in the order of the words")
    void found() {
        assertThat(Glossary.in("J − J*")).containsExactly(Term.LOSS_GAP);
        assertThat(Glossary.in("J 104.9   ‖∇J‖ 20.48")).containsExactly(Term.LOSS, Term.GRADIENT_NORM);
        assertThat(Glossary.in("sharpness λmax")).containsExactly(Term.SHARPNESS);
        assertThat(Glossary.in("Learning rate")).containsExactly(Term.LEARNING_RATE);
        assertThat(Glossary.in("−∇J")).containsExactly(Term.DESCENT);
        assertThat(Glossary.in("minimum w = 0")).containsExactly(Term.MINIMUM);
    }

    @Test
    @DisplayName("finds nothing in other words, nor in parts of them")
    void nothing() {
        assertThat(Glossary.in("petal_length_cm")).isEmpty();
        assertThat(Glossary.in("jumps, separate, stepwise")).isEmpty();
        assertThat(Glossary.sentences("12.5")).isEmpty();
    }
}
