package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.paint.FigureView;
import fallline.data.BuiltInData;
import fallline.experiment.Experiment;
import fallline.figure.page.NumberTable;
import fallline.figure.page.StepFigure;
import fallline.objective.kernel.Activation;
import fallline.objective.model.NeuralNetwork.Design;
import fallline.objective.model.NeuralNetwork.Loss;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The card of one step in the window.
@DisplayName("The step card")
class StepCardTest {
    private static final List<String> INPUTS = List.of("x1", "x2");

    private static Experiment network() {
        Problem.Network problem = Problems.network(
                BuiltInData.dataset("two_rings"),
                INPUTS,
                "ring",
                Optional.empty(),
                new Design(List.of(3), Activation.TANH, Loss.CROSS_ENTROPY),
                ModelOptions.PLAIN);
        double[] start = new double[problem.objective().dimension()];
        for (int i = 0; i < start.length; i++) {
            start[i] = Math.cos(i);
        }
        return Trial.descent(problem, 0.1, 20, start);
    }

    private static Optional<StepFigure> card(OpenWindow open) {
        return ((FigureView) open.find("#step-figure"))
                .shown()
                .map(FigureView.Shown::figure)
                .filter(StepFigure.class::isInstance)
                .map(StepFigure.class::cast);
    }

    private static void await(OpenWindow open, String what, Predicate<StepFigure> seen) {
        open.await(what, () -> card(open).filter(seen).isPresent());
    }

    private static boolean titled(StepFigure card, String start) {
        return card.tables().stream().map(NumberTable::title).anyMatch(title -> title.startsWith(start));
    }

    /// Fires an entry of the pane's menu, which is open.
    private static void choose(OpenWindow open, String menu, String entry) {
        open.fx(() -> {
            List<MenuItem> items = Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .findFirst()
                    .orElseThrow()
                    .getItems();
            Menu found = items.stream()
                    .filter(item -> menu.equals(item.getText()) && item.isVisible())
                    .map(Menu.class::cast)
                    .findFirst()
                    .orElseThrow();
            found.getItems().stream()
                    .filter(item -> item.getText().equals(entry))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return entry;
        });
    }

    @Test
    @DisplayName("shows where the gradient comes from, and a layer and a row that its menu chooses")
    void layers() {
        try (OpenWindow open = Furnished.window(network())) {
            open.click("#step-title");
            open.await("it is laid on top", () -> open.find("#step-figure").getScene() != null);
            await(open, "the chain is shown", card -> titled(card, "Where the gradient comes from: all 160 rows"));
            await(open, "and the first layer", card -> titled(card, "Layer 1 of 2: 2 → 3, tanh, row 1"));
            open.robot().rightClickOn("#step-figure");
            choose(open, "Layer in numbers", "Layer 2 of 2: 3 → 1, output");
            await(open, "the second layer is shown", card -> titled(card, "Layer 2 of 2: 3 → 1, output, row 1"));
            choose(open, "Row in that layer", "3rd row of the step");
            await(open, "of the third row", card -> titled(card, "Layer 2 of 2: 3 → 1, output, row 3"));
            choose(open, "Layer in numbers", "The layer of the parameter");
            await(open, "the parameter's own again", card -> titled(card, "Layer 1 of 2: 2 → 3, tanh, row 3"));
        }
    }

    @Test
    @DisplayName("of a formula says what became of J, and its menu offers no layers")
    void formula() {
        try (OpenWindow open = Furnished.window(Trial.square())) {
            open.click("#step-title");
            open.await("it is laid on top", () -> open.find("#step-figure").getScene() != null);
            await(
                    open,
                    "J before and after",
                    card -> card.rows().getFirst().caption().equals("J before → after"));
            assertThat(open.fx(() -> card(open).orElseThrow().tables())).isEmpty();
            open.robot().rightClickOn("#step-figure");
            assertThat(open.fx(() -> Window.getWindows().stream()
                            .filter(ContextMenu.class::isInstance)
                            .map(ContextMenu.class::cast)
                            .flatMap(menu -> menu.getItems().stream())
                            .filter(MenuItem::isVisible)
                            .map(MenuItem::getText)
                            .toList()))
                    .contains("Copy the picture")
                    .doesNotContain("Layer in numbers", "Row in that layer");
        }
    }
}
