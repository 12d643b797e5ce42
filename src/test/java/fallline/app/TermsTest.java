package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.controls.Tips;
import fallline.app.paint.FigureView;
import fallline.data.BuiltInData;
import fallline.experiment.Experiment;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every word on the desk")
class TermsTest {
    static Stream<Experiment> experiments() {
        return Stream.of(
                Trial.four(),
                Fixtures.EXPERIMENTS.forModel(Problems.softmax(
                        BuiltInData.dataset("iris"),
                        List.of("petal_length_cm", "sepal_length_cm", "sepal_width_cm"),
                        "species",
                        ModelOptions.PLAIN)),
                Fixtures.EXPERIMENTS.forLinear(BuiltInData.dataset("line_4_plus_3x"), List.of("x"), "y"));
    }

    /// Words and fields without a sentence of their own or of what they stand in. Notes are sentences themselves,
    /// pictures say theirs in another way, and menus have tips on their lines.
    private static Set<String> silent(Node node) {
        Set<String> silent = new TreeSet<>();
        collect(node, silent);
        return silent;
    }

    private static void collect(Node node, Set<String> silent) {
        if (!node.isVisible() || node instanceof FigureView || node instanceof MenuBar || Tips.has(node)) {
            return;
        }
        boolean words = node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()
                && !node.getStyleClass().contains("note");
        if (words || node instanceof Slider || node instanceof TextInputControl) {
            silent.add(node.getClass().getSimpleName() + " #" + node.getId() + " " + node.getStyleClass()
                    + (node instanceof Labeled labeled ? " " + labeled.getText() : ""));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, silent));
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    @DisplayName("has its sentence when the pointer rests on it, in open folds too")
    void said(Experiment experiment) {
        try (OpenWindow open = Furnished.window(experiment)) {
            open.fx(() -> open.stage().getScene().getRoot().lookupAll(".fold-head").stream()
                    .map(ButtonBase.class::cast)
                    .forEach(ButtonBase::fire));
            open.settle();
            assertThat(open.fx(() -> silent(open.stage().getScene().getRoot()))).isEmpty();
        }
    }
}
