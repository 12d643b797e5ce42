package fallline.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FirstRate;
import fallline.objective.formula.FirstRate.Outcome;
import fallline.objective.formula.FunctionCatalogue;
import fallline.optimizer.catalogue.FileCatalogue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SuggestedRatesTest {
    private static final FileCatalogue OPTIMIZERS = FileCatalogue.load();

    static Stream<CatalogueFunction> all() {
        return FunctionCatalogue.all().stream();
    }

    private static Outcome outcome(CatalogueFunction card, String optimizer, double rate, int steps) {
        return FirstRun.of(card, OPTIMIZERS.find(optimizer, Map.of()), rate, steps)
                .outcome(steps);
    }

    @ParameterizedTest
    @MethodSource("all")
    @DisplayName("with a suggested rate a run does what its card says, in 50 to 400 steps")
    void claims(CatalogueFunction card) {
        assertThat(card.rates()).extracting(FirstRate::family).isEqualTo(List.of("gd", "momentum", "adam"));
        for (FirstRate rate : card.rates()) {
            assertThat(rate.steps()).isBetween(50, 400);
            assertThat(outcome(card, rate.family(), rate.rate(), rate.steps()))
                    .as(card.id() + " " + rate)
                    .isEqualTo(rate.outcome());
        }
    }

    @ParameterizedTest
    @DisplayName("the word for a run is the one that a textbook would use")
    @CsvSource({
        "quadratic1d, gd, 0.1, 50, REACHES_THE_MINIMUM",
        "quadratic1d, gd, 1.01, 50, FALLS_OUT_OF_THE_BOX",
        "quadratic1d, gd, 0.001, 50, IS_STILL_ON_ITS_WAY",
        "quadratic1d, gd, 1e-6, 50, STANDS_STILL",
        "absolute, gd, 3, 50, KEEPS_JUMPING",
        "saddle, gd, 0.1, 100, STOPS_AT_A_SADDLE",
        "rastrigin, gd, 0.001, 100, SETTLES_IN_A_LOCAL_MINIMUM",
        "rosenbrock, gd, 0.001, 300, IS_STILL_ON_ITS_WAY",
        "easom, gd, 1e-3, 300, IS_STILL_ON_ITS_WAY",
    })
    void words(String id, String optimizer, double rate, int steps, Outcome outcome) {
        assertThat(outcome(FunctionCatalogue.find(id), optimizer, rate, steps)).isEqualTo(outcome);
    }

    @Test
    @DisplayName("the search finds a rate with which a bowl is descended")
    void search() {
        FirstRate rate = RateSearch.best(FunctionCatalogue.find("sphere"), OPTIMIZERS.find("gd", Map.of()));
        assertThat(rate.outcome()).isEqualTo(Outcome.REACHES_THE_MINIMUM);
        assertThat(rate.rate()).as("a stable rate").isBetween(0.01, 0.5);
    }
}
