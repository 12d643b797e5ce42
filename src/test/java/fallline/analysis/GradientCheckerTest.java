package fallline.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.Formulas;
import fallline.analysis.GradientCheck.Finding;
import fallline.data.RandomStream;
import fallline.objective.Objective;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckerTest {
    private static GradientCheck check(String formula, double... at) {
        String[] names = {"x", "y"};
        Objective objective =
                Formulas.minimise(formula, Arrays.copyOf(names, at.length)).objective();
        return new GradientChecker(objective).at(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(1 - x)^2 + 100*(y - x^2)^2",
                "exp(x)*sin(3*y) + log(x^2 + 1)",
                "1e9*x^2 - 1e9*y*x + 3",
                "1e-9*(x^4 + cosh(y))",
                "sqrt(x^2 + 1e-4) + atan(100*y)",
                "sin(30*x)*cos(20*y)",
                "exp(20*x + 10*y)"
            })
    @DisplayName("finds smooth formulas right to 1e-7 at seeded points")
    void smooth(String formula) {
        RandomStream random = RandomStream.of(3);
        for (int k = 0; k < 20; k++) {
            GradientCheck found = check(formula, random.normal(), random.normal());
            assertThat(found.finding()).as("%s", found).isEqualTo(Finding.AGREES);
            assertThat(found.relativeError()).isLessThan(1e-7);
        }
    }

    @ParameterizedTest
    @CsvSource({"1e-5", "1e-3", "0.5", "2"})
    @DisplayName("finds a component that is off by a part, and says which")
    void spoiledComponent(double part) {
        Objective honest = Formulas.minimise("x^2 + x*y + 3*y^2", "x", "y").objective();
        GradientCheck found = new GradientChecker(new Spoiled(honest, gradient -> {
                    gradient[1] *= 1 + part;
                    return gradient;
                }))
                .at(new double[] {1, 2});

        assertThat(found.finding()).isEqualTo(Finding.DISAGREES);
        assertThat(found.coordinate()).isEqualTo(1);
        assertThat(found.difference()).isCloseTo(13, within(1e-9));
    }

    @Test
    @DisplayName("takes exchanged components for wrong")
    void exchanged() {
        Objective honest = Formulas.minimise("x^2 + 5*y^2", "x", "y").objective();
        assertThat(new GradientChecker(new Spoiled(honest, g -> new double[] {g[1], g[0]}))
                        .at(new double[] {1, 1})
                        .finding())
                .isEqualTo(Finding.DISAGREES);
    }

    @ParameterizedTest
    @CsvSource({"'max(x, 2*x)', 0", "'if(x > 1, 3*x, x)', 1", "floor(x), 2", "'min(x, -x) + x', 0"})
    @DisplayName("says that there is a kink or a jump instead of failing")
    void kinks(String formula, double at) {
        assertThat(check(formula, at).finding()).isIn(Finding.KINK, Finding.AGREES);
        assertThat(check("max(x, 2*x)", 0).finding()).isEqualTo(Finding.KINK);
        assertThat(check(formula, at + 0.3).finding()).as("beside it").isEqualTo(Finding.AGREES);
    }

    @ParameterizedTest
    @CsvSource({"sqrt(x), 0", "log(x), -1", "1/x, 0", "'sqrt(x - 1)', 1"})
    @DisplayName("says that J has a hole there")
    void holes(String formula, double at) {
        assertThat(check(formula, at).finding()).isEqualTo(Finding.HOLE);
    }

    @ParameterizedTest
    @CsvSource({"log(x), 1e-3", "sqrt(x), 1e-6", "1/x, 1e-2"})
    @DisplayName("stays right close to the edge of the domain")
    void edges(String formula, double at) {
        assertThat(check(formula, at).finding()).isEqualTo(Finding.AGREES);
    }

    @Test
    @DisplayName("takes nothing for wrong where the gradient is all but 0")
    void atMinimum() {
        assertThat(check("(x - 0.1)^2 + (y - 0.3)^2 + 1e3", 0.1, 0.3 + 1e-12).finding())
                .isEqualTo(Finding.AGREES);
    }
}
