package fallline.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fallline.text.Quote;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The text of a card")
class CardTextTest {
    private static final CardText.Limits LIMITS = new CardText.Limits("a card", 10_000, 10);

    private static List<CardLine> lines(String text) throws CardException {
        return CardText.lines(text, CardText.Indent.CONTINUES, LIMITS);
    }

    private static CardScanner scanner(String text) {
        return new CardScanner(CardLine.of(text), 0);
    }

    @Test
    @DisplayName("is cut into lines that know where each character stood")
    void places() throws CardException {
        List<CardLine> lines = lines("# a comment\n\nname: A bowl\n   that is round\n  # nor this\nkind: smooth");
        assertThat(lines).extracting(CardLine::text).containsExactly("name: A bowl that is round", "kind: smooth");
        CardLine first = lines.getFirst();
        int that = first.text().indexOf("that");
        assertThat(first.number()).isEqualTo(3);
        assertThat(first.line(that)).isEqualTo(4);
        assertThat(first.column(that)).isEqualTo(4);
        assertThat(first.column(that - 2)).isEqualTo(12);
        Fact fact = first.fact().orElseThrow();
        assertThat(fact.key()).isEqualTo("name");
        assertThat(fact.value()).isEqualTo("A bowl that is round");
        assertThat(fact.mistake("no", "").column()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"theta <- lr \"step: one\"", ": x", "1 key: x", "J(x): 3", "none"})
    @DisplayName("has no fact where no key stands before a colon")
    void noFact(String text) {
        assertThat(CardLine.of(text).fact()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", ".5, 0.5", "2., 2", "-1e-3, -0.001", "− 2, -2", "+1E5, 100000", "1e, 1", "0.1.., 0.1"})
    @DisplayName("has numbers as people type them")
    void numbers(String text, double value) throws CardException {
        assertThat(scanner(text).number("it")).isEqualTo(value);
    }

    @Test
    @DisplayName("has declarations with a range and limits")
    void declaration() throws CardException {
        CardScanner scanner = scanner("lr = 1e-3 (1e-6..10,log) in (0, inf) beta = .9 (0 … 1)");
        assertThat(scanner.isAtRange()).isTrue();
        Declaration lr = scanner.declaration(scanner.name(), 0);
        assertThat(lr.value()).isEqualTo(1e-3);
        assertThat(lr.range()).contains(new Declaration.Range(1e-6, 10, true));
        assertThat(lr.limits()).contains(new Declaration.Limits(0, false, Double.POSITIVE_INFINITY, false));
        assertThat(scanner.isAtRange()).isTrue();
        assertThat(scanner.declaration(scanner.name(), scanner.at()).range())
                .contains(new Declaration.Range(0, 1, false));
        assertThat(scanner.atEnd()).isTrue();
        assertThat(scanner("c = 2 (x + 1)").isAtRange()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "9999999999e999"})
    @DisplayName("has no number that is too large to be one")
    void tooLarge(String text) {
        assertThat(catchThrowableOfType(CardException.class, () -> scanner(text).number("it")))
                .hasMessage("it is too large: the largest number is 1.7e308");
    }

    @Test
    @DisplayName("is refused with a sentence when it is too long")
    void tooLong() {
        assertThat(catchThrowableOfType(CardException.class, () -> lines("x".repeat(10_001))))
                .hasMessage("a card has at most 10\u202f000 characters: take some out");
        assertThat(catchThrowableOfType(CardException.class, () -> lines("x: y\n".repeat(11))))
                .hasMessage("a card has at most 10 lines: take some out");
    }

    @Test
    @DisplayName("is quoted to 60 characters, and no character is cut in two")
    void quotes() {
        assertThat(Quote.of("short")).isEqualTo("'short'");
        assertThat(Quote.shortened("x".repeat(61))).isEqualTo("x".repeat(59) + "…");
        assertThat(Quote.shortened("x".repeat(58) + "😀".repeat(9))).isEqualTo("x".repeat(58) + "…");
    }
}
