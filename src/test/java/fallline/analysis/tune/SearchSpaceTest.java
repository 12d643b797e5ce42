package fallline.analysis.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Hyperparameter.Range;
import fallline.optimizer.Optimizer;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The space of settings that are tried")
class SearchSpaceTest {
    private static final OptimizerCatalogue CATALOGUE = FileCatalogue.load();

    private static Optimizer optimizer(String id) {
        return CATALOGUE.find(id, Map.of());
    }

    private static double amount(@Nullable HyperValue value) {
        return value instanceof HyperValue.Amount(double amount) ? amount : Double.NaN;
    }

    @Test
    @DisplayName("of every optimizer holds only values that it takes, within its declared ranges")
    void all() {
        for (Optimizer optimizer : CATALOGUE.all()) {
            SearchSpace space = SearchSpace.of(optimizer, Scope.EVERY_SETTING);
            Halton points = Halton.shifted(space.dimension(), 7);
            IntStream.range(0, 100)
                    .mapToObj(points::point)
                    .map(space::at)
                    .forEach(values -> values.forEach((name, value) -> {
                        Hyperparameter setting = optimizer.hyperparameters().get(optimizer.indexOf(name));
                        setting.encode(value, optimizer.id());
                        if (setting.kind() instanceof Range range) {
                            assertThat(amount(value))
                                    .as("%s of %s", name, optimizer.id())
                                    .isBetween(range.low(), range.high());
                        }
                    }));
            assertThat(space.settings()).noneMatch(setting -> setting.name().equals("weight_decay"));
        }
    }

    @Test
    @DisplayName("has as many rates in every decade of a logarithmic range")
    void logarithmic() {
        SearchSpace space = SearchSpace.of(optimizer("adam"), Scope.RATE);
        assertThat(space.dimension()).isEqualTo(1);
        assertThat(amount(space.at(new double[] {0}).get("lr"))).isEqualTo(1e-6);
        assertThat(amount(space.at(new double[] {1 / 7.0}).get("lr"))).isCloseTo(1e-5, within(1e-9));
        assertThat(amount(space.at(new double[] {1}).get("lr"))).isEqualTo(10);
    }

    @Test
    @DisplayName("has whole numbers, words and switches where the rule takes such, each as often")
    void whole() {
        SearchSpace space = SearchSpace.of(optimizer("lbfgs"), Scope.EVERY_SETTING);
        int words = 0;
        boolean[] iterations = new boolean[51];
        for (int k = 0; k < 400; k++) {
            Map<String, HyperValue> values =
                    space.at(Halton.plain(space.dimension()).point(k));
            double count = amount(values.get("max_iterations"));
            assertThat(count).isEqualTo(Math.rint(count)).isBetween(1.0, 50.0);
            iterations[(int) count] = true;
            words += new HyperValue.Word("none").equals(values.get("line_search")) ? 1 : 0;
        }
        assertThat(IntStream.range(1, 51).filter(i -> !iterations[i]).count()).isZero();
        assertThat(words).isBetween(180, 220);
        assertThat(SearchSpace.of(optimizer("cg"), Scope.RATE).settings())
                .extracting(Hyperparameter::name)
                .containsExactly("variant");
    }

    @Test
    @DisplayName("knows where settings stand in it")
    void place() {
        for (Optimizer optimizer : CATALOGUE.all()) {
            SearchSpace space = SearchSpace.of(optimizer, Scope.EVERY_SETTING);
            Map<String, HyperValue> values =
                    space.at(Halton.shifted(space.dimension(), 3).point(5));
            assertThat(space.at(space.place(values))).as(optimizer.id()).isEqualTo(values);
        }
    }
}
