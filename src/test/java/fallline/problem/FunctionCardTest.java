package fallline.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FormulaParameter;
import fallline.objective.formula.FunctionCatalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The card of a typed formula")
class FunctionCardTest {
    private static Problem.Formula formula(String text, Map<String, FormulaParameter> parameters)
            throws FormulaException {
        return Problems.formula(text, List.of("x", "y"), parameters, Goal.MINIMISE);
    }

    @Test
    @DisplayName("is read back as the same function from the same start, within its box")
    void again() throws FormulaException {
        Map<String, FormulaParameter> parameters = Map.of("b", new FormulaParameter(1e-3, 1e-4, 10, true));
        Problem.Formula typed = formula("(1 - x)^2 + b*(y - x^2)^2", parameters);
        FunctionCard card = FunctionCard.of("  My  valley 2 ", typed, new double[] {-1.25, 1e-7});
        assertThat(card.id()).isEqualTo("myvalley2");

        CatalogueFunction read = FunctionCatalogue.parse(card.id(), card.text());

        assertThat(read.name()).isEqualTo("My valley 2");
        assertThat(read.kind()).isEqualTo(CatalogueFunction.Kind.SMOOTH);
        assertThat(read.firstStart()).containsExactly(-1.25, 1e-7);
        assertThat(read.holds(read.firstStart())).isTrue();
        assertThat(read.parameters()).isEqualTo(parameters);
        double[] at = {0.3, -2};
        assertThat(Problems.function(read, Map.of(), Goal.MINIMISE).objective().value(at))
                .isEqualTo(typed.objective().value(at));
    }

    @Test
    @DisplayName("says that the formula is kinked, and widens a slider that does not hold its number")
    void kinked() throws FormulaException {
        Problem.Formula typed = formula("abs(x) + a*y^2", Map.of("a", new FormulaParameter(7, 0, 3)));
        FunctionCard card = FunctionCard.of("v", typed, new double[] {1, 1});
        CatalogueFunction read = FunctionCatalogue.parse(card.id(), card.text());
        assertThat(read.kind()).isEqualTo(CatalogueFunction.Kind.KINKED);
        assertThat(read.parameters()).containsEntry("a", new FormulaParameter(7, 0, 7));
    }

    @Test
    @DisplayName("needs a name with letters that the catalogue does not have")
    void names() throws FormulaException {
        Problem.Formula typed = formula("x^2 + y^2", Map.of());
        assertThatThrownBy(() -> FunctionCard.of("  ", typed, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("type another one");
        assertThatThrownBy(() -> FunctionCard.of("Rosenbrock", typed, new double[] {1, 1}))
                .hasMessage("The catalogue has a function named rosenbrock: type another name.");
    }
}
