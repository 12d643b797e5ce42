package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.problem.ProblemKind;
import fallline.app.typeset.FormulaPicture;
import fallline.data.BuiltInData;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.edit.Edits;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The problem")
class ProblemFeatureTest {
    private static Experiment bowl() {
        try {
            return Fixtures.EXPERIMENTS.forFormula("x^2 + 4*y^2", Goal.MINIMISE);
        } catch (FormulaException e) {
            throw new AssertionError(e);
        }
    }

    private static String expression(OpenWindow open) {
        return open.experiment().problem() instanceof Problem.Formula formula ? formula.expression() : "";
    }

    private static String error(OpenWindow open) {
        return open.fx(() -> {
            Label line = (Label) open.find("#formula-error");
            return line.isVisible() ? line.getText() : "";
        });
    }

    private static int lines(OpenWindow open) {
        return open.fx(() -> (int) ((VBox) open.find("#mathematics"))
                .getChildren().stream()
                        .filter(FormulaPicture.class::isInstance)
                        .filter(picture -> ((FormulaPicture) picture).getWidth() > 0)
                        .count());
    }

    @Test
    @DisplayName(
            "keeps the last valid formula while a wrong one is typed, says where it is wrong, and takes the right one")
    void wrongThenRight() {
        try (OpenWindow open = Furnished.window(bowl())) {
            Furnished.replace(open, "#formula", "x^2 + ");
            open.await("the error is said", () -> open.find("#formula-error").isVisible());
            assertThat(error(open)).contains("column");
            assertThat(expression(open)).as("the last valid one on the way").isEqualTo("x^2");
            assertThat(lines(open)).as("its derivative").isEqualTo(1);

            open.type("y^4");
            open.await(
                    "the formula is taken",
                    () -> open.window().workbench().experiment().problem() instanceof Problem.Formula formula
                            && formula.expression().equals("x^2 + y^4"));
            open.await("the error is gone", () -> !open.find("#formula-error").isVisible());
            open.press(KeyCode.ENTER);
            assertThat(open.fx(() -> ((TextField) open.find("#formula")).getText()))
                    .isEqualTo("x^2 + y^4");
        }
    }

    @Test
    @DisplayName("is named rightly by the chooser after a kind below 'many' was chosen, which is then offered no more")
    void namedAfterMany() {
        Problem many = Problems.linear(
                BuiltInData.dataset("iris"),
                List.of("petal_length_cm", "sepal_length_cm", "sepal_width_cm"),
                "petal_width_cm",
                ModelOptions.PLAIN);
        try (OpenWindow open = Furnished.window(Trial.descent(many, 0.01, 20, 0, 0, 0, 0))) {
            ComboBox<?> chooser = open.find("#problem", ComboBox.class);
            open.click("#problem");
            open.await("the list is open", chooser::isShowing);
            open.press(KeyCode.HOME);
            for (int i = 0; i < List.of(ProblemKind.values()).indexOf(ProblemKind.LOGISTIC); i++) {
                open.press(KeyCode.DOWN);
            }
            open.press(KeyCode.ENTER);
            open.await(
                    "it is logistic",
                    () -> open.window().workbench().experiment().problem() instanceof Problem.Logistic);
            open.settle();
            assertThat(open.fx(chooser::getValue)).isEqualTo(ProblemKind.LOGISTIC);
            assertThat(open.fx(() -> chooser.lookupAll(".list-cell").stream()
                            .filter(Node::isVisible)
                            .map(cell -> ((ListCell<?>) cell).getText())
                            .toList()))
                    .as("what is read in the closed box")
                    .contains("Logistic regression")
                    .doesNotContain("Softmax regression");
        }
    }

    @Test
    @DisplayName("keeps all runs while a formula is typed, and one undo takes the typing back")
    void runsSurviveTyping() {
        Experiment three = Edits.withDuplicate(Edits.withDuplicate(bowl(), "Gradient descent"), "Gradient descent");
        try (OpenWindow open = Furnished.window(three)) {
            Furnished.replace(open, "#formula", "x^2 + y^2 + x*y");
            open.press(KeyCode.ENTER);
            open.await(
                    "the formula is taken",
                    () -> open.window().workbench().experiment().problem() instanceof Problem.Formula formula
                            && formula.expression().equals("x^2 + y^2 + x*y"));
            open.settle();

            assertThat(open.experiment().runs())
                    .extracting(Run::name)
                    .containsExactlyElementsOf(
                            three.runs().stream().map(Run::name).toList());
            assertThat(open.start()).isEqualTo(three.startPoint());
            open.click("#undo");
            assertThat(expression(open)).isEqualTo("x^2 + 4*y^2");
            assertThat(open.fx(() -> ((TextField) open.find("#formula")).getText()))
                    .isEqualTo("x^2 + 4*y^2");
            assertThat(open.fx(() -> open.window().workbench().canUndo())).isFalse();
        }
    }

    @Test
    @DisplayName("is chosen from the toolbar: a formula, a regression, and J = w² again")
    void choose() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            Furnished.choose(open, "#problem", "formula");
            open.await("there is a field", () -> open.find("#formula").isVisible());
            assertThat(open.experiment().problem().objective().dimension()).isEqualTo(2);

            Furnished.choose(open, "#problem", "linear");
            open.await(
                    "there are data",
                    () -> open.find("#data").isVisible()
                            && open.window().workbench().experiment().problem() instanceof Problem.Linear);
            assertThat(open.fx(() -> open.find("#formula").isVisible())).isFalse();

            Furnished.choose(open, "#problem", "J = w");
            open.await(
                    "the parabola is back",
                    () -> open.window()
                                    .workbench()
                                    .experiment()
                                    .problem()
                                    .objective()
                                    .dimension()
                            == 1);
            assertThat(open.start()).containsExactly(20);
        }
    }
}
