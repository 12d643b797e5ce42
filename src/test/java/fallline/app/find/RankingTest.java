package fallline.app.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is found by name")
class RankingTest {
    private static final List<String> NAMES =
            List.of("One step", "Optimizer: AdamW", "Optimizer: Adam", "Ten steps", "Step back", "Data: Iris");

    private static List<String> found(String typed) {
        return Ranking.found(NAMES, typed, name -> name);
    }

    @Test
    @DisplayName("begins with what was typed, before what has it in a later word, in their order")
    void order() {
        assertThat(found("step")).containsExactly("Step back", "One step", "Ten steps");
    }

    @Test
    @DisplayName("has every word, in any order and case, also in a Turkish locale")
    void words() {
        assertThat(found("IRIS data")).containsExactly("Data: Iris");
        assertThat(found("adam opt")).containsExactly("Optimizer: Adam", "Optimizer: AdamW");
    }

    @Test
    @DisplayName("is everything for nothing, and nothing for what no name has")
    void ends() {
        assertThat(found("  ")).hasSameElementsAs(NAMES);
        assertThat(found("zebra")).isEmpty();
    }
}
