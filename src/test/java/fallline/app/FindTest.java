package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.feature.Command;
import fallline.optimizer.Optimizer;
import fallline.problem.DataProblem;
import fallline.problem.Problem;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Wherever one types to find, the likeliest is highlighted, and Enter takes it")
class FindTest {
    private static ListView<?> list(OpenWindow open, String box) {
        open.await("the list is open", () -> popup(box).isPresent());
        return (ListView<?>) popup(box).orElseThrow();
    }

    private static Optional<Node> popup(String box) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .flatMap(window ->
                        Optional.ofNullable(window.getScene().getRoot().lookup("#" + box + "-list .list-view"))
                                .stream())
                .findFirst();
    }

    private static String highlighted(OpenWindow open, ListView<?> list) {
        return open.fx(() -> switch (list.getSelectionModel().getSelectedItem()) {
            case Optimizer optimizer -> optimizer.card().name();
            case Command command -> command.title();
            case null -> "";
            case Object other -> other.toString();
        });
    }

    private static String optimizer(OpenWindow open) {
        return open.experiment().runs().getFirst().recipe().optimizer();
    }

    @Test
    @DisplayName("among the optimizers: adam is Adam, ↓ is AdamW, Escape changes nothing")
    void optimizers() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            open.click("#optimizer");
            ListView<?> list = list(open, "optimizer");
            open.type("adam");
            assertThat(highlighted(open, list)).isEqualTo("Adam");
            open.press(KeyCode.DOWN);
            assertThat(highlighted(open, list)).isEqualTo("AdamW");
            open.press(KeyCode.ESCAPE);
            open.await("it is closed", () -> popup("optimizer").isEmpty());
            assertThat(optimizer(open)).isEqualTo("gd");

            Furnished.choose(open, "#optimizer", "adam");
            open.await("Adam is chosen", () -> optimizer(open).equals("adam"));
            open.await(
                    "the box has the keyboard",
                    () -> open.stage().getScene().getFocusOwner() == open.find("#optimizer"));
            open.press(KeyCode.DOWN);
            list(open, "optimizer");
            open.type("adam");
            open.press(KeyCode.DOWN);
            open.press(KeyCode.DOWN);
            open.press(KeyCode.UP);
            open.press(KeyCode.ENTER);
            open.await("the second is chosen", () -> optimizer(open).equals("adamw"));
            assertThat(open.fx(() -> ((ComboBox<?>) open.find("#optimizer")).isShowing()))
                    .isFalse();
        }
    }

    @Test
    @DisplayName("among the problems and the data, and a click elsewhere closes the list")
    void problems() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            open.click("#problem");
            list(open, "problem");
            open.robot().clickOn("#steps");
            open.await("it is closed", () -> popup("problem").isEmpty());
            Furnished.choose(open, "#problem", "softmax");
            open.await("it is chosen", () -> open.experiment().problem() instanceof Problem.Softmax);
            open.settle();
            Furnished.choose(open, "#data", "penguins");
            open.await("they are chosen", () -> DataProblem.of(open.experiment().problem())
                    .filter(data -> data.data().name().contains("enguin"))
                    .isPresent());
        }
    }

    @Test
    @DisplayName("in the galleries: the first tile is highlighted, ↓ goes to the second")
    void galleries() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            open.fx(() ->
                    open.find("#gallery", javafx.scene.control.Button.class).fire());
            open.await("the tiles are there", () -> tiles(open).length > 5);
            open.type("rosen");
            open.await("few are left", () -> tiles(open).length >= 1 && tiles(open).length < 6);
            assertThat(open.fx(() -> isHit(tiles(open)[0]))).isTrue();
            assertThat(open.fx(() -> tiles(open)[0].getId())).isEqualTo("function-rosenbrock");
            Furnished.replace(open, "#gallery-search", "valley");
            open.await("more are left", () -> tiles(open).length > 1);
            Node second = open.fx(() -> tiles(open)[1]);
            open.press(KeyCode.DOWN);
            assertThat(open.fx(second::isFocused)).isTrue();
            assertThat(open.fx(() -> isHit(tiles(open)[0]))).isFalse();
            open.press(KeyCode.ESCAPE);
        }
    }

    private static Node[] tiles(OpenWindow open) {
        Node flow = open.stage().getScene().lookup(".gallery-flow");
        return flow instanceof javafx.scene.layout.Pane pane
                ? pane.getChildren().toArray(Node[]::new)
                : new Node[0];
    }

    private static boolean isHit(Node tile) {
        return tile.getPseudoClassStates().contains(PseudoClass.getPseudoClass("hit"));
    }

    @Test
    @DisplayName("in the palette: adam is the optimizer Adam, before AdamW")
    void palette() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            open.press(KeyCode.CONTROL, KeyCode.K);
            open.await(
                    "it is there",
                    () -> open.robot().lookup("#palette-list").tryQuery().isPresent());
            ListView<?> list = open.find("#palette-list", ListView.class);
            open.await("the catalogues are read", () -> list.getItems().stream()
                    .anyMatch(one -> ((Command) one).title().equals("Optimizer: Adam")));
            open.type("adam");
            assertThat(highlighted(open, list)).isEqualTo("Optimizer: Adam");
            open.press(KeyCode.DOWN);
            assertThat(highlighted(open, list)).isEqualTo("Optimizer: AdamW");
        }
    }
}
