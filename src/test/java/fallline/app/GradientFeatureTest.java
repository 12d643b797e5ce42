package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.expr.FormulaException;
import fallline.objective.Goal;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The badge of the gradient")
class GradientFeatureTest {
    private static String badge(OpenWindow open) {
        return open.fx(() -> ((Button) open.find("#gradient-badge")).getText());
    }

    @Test
    @DisplayName("says how well the gradient agrees, explains itself on a click, and follows a new problem")
    void checksAndExplains() throws FormulaException {
        var bowl = Fixtures.EXPERIMENTS.forFormula("x^2 + 4*y^2", Goal.MINIMISE);
        var kink = Fixtures.EXPERIMENTS.forFormula("log(-1 - x^2)", Goal.MINIMISE);
        try (OpenWindow open = Furnished.window(bowl)) {
            open.await("the gradient is checked", () -> badge(open).startsWith("∇ checked: "));

            open.click("#gradient-badge");
            open.await(
                    "the numbers are shown",
                    () -> open.robot().lookup("#gradient-check .label").queryAllAs(Label.class).stream()
                            .anyMatch(label -> label.getText().equals("from differences")));
            assertThat(open.robot().lookup("#gradient-check .label").queryAllAs(Label.class))
                    .extracting(Label::getText)
                    .contains("point", "parameter", "smallest h", "error");

            open.fx(() -> open.window().workbench().edit(kink, "formula"));
            open.await("the new problem is checked", () -> badge(open).equals("gradient not checked"));
        }
    }
}
