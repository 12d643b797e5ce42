package fallline.objective.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardReaderTest {
    private static final String CARD = """
            name: Bowl
            kind: smooth
            source: here
            teaches: Nothing
              much.
            a = 1 (0 .. 3)
            k = 2 (1 .. 1e3, log)
            J(x, y) = (x - a)^2
              + y^2

            box: x -1 .. 2, y -3 .. 3
            # where to begin
            start: 1, -2e-1
            minimum: a, 0
            saddle: pi, 1/2 always
            gd: lr = 0.1, 50 steps, reaches the minimum
            """;

    @Test
    @DisplayName("a card says all that a function needs")
    void whole() {
        CatalogueFunction card = CardReader.read("bowl", CARD);
        assertThat(card.name()).isEqualTo("Bowl");
        assertThat(card.teaches()).isEqualTo("Nothing much.");
        assertThat(card.expression()).isEqualTo("(x - a)^2 + y^2");
        assertThat(card.variables()).containsExactly("x", "y");
        assertThat(card.parameters())
                .isEqualTo(Map.of(
                        "a", new FormulaParameter(1, 0, 3),
                        "k", new FormulaParameter(2, 1, 1000, true)));
        assertThat(card.firstStart()).containsExactly(1, -0.2);
        assertThat(card.box())
                .containsExactly(new CatalogueFunction.Interval(-1, 2), new CatalogueFunction.Interval(-3, 3));
        assertThat(card.pointsFor(Map.of("a", 2.0, "k", 2.0)))
                .extracting(point -> point.kind().word(), point -> point.at()[0])
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("minimum", 2.0),
                        org.assertj.core.groups.Tuple.tuple("saddle", Math.PI));
        assertThat(card.rates())
                .isEqualTo(List.of(new FirstRate("gd", 0.1, 50, FirstRate.Outcome.REACHES_THE_MINIMUM)));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("a mistake is told with its line and the remedy")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "name: Bowl; ; 16; there is no 'name': add a line name: …",
                "name: Bowl; name:; 1; 'name' is empty: say it behind the colon",
                "kind: smooth; kind: soft; 2; there is no kind 'soft': use smooth, kinked, hole, unbounded",
                "source: here; name: here; 3; 'name' is given twice: remove one",
                "source: here; Source here; 3; 'Source here' is no fact, parameter or formula",
                "source: here; origin: here; 3; unknown fact 'origin': use name, kind, source, teaches, box, start",
                "a = 1 (0 .. 3); a = 5 (0 .. 3); 6; the range of a must rise and hold 5: write a = 1 (0 .. 3)",
                "a = 1 (0 .. 3); b = 1 (0 .. 3); 8; unknown name 'a' at column 16: use x, y, b, k, pi, e",
                "J(x, y) = (x - a)^2; J(x, a) = (x - a)^2; 8; the name 'a' is declared twice",
                "J(x, y) = (x - a)^2; J(x, y) = (x - q)^2; 8; unknown name 'q' at column 16: use x, y, a, k, pi, e",
                "J(x, y) = (x - a)^2; K(x, y) = (x - a)^2; 8; 'K(x, y) = (x - a)^2 + y^2' is no fact",
                "box: x -1 .. 2,; box: x 2 .. -1,; 11; the side 'x 2 .. -1' must rise: exchange its ends",
                "box: x -1 .. 2,; box: q -1 .. 2,; 11; 'q -1 .. 2' is no side: write box: x -1 .. 1, y -1 .. 1",
                "y -3 .. 3; z; 11; 'z' is no side: write box: x -1 .. 1, y -1 .. 1",
                "start: 1,; start:; 13; the start has 1 of 2 coordinates: write one for each of x, y",
                "start: 1,; start: a,; 13; a start stands still when a parameter moves: write it in numbers",
                "minimum: a,; minimum: b,; 14; in 'b': unknown name 'b' at column 1: use a, k, pi, e or declare it",
                "lr = 0.1; lr 0.1; 16; the rate of gd cannot be read: write gd: lr = 0.1, 100 steps",
                "reaches; finds; 16; no run 'finds the minimum': use reaches the minimum, settles in",
                "1 .. 1e3; 0 .. 1e3; 7; the range of k must start above 0 if it is log",
            })
    void mistakes(String right, String wrong, int line, String sentence) {
        String text = CARD.replace(right, wrong == null ? "" : wrong);
        assertThat(text).isNotEqualTo(CARD);
        assertThatThrownBy(() -> CardReader.read("bowl", text))
                .isInstanceOfSatisfying(CatalogueException.class, mistake -> {
                    assertThat(mistake.line()).isEqualTo(line);
                    assertThat(mistake).hasMessageStartingWith("bowl, line " + line + ": " + sentence);
                });
    }

    @Test
    @DisplayName("what is used before it is said is refused")
    void order() {
        assertThatThrownBy(() -> CardReader.read("bowl", "minimum: 0"))
                .hasMessage("bowl, line 1: there is no formula above: add a line J(x, y) = …");
        assertThatThrownBy(() -> CardReader.read("bowl", "J(x) = x^2\na = 1 (0 .. 3)"))
                .hasMessage("bowl, line 2: the parameter a stands below the formula: put it above");
        assertThatThrownBy(() -> CardReader.read("bowl", "  more"))
                .hasMessage("bowl, line 1: the card begins with a space, which continues the line above: remove it");
        assertThatThrownBy(() -> CardReader.read("bowl", ""))
                .hasMessage("bowl, line 1: there is no formula above: add a line J(x, y) = …");
    }
}
