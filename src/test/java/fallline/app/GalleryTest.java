package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fallline.app.problem.ProblemKind;
import fallline.experiment.Experiment;
import fallline.experiment.judge.Verdict;
import fallline.expr.FormulaException;
import fallline.file.user.FunctionFolder;
import fallline.file.user.OwnCatalogue;
import fallline.objective.Goal;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FunctionCatalogue;
import fallline.problem.Problem;
import fallline.workbench.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The gallery of functions")
class GalleryTest {
    private static Experiment bowl() {
        try {
            return Fixtures.EXPERIMENTS.forFormula("x^2 + 4*y^2", Goal.MINIMISE);
        } catch (FormulaException e) {
            throw new AssertionError(e);
        }
    }

    private static void openGallery(OpenWindow open) {
        open.fx(() -> ((Button) open.find("#gallery")).fire());
        open.await(
                "the tiles are there",
                () -> tiles(open) == FunctionCatalogue.ids().size());
    }

    private static int tiles(OpenWindow open) {
        Node flow = open.stage().getScene().lookup(".gallery-flow");
        return flow instanceof Pane pane ? pane.getChildren().size() : 0;
    }

    private static boolean isOpen(OpenWindow open) {
        return open.stage().getScene().lookup("#gallery-sheet") != null;
    }

    private static String function(OpenWindow open) {
        return open.window().workbench().experiment().problem() instanceof Problem.Formula formula
                ? formula.card().map(CatalogueFunction::id).orElse("")
                : "";
    }

    @Test
    @DisplayName("shows the user's own functions first, and says which file cannot be used")
    void own(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mine.function"), """
                name: My waves
                kind: smooth
                source: own
                teaches: Waves on a plane.
                J(x, y) = sin(x) + cos(y) + (x^2 + y^2)/10
                box: x -4 .. 4, y -4 .. 4
                start: -3, 2
                """);
        Files.writeString(folder.resolve("bad.function"), "name: x\n");
        OwnCatalogue own = new OwnCatalogue(
                Trial.NOTHING_KEPT.rules(), new FunctionFolder(folder), Trial.NOTHING_KEPT.preferences());
        try (OpenWindow open = Furnished.window(own, new ArrayList<>(), bowl())) {
            open.fx(() -> ((Button) open.find("#gallery")).fire());
            open.await(
                    "the tiles are there",
                    () -> tiles(open) == FunctionCatalogue.ids().size() + 1);
            assertThat(open.text("#gallery-complaints")).startsWith("Your function bad.function is passed over: bad, ");
            open.type("yours waves");
            open.await("one is left", () -> tiles(open) == 1);
            open.press(KeyCode.ENTER);
            open.await("it is opened", () -> function(open).equals("mine"));
            assertThat(open.experiment().startPoint()).containsExactly(-3, 2);
        }
    }

    @Test
    @DisplayName("keeps the typed formula under a name, with its start, and refuses a name of the catalogue")
    void keep(@TempDir Path folder) {
        OwnCatalogue own = new OwnCatalogue(
                Trial.NOTHING_KEPT.rules(), new FunctionFolder(folder), Trial.NOTHING_KEPT.preferences());
        try (OpenWindow open = Furnished.window(own, new ArrayList<>(), bowl())) {
            openGallery(open);
            Furnished.enter(open, "#keep-name", "Sphere");
            open.await("it is refused", () -> open.find("#keep-error").isVisible());
            Furnished.enter(open, "#keep-name", "My bowl");
            open.await(
                    "its tile is there",
                    () -> tiles(open) == FunctionCatalogue.ids().size() + 1);
            assertThat(own.functions().read().functions())
                    .extracting(CatalogueFunction::id, CatalogueFunction::name, CatalogueFunction::expression)
                    .containsExactly(tuple("mybowl", "My bowl", "x^2 + 4*y^2"));
            assertThat(own.functions().read().functions().getFirst().firstStart())
                    .containsExactly(open.experiment().startPoint());
        }
    }

    @Test
    @DisplayName("finds a function by typing, and Enter opens it from its first start with the rate of its card")
    void searchAndEnter() {
        try (OpenWindow open = Furnished.window(bowl())) {
            openGallery(open);
            open.type("rosenb");
            open.await("one is left", () -> tiles(open) == 1);
            open.press(KeyCode.ENTER);
            open.await("it is opened", () -> function(open).equals("rosenbrock"));
            assertThat(open.fx(() -> isOpen(open))).isFalse();

            Experiment experiment = open.experiment();
            CatalogueFunction card = FunctionCatalogue.find("rosenbrock");
            assertThat(experiment.startPoint()).containsExactly(card.firstStart());
            double rate = card.rate("gd").orElseThrow().rate();
            assertThat(experiment.runs()).singleElement().satisfies(run -> assertThat(
                            run.recipe().hyperparameters().get("lr"))
                    .isEqualTo(fallline.optimizer.HyperValue.of(rate)));
            assertThat(ProblemKind.of(experiment.problem())).isEqualTo(ProblemKind.FUNCTION);
            assertThat(open.fx(() -> open.stage().getScene().lookup("#parameter-b-slider")))
                    .as("the slider of its parameter")
                    .isNotNull();
        }
    }

    @Test
    @DisplayName("is walked by the arrow keys, and Escape leaves the problem as it is")
    void keys() {
        try (OpenWindow open = Furnished.window(bowl())) {
            openGallery(open);
            open.press(KeyCode.DOWN);
            open.press(KeyCode.RIGHT);
            assertThat(open.fx(() -> open.stage().getScene().getFocusOwner().getId()))
                    .isEqualTo("function-" + FunctionCatalogue.ids().get(1));
            open.press(KeyCode.LEFT);
            open.press(KeyCode.UP);
            assertThat(open.fx(() -> open.stage().getScene().getFocusOwner())).isInstanceOf(TextField.class);
            open.press(KeyCode.ESCAPE);
            assertThat(open.fx(() -> isOpen(open))).isFalse();
            assertThat(function(open)).isEmpty();
        }
    }

    @Test
    @DisplayName("paints a picture of every function, and says so when no function has the words")
    void pictures() {
        try (OpenWindow open = Furnished.window(bowl())) {
            openGallery(open);
            open.await(
                    "all pictures are painted",
                    () -> open.stage().getScene().getRoot().lookupAll(".function-tile .image-view").stream()
                            .allMatch(view -> ((ImageView) view).getImage() != null));
            open.type("zzz");
            open.await("none is left", () -> tiles(open) == 0);
        }
    }

    @Test
    @DisplayName("opens runs that end as their cards say")
    void verdict() {
        try (OpenWindow open = Furnished.window(Fixtures.EXPERIMENTS.forFunction(FunctionCatalogue.find("sphere")))) {
            open.await("the run is judged", () -> open.window()
                    .workbench()
                    .scene()
                    .record("Gradient descent")
                    .flatMap(RunRecord::verdict)
                    .isPresent());
            assertThat(open.fx(() -> open.window()
                            .workbench()
                            .scene()
                            .record("Gradient descent")
                            .flatMap(RunRecord::verdict)))
                    .containsInstanceOf(Verdict.Converged.class);
        }
    }
}
