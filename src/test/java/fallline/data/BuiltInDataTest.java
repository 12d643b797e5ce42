package fallline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.data.BuiltInData.Check;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInDataTest {
    static Stream<BuiltInData> cards() {
        return BuiltInData.all().stream();
    }

    @Test
    @DisplayName("the index names every file of the folder, and only those")
    void index() throws IOException, URISyntaxException {
        URL index = Objects.requireNonNull(BuiltInDataTest.class.getResource("/catalogue/datasets/index.txt"));
        Path folder = Objects.requireNonNull(Path.of(index.toURI()).getParent());
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> found = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            Set<String> named = cards().flatMap(card -> Stream.of(card.id() + ".csv", card.id() + ".txt"))
                    .collect(Collectors.toSet());
            named.add("index.txt");
            assertThat(found).isEqualTo(named);
        }
    }

    @ParameterizedTest
    @MethodSource("cards")
    @DisplayName("every data set loads, has the columns that its card suggests, and as many rows and gaps as it says")
    void loads(BuiltInData card) {
        CsvTable table = card.load();
        assertThat(table.header()).isTrue();
        assertThat(table.dataset().name()).isEqualTo(card.id());
        assertThat(table.dataset().source()).isEqualTo(new DataSource.BuiltIn(card.id()));
        assertThat(table.dataset().numberNames()).containsAll(card.best().features());
        assertThat(table.dataset().find(card.best().target())).isPresent();
        assertThat(card.checks()).isNotEmpty();
        for (BuiltInData.Suggestion other : card.suggestions()) {
            assertThat(table.dataset().numberNames()).containsAll(other.features());
            assertThat(table.dataset().find(other.target())).isPresent();
            assertThat(card.suggestion(other.model())).contains(other);
        }
        for (Check check : card.checks()) {
            switch (check.quantity()) {
                case "rows" -> assertThat(table.dataset().rows()).isEqualTo((int) check.value());
                case "missing" -> assertThat(table.problemCount()).isEqualTo((long) check.value());
                default -> {} // fits are checked where the models are
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "linear-regression, line_4_plus_3x, false",
        "plane-regression, cars, true",
        "polynomial-regression, anscombe_2, true",
        "logistic-regression, breast_cancer, true",
        "softmax-regression, iris, false"
    })
    @DisplayName("each model opens with one set, which suits it")
    void opens(String model, String id, boolean standardised) {
        List<BuiltInData> openers =
                cards().filter(card -> card.opens().contains(model)).toList();
        assertThat(openers).extracting(BuiltInData::id).containsExactly(id);
        assertThat(openers.getFirst().suggestion(model).orElseThrow().standardise())
                .isEqualTo(standardised);
    }

    @Test
    @DisplayName("words and dates are text, numbers are numbers")
    void types() {
        assertThat(BuiltInData.dataset("cars").numberNames())
                .containsExactly(
                        "miles_per_gallon", "cylinders", "displacement", "horsepower", "weight_lb", "acceleration");
        assertThat(BuiltInData.dataset("iris").numbers("sepal_length_cm"))
                .startsWith(5.1, 4.9)
                .hasSize(150);
    }

    @Test
    @DisplayName("an unknown id is refused with the ids that there are")
    void unknown() {
        assertThatThrownBy(() -> BuiltInData.dataset("irises"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("There is no built-in data set 'irises': choose one of line_4_plus_3x, ")
                .hasMessageContaining("iris, cars");
    }

    @Test
    @DisplayName("a card with a missing key, an unknown key or a bad check is refused by name")
    void badCards() {
        String good = """
                title: t
                model: linear-regression
                features: a, b
                target: y
                teaches: one
                  two
                fact: f
                check: rows = 3 +- 0
                source: s
                licence: l
                """;
        BuiltInData card = BuiltInData.card("x", good);
        assertThat(card.teaches()).isEqualTo("one two");
        assertThat(card.best().features()).containsExactly("a", "b");
        assertThat(card.opens()).isEmpty();
        assertThat(card.checks()).containsExactly(new Check("rows", 3, 0));
        assertThatThrownBy(() -> BuiltInData.card("x", good.replace("source: s\n", "")))
                .hasMessage("Card x has no 'source': add a line 'source: …'.");
        assertThatThrownBy(() -> BuiltInData.card("x", good + "colour: red\n"))
                .hasMessage("Card x has an unknown key 'colour': remove it.");
        assertThatThrownBy(() -> BuiltInData.card("x", good.replace("+- 0", "")))
                .hasMessage("Card x: write 'rows = 3' as 'name = number +- number'.");
    }

    @Test
    @DisplayName("a card's other models are read with their degree and units, and a malformed one is refused by name")
    void otherModels() {
        String card = """
                title: t
                model: linear-regression
                features: a
                target: y
                also: polynomial-regression of degree 3: y from a in standard units;
                  softmax-regression: c from a, b
                teaches: one
                fact: f
                check: rows = 3 +- 0
                source: s
                licence: l
                """;
        BuiltInData read = BuiltInData.card("x", card);
        assertThat(read.suggestion("polynomial-regression"))
                .contains(new BuiltInData.Suggestion("polynomial-regression", List.of("a"), "y", 3, true));
        assertThat(read.suggestion("softmax-regression"))
                .contains(new BuiltInData.Suggestion("softmax-regression", List.of("a", "b"), "c", 1, false));
        assertThat(read.suggestion("linear-regression"))
                .contains(new BuiltInData.Suggestion("linear-regression", List.of("a"), "y", 1, false));
        assertThat(read.suggestion("network")).isEmpty();
        String curved = card.replace("features: a\n", "features: a in standard units with ridge 0.05 in 500 steps\n");
        assertThat(BuiltInData.card("x", curved).best())
                .isEqualTo(new BuiltInData.Suggestion(
                        "linear-regression", List.of("a"), "y", 1, true, 0.05, OptionalInt.of(500)));
        assertThatThrownBy(() -> BuiltInData.card("x", curved.replace("0.05", "1.2.3")))
                .hasMessageStartingWith("Card x: write ");
        assertThatThrownBy(() -> BuiltInData.card("x", card.replace("c from a, b", "c of a, b")))
                .hasMessageStartingWith(
                        "Card x: write 'softmax-regression: c of a, b' as 'model: target from features'");
    }
}
