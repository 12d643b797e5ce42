package fallline.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.Formulas;
import fallline.analysis.CriticalPoint.Kind;
import fallline.experiment.view.LossLook.Bounds;
import fallline.objective.Objective;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriticalPointsTest {
    private static final Bounds BOX = new Bounds(-5, 5, -5, 5);

    private static List<CriticalPoint> of(String formula) {
        Objective objective = Formulas.minimise(formula, "x", "y").objective();
        return CriticalPoints.of(objective, BOX);
    }

    @DisplayName("finds the one point of a quadric and says from the exact Hessian what it is")
    @ParameterizedTest(name = "{0} has a {1}")
    @CsvSource({
        "x^2 + y^2, MINIMUM, 2, 2",
        "-x^2 - y^2, MAXIMUM, -2, -2",
        "x^2 - y^2, SADDLE, -2, 2",
        "x^2 + x*y + y^2, MINIMUM, 1, 3",
        "x^3 - 3*x*y^2, DEGENERATE, 0, 0",
        "x^4 + y^4, DEGENERATE, 0, 0",
        "x^2 + y^4, DEGENERATE, 0, 2"
    })
    void classifies(String formula, Kind kind, double smallest, double largest) {
        List<CriticalPoint> points = of(formula);
        assertThat(points).singleElement().satisfies(point -> {
            assertThat(point.kind()).isEqualTo(kind);
            assertThat(Math.hypot(point.x(), point.y())).isLessThan(1e-3);
            assertThat(point.smallest()).isCloseTo(smallest, within(1e-3));
            assertThat(point.largest()).isCloseTo(largest, within(1e-3));
        });
    }

    @Test
    @DisplayName("Himmelblau's function has four minima, four saddles and one maximum, where the books say")
    void himmelblau() {
        List<CriticalPoint> points = of("(x^2 + y - 11)^2 + (x + y^2 - 7)^2");
        assertThat(points).filteredOn(p -> p.kind() == Kind.MINIMUM).hasSize(4).allSatisfy(p -> assertThat(p.value())
                .isCloseTo(0, within(1e-18)));
        assertThat(points).filteredOn(p -> p.kind() == Kind.SADDLE).hasSize(4);
        assertThat(points)
                .filteredOn(p -> p.kind() == Kind.MAXIMUM)
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.x()).isCloseTo(-0.270845, within(1e-6));
                    assertThat(p.y()).isCloseTo(-0.923039, within(1e-6));
                    assertThat(p.value()).isCloseTo(181.617, within(1e-3));
                });
        assertThat(points).hasSize(9);
        assertThat(points).filteredOn(p -> p.kind() == Kind.MINIMUM).anySatisfy(p -> {
            assertThat(p.x()).isCloseTo(3, within(1e-12));
            assertThat(p.y()).isCloseTo(2, within(1e-12));
        });
    }

    @Test
    @DisplayName("finds nothing where the gradient vanishes nowhere, and nothing outside the domain")
    void nothing() {
        assertThat(of("x + y")).isEmpty();
        assertThat(of("exp(x) + exp(y)")).isEmpty();
        assertThat(of("log(x) + log(y)")).isEmpty();
    }

    @Test
    @DisplayName("refuses functions of three parameters by name")
    void refuses() {
        Objective three = Formulas.minimise("x^2 + y^2 + z^2", "x", "y", "z").objective();
        assertThatThrownBy(() -> CriticalPoints.of(three, BOX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two parameters, got 3");
    }
}
