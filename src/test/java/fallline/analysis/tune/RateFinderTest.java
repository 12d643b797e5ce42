package fallline.analysis.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.Formulas;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.objective.Goal;
import fallline.optimizer.Backtracking;
import fallline.optimizer.Optimizer;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The learning-rate finder")
class RateFinderTest {
    private static final OptimizerCatalogue CATALOGUE = FileCatalogue.load();

    private static Optimizer optimizer(String id) {
        return CATALOGUE.find(id, Map.of());
    }

    private static RateSearch search(String id, Problem problem, double... start) {
        Run run = new Run(id, RunRecipe.of(id, Map.of()));
        Experiment experiment = new Experiment(problem, Start.at(start), 1, 100, List.of(run), Map.of());
        return RateSearch.usual(experiment, run, optimizer(id));
    }

    private static int least(double[] values) {
        int least = 0;
        for (int i = 1; i < values.length; i++) {
            least = values[i] < values[least] ? i : least;
        }
        return least;
    }

    @Test
    @DisplayName("sees gd blow up just beyond 2/λmax: J falls up to that rate, rises from there, and is cut off soon")
    void limit() {
        for (double curvature : new double[] {2, 7, 3000}) {
            RateFinding found =
                    RateFinder.find(search("gd", Formulas.minimise(curvature + "*w^2/2", "w"), 20), () -> false);
            double limit = 2 / curvature;
            int least = least(found.loss());
            assertThat(found.rates()[least]).isLessThanOrEqualTo(limit);
            assertThat(found.rates()[least + 1]).isGreaterThan(limit);
            assertThat(found.least()).contains(found.rates()[least]);
            assertThat(found.diverged().orElseThrow()).isBetween(limit, 4 * limit);
            assertThat(found.steepest().orElseThrow()).isBetween(limit / 1000, limit);
            assertThat(found.tenth().orElseThrow()).isCloseTo(limit / 10, within(0.2 * limit / 10));
        }
    }

    @Test
    @DisplayName("sees the steepest of several directions blow up")
    void severalDirections() {
        RateFinding found =
                RateFinder.find(search("gd", Formulas.minimise("(x^2 + 40*y^2)/2", "x", "y"), 10, 10), () -> false);
        assertThat(found.diverged().orElseThrow()).isBetween(2 / 40.0, 6 * 2 / 40.0);
        assertThat(found.least().orElseThrow())
                .isBetween(2 / 40.0, found.diverged().orElseThrow());
        assertThat(found.steepest().orElseThrow()).isLessThan(2 / 40.0);
    }

    @Test
    @DisplayName("suggests nothing from the limit of a bowl on: 2/λmax of gd, 2(1 + β)/λmax of momentum β")
    void belowTheLimit() {
        Random random = new Random(3);
        int held = 0;
        for (int i = 0; i < 60; i++) {
            double steep = Math.pow(10, random.nextDouble(-1, 3));
            double flat = steep * Math.pow(10, -random.nextDouble(0, 4));
            double little = Math.pow(10, -random.nextDouble(0, 8)); // of the steep direction in the start
            String id = i % 2 == 0 ? "gd" : "momentum";
            RateFinding found = RateFinder.find(
                    search(id, Formulas.minimise("(" + flat + "*x^2 + " + steep + "*y^2)/2", "x", "y"), 10, little),
                    () -> false);
            double limit = (i % 2 == 0 ? 2 : 2 * 1.9) / steep;
            assertThat(found.steepest().orElseThrow()).isLessThan(limit);
            assertThat(found.tenth().orElseThrow()).isLessThan(limit);
            found.limit().ifPresent(told -> assertThat(told).isCloseTo(limit, within(1e-6 * limit)));
            held += found.limit().isPresent() ? 1 : 0;
        }
        assertThat(held).as("the sweep alone would have gone beyond").isBetween(5, 55);
    }

    @Test
    @DisplayName("raises the rate by the same factor at every step")
    void rates() {
        RateSearch search = search("adam", Formulas.minimise("w^2", "w"), 20);
        assertThat(search.rate(0)).isEqualTo(search.from()).isEqualTo(1e-6);
        assertThat(search.rate(149)).isCloseTo(search.to(), within(1e-9));
        RateFinding found = RateFinder.find(search, () -> false);
        assertThat(found.rates()[1] / found.rates()[0]).isCloseTo(found.rates()[60] / found.rates()[59], within(1e-12));
        assertThat(found.smoothed()).hasSameSizeAs(found.loss());
        assertThat(found.smoothed()[0]).as("no pull of the beginning").isCloseTo(found.loss()[0], within(1e-9));
    }

    @Test
    @DisplayName("goes uphill where J is maximised, and falls below 0 without taking it for a divergence")
    void maximised() {
        Experiment hill = new Experiment(
                Formulas.of("5 - (w-3)^2", List.of("w"), Goal.MAXIMISE),
                Start.at(0),
                1,
                100,
                List.of(new Run("gd", RunRecipe.of("gd", Map.of()))),
                Map.of());
        RateFinding found =
                RateFinder.find(RateSearch.usual(hill, hill.runs().getFirst(), optimizer("gd")), () -> false);
        assertThat(found.diverged().orElseThrow()).isBetween(1.0, 5.0);
        assertThat(found.tenth()).isPresent();
    }

    @Test
    @DisplayName("says why there is no rate to be found")
    void obstacles() {
        Run cg = new Run("CG", RunRecipe.of("cg", Map.of()));
        assertThat(RateSearch.obstacle(cg, optimizer("cg"))).get().asString().contains("has no learning rate");
        Run searching =
                new Run("gd", RunRecipe.of("gd", Map.of()).withLineSearch(Optional.of(new Backtracking(1e-4, 0.5))));
        assertThat(RateSearch.obstacle(searching, optimizer("gd")))
                .get()
                .asString()
                .contains("line search");
        assertThat(RateSearch.obstacle(new Run("gd", RunRecipe.of("gd", Map.of())), optimizer("gd")))
                .isEmpty();
        RateSearch usual = search("gd", Formulas.minimise("w^2", "w"), 20);
        assertThatThrownBy(() -> new RateSearch(usual.experiment(), usual.run(), usual.optimizer(), 1, 0.1, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must rise");
    }

    @Test
    @DisplayName("finds nothing where J falls at no rate")
    void nothing() {
        RateFinding found = RateFinder.find(search("gd", Formulas.minimise("w^2", "w"), 0), () -> false);
        assertThat(found.steepest()).isEmpty();
        assertThat(found.tenth()).isEmpty();
    }
}
