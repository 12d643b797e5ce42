package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.problem.FormulaText;
import fallline.problem.Problem;
import fallline.workbench.RunRecord;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Polyline;
import javafx.stage.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The formula line")
class FormulaFeatureTest {
    private static final String VALLEY = "(a-x)^2+b*(y-x^2)^2, a = 1 (0 .. 3), b = 100 (1 .. 200, log)";

    private static Experiment of(String text) {
        try {
            return Fixtures.EXPERIMENTS.forFormula(text, Goal.MINIMISE);
        } catch (FormulaException e) {
            throw new AssertionError(e);
        }
    }

    private static Problem.Formula formula(OpenWindow open) {
        return (Problem.Formula) open.window().workbench().experiment().problem();
    }

    private static String field(OpenWindow open) {
        return open.fx(() -> open.find("#formula", TextField.class).getText());
    }

    private static void awaitText(OpenWindow open, String text) {
        open.await(
                "the formula is " + text,
                () -> open.window().workbench().experiment().problem() instanceof Problem.Formula taken
                        && FormulaText.of(taken).text().equals(text));
    }

    /// Marks of a kind that can be seen.
    private static List<Node> marks(OpenWindow open, String style) {
        return open.fx(() -> open.stage().getScene().getRoot().lookupAll(style).stream()
                .filter(Node::isVisible)
                .toList());
    }

    private static boolean offersNames() {
        return Window.getWindows().stream()
                .anyMatch(window -> window.isShowing() && window.getScene().lookup("#names") != null);
    }

    @Test
    @DisplayName("dragging a parameter's slider reshapes the surface and the paths from step 0, and is one undo")
    void drag() {
        try (OpenWindow open = Furnished.window(of(VALLEY))) {
            Experiment before = open.experiment();
            ViewState view = open.view();
            RunRecord path = open.fx(() -> open.window()
                    .workbench()
                    .scene()
                    .records()
                    .values()
                    .iterator()
                    .next());

            open.reveal("#parameter-a-slider");
            Point2D thumb = open.fx(() -> {
                Node node = open.find("#parameter-a-slider").lookup(".thumb");
                Bounds bounds = node.localToScreen(node.getLayoutBounds());
                return new Point2D(bounds.getCenterX(), bounds.getCenterY());
            });
            open.robot().drag(thumb, MouseButton.PRIMARY).moveBy(8, 0).moveBy(6, 0);
            double halfway = open.fx(() -> value(open, "a"));
            assertThat(halfway).as("before the hand lets go").isGreaterThan(1);
            open.robot().moveBy(10, 0).drop();
            open.settle();

            double value = open.fx(() -> value(open, "a"));
            assertThat(value).isGreaterThan(halfway).isLessThanOrEqualTo(3);
            assertThat(open.experiment().problem().objective().value(new double[] {value, value * value}))
                    .isZero();
            assertThat(open.fx(() -> formula(open).objective().formula()))
                    .as("nothing is parsed again")
                    .isSameAs(((Problem.Formula) before.problem()).objective().formula());
            assertThat(field(open)).contains("a = " + value + " (0 .. 3)");
            assertThat(open.experiment().runs()).isEqualTo(before.runs());
            assertThat(open.experiment().startPoint()).isEqualTo(before.startPoint());
            assertThat(open.view()).isEqualTo(view);
            assertThat(open.fx(() -> open.window()
                            .workbench()
                            .scene()
                            .records()
                            .values()
                            .iterator()
                            .next()))
                    .isNotEqualTo(path);

            open.click("#undo");
            assertThat(open.experiment()).isSameAs(before);
            assertThat(open.fx(() -> open.window().workbench().canUndo())).isFalse();
            assertThat(field(open)).isEqualTo(VALLEY);
        }
    }

    @Test
    @DisplayName("a parameter's number is typed too, beyond its range if wanted, and a word is refused")
    void typedNumber() {
        try (OpenWindow open = Furnished.window(of(VALLEY))) {
            Furnished.enter(open, "#parameter-b", "500");
            assertThat(open.fx(() -> value(open, "b"))).isEqualTo(500);
            Furnished.enter(open, "#parameter-b", "much");
            assertThat(open.fx(() -> value(open, "b"))).isEqualTo(500);
        }
    }

    @Test
    @DisplayName("a typed declaration becomes a slider while it is typed")
    void declare() {
        try (OpenWindow open = Furnished.window(of("x^2 + y^2"))) {
            Furnished.replace(open, "#formula", "x^2 + c*y^2, c = 2 (1 .. 5)");
            awaitText(open, "x^2 + c*y^2, c = 2 (1 .. 5)");
            open.await("there is a slider", () -> open.stage().getScene().lookup("#parameter-c-slider") != null);
            assertThat(open.fx(() -> formula(open).variables())).containsExactly("x", "y");
        }
    }

    @Test
    @DisplayName("a variable becomes a parameter by one click, and one again by another")
    void chips() {
        try (OpenWindow open = Furnished.window(of("a*x^2 + y^2"))) {
            open.click("#variable-a");
            awaitText(open, "a*x^2 + y^2, a = 1 (0 .. 3)");
            assertThat(open.fx(() -> formula(open).variables())).containsExactly("x", "y");
            open.await("there is a way back", () -> open.stage().getScene().lookup("#parameter-a-drop") != null);
            open.click("#parameter-a-drop");
            awaitText(open, "a*x^2 + y^2");
            assertThat(open.fx(() -> formula(open).variables())).containsExactly("x", "y", "a");
            open.click("#undo");
            awaitText(open, "a*x^2 + y^2, a = 1 (0 .. 3)");
        }
    }

    @Test
    @DisplayName("an unknown name is underlined where it stands, and one click makes it a parameter or a variable")
    void unknown() {
        try (OpenWindow open = Furnished.window(of("x^2 + y^2"))) {
            Furnished.replace(open, "#formula", "x^2 + width*y^2");
            open.await("the name is offered", () -> open.find("#name-offers").isVisible());
            open.await(
                    "it is underlined",
                    () -> !open.find(".mistake", Polyline.class).getPoints().isEmpty());
            List<Double> wave = open.fx(
                    () -> List.copyOf(open.find(".mistake", Polyline.class).getPoints()));
            double left = wave.getFirst();
            double right = wave.get(wave.size() - 2);
            double whole = open.fx(() -> open.find("#formula").getLayoutBounds().getWidth());
            assertThat(left).as("behind x^2 +").isGreaterThan(30);
            assertThat(right - left).as("a name of five letters").isBetween(20.0, 60.0);
            assertThat(right).isLessThan(whole);
            assertThat(formula(open).expression())
                    .as("the last good one lives on")
                    .isEqualTo("x^2 + w");

            open.click("#make-variable");
            awaitText(open, "x^2 + width*y^2");
            assertThat(open.fx(() -> formula(open).variables())).containsExactly("width", "x", "y");
            open.await("nothing is underlined", () -> marks(open, ".mistake").isEmpty());

            Furnished.replace(open, "#formula", "x^2 + depth*y^2");
            open.await("the name is offered", () -> open.find("#name-offers").isVisible());
            open.click("#make-parameter");
            awaitText(open, "x^2 + depth*y^2, depth = 1 (0 .. 3)");
        }
    }

    @Test
    @DisplayName("what is typed on the way, and left half-way, costs neither rate nor start")
    void survives() {
        try (OpenWindow open = Furnished.window(of("x^2 + 4*y^2"))) {
            Experiment before = open.experiment();
            Furnished.replace(open, "#formula", "900*x^2");
            awaitText(open, "900*x^2");
            open.press(KeyCode.ENTER);
            assertThat(open.experiment().runs()).isNotEqualTo(before.runs());
            Furnished.replace(open, "#formula", "x^2 + 3*y^2");
            awaitText(open, "x^2 + 3*y^2");
            assertThat(open.experiment().runs()).isEqualTo(before.runs());
            assertThat(open.experiment().startPoint()).isEqualTo(before.startPoint());
        }
    }

    @Test
    @DisplayName("run-together letters and a power in front of brackets are mended by a click")
    void mends() {
        try (OpenWindow open = Furnished.window(of("x^2 + y^2"))) {
            Furnished.replace(open, "#formula", "mx^2 + sin^2(y)");
            open.await("the product is offered", () -> open.find("#name-offers").isVisible());
            open.click("#mend-formula");
            open.await(
                    "the power is offered",
                    () -> field(open).equals("m x^2 + sin^2(y)")
                            && open.stage().getScene().lookup("#mend-formula") instanceof Labeled chip
                            && chip.getText().contains("sin(y)^2"));
            open.click("#mend-formula");
            awaitText(open, "m x^2 + sin(y)^2");
        }
    }

    @Test
    @DisplayName("the bracket at the caret is marked with its partner")
    void brackets() {
        try (OpenWindow open = Furnished.window(of("x^2 + y^2"))) {
            Furnished.replace(open, "#formula", "(x + (y)^2");
            open.await("nothing is marked behind a number", () -> marks(open, ".bracket-mark")
                    .isEmpty());
            open.press(KeyCode.LEFT);
            open.press(KeyCode.LEFT);
            open.await("both are marked", () -> marks(open, ".bracket-mark").size() == 2);
            open.press(KeyCode.HOME);
            open.await("the first has no partner", () -> marks(open, ".bracket-mark")
                    .isEmpty());
        }
    }

    @Test
    @DisplayName("a begun name is offered; Tab takes it with its brackets, Escape gives the offer up")
    void completion() {
        try (OpenWindow open = Furnished.window(of("x^2 + y^2"))) {
            Furnished.replace(open, "#formula", "x^2 + sq");
            open.await("names are offered", FormulaFeatureTest::offersNames);
            open.press(KeyCode.TAB);
            assertThat(field(open)).isEqualTo("x^2 + sqrt()");
            open.type("y");
            awaitText(open, "x^2 + sqrt(y)");
            assertThat(open.fx(() -> open.find("#formula").isFocused())).isTrue();

            open.press(KeyCode.END);
            open.type("+si");
            open.await("names are offered", FormulaFeatureTest::offersNames);
            open.press(KeyCode.DOWN);
            open.press(KeyCode.ESCAPE);
            open.await("the offer is gone", () -> !offersNames());
            assertThat(field(open)).isEqualTo("x^2 + sqrt(y)+si");
            open.type("n");
            open.type("h");
            assertThat(open.fx(FormulaFeatureTest::offersNames)).isFalse();
        }
    }

    @Test
    @DisplayName("a corner has a badge that explains itself on a click")
    void kinks() {
        try (OpenWindow open = Furnished.window(of("abs(w)"))) {
            assertThat(open.text("#kink-badge"))
                    .isEqualTo("Not differentiable at w = 0: the derivative shown is a subgradient");
            open.click("#kink-badge");
            open.await("the explanation is open", () -> Window.getWindows().stream()
                    .filter(Window::isShowing)
                    .map(window -> window.getScene().lookup("#kinks .label"))
                    .anyMatch(label -> label instanceof Labeled line
                            && line.getText().startsWith("abs – at w = 0 the slope jumps")));
        }
    }

    @Test
    @DisplayName("a huge formula is live too: it says how it is run and that its derivative is not shown")
    void huge() {
        try (OpenWindow open = Furnished.window(of("x^2 + y^2"))) {
            String huge = "x^2" + "+sin(x y)^2".repeat(450);
            open.reveal("#formula");
            open.fx(() -> {
                TextField field = open.find("#formula", TextField.class);
                field.requestFocus();
                field.setText(huge);
            });
            awaitText(open, huge);
            open.await("the note is there", () -> open.stage().getScene().getRoot().lookupAll(".problem .note").stream()
                    .anyMatch(note -> note instanceof Labeled line
                            && line.getText().contains("too long to be shown")
                            && line.getText().contains("at most 2000")));
        }
    }

    private static double value(OpenWindow open, String parameter) {
        return Optional.ofNullable(formula(open).parameters().get(parameter))
                .orElseThrow()
                .value();
    }
}
