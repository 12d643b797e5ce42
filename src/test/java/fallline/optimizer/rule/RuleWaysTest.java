package fallline.optimizer.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.optimizer.Optimizer;
import fallline.optimizer.catalogue.FileCatalogue;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Which names of a rule are directions")
class RuleWaysTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gd | g",
                "momentum | b g",
                "nesterov | b g",
                "adam | g m mhat",
                "adamw | m mhat",
                "adadelta | d g",
                "rmsprop | b g",
                "lion | c m",
            })
    @DisplayName("means of gradients are, means of squares are not")
    void catalogue(String id, String names) {
        Optimizer optimizer = FileCatalogue.load().find(id, Map.of());
        assertThat(optimizer.ways().keySet()).containsExactlyInAnyOrder(names.split(" "));
        assertThat(optimizer.ways().values()).as("all point uphill").containsOnly(1);
    }

    @Test
    @DisplayName("a velocity of one's own that is added points where the step goes")
    void own() {
        Optimizer own = RuleOptimizer.parse("own", """
                lr = 0.1 (1e-6 .. 10, log)
                mu = 0.9 (0 .. 0.99)
                state v = 0, s = 0
                s <- s + g^2
                v <- mu*v - lr*g/sqrt(s + 1e-8)
                theta <- theta + v
                """);
        assertThat(own.ways()).isEqualTo(Map.of("v", -1));
    }
}
