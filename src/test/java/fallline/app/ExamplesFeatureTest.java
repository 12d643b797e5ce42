package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Run;
import java.util.ArrayList;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("File › Examples")
class ExamplesFeatureTest {
    @Test
    @DisplayName(
            "lists ten, and the one that is chosen opens at the step that its file says; undo brings the old one back")
    void opens() {
        try (OpenWindow open = Furnished.window(new ArrayList<>(), Fixtures.bowl())) {
            Menu examples = open.fx(() -> {
                Menu file =
                        (Menu) open.find("#more", MenuButton.class).getItems().getFirst();
                file.getOnShowing().handle(new javafx.event.Event(file, file, Menu.ON_SHOWING));
                return file.getItems().stream()
                        .filter(item -> "menu-examples".equals(item.getId()))
                        .map(Menu.class::cast)
                        .findFirst()
                        .orElseThrow();
            });
            assertThat(examples.getItems().stream().filter(item -> item.getText() != null))
                    .hasSize(10);
            MenuItem race = examples.getItems().stream()
                    .filter(item -> "Five optimizers in Rosenbrock's valley".equals(item.getText()))
                    .findFirst()
                    .orElseThrow();
            open.fx(() -> race.getOnAction().handle(new javafx.event.ActionEvent(race, race)));
            open.await("the race is there", () -> open.experiment().runs().size() == 5);
            assertThat(open.fx(() -> open.window().workbench().view().playhead()))
                    .isEqualTo(60);
            assertThat(open.fx(() ->
                            open.experiment().runs().stream().map(Run::name).toList()))
                    .contains("L-BFGS");
            open.fx(() -> open.window().workbench().undo());
            assertThat(open.fx(() -> open.experiment().runs()))
                    .hasSameSizeAs(Fixtures.bowl().runs());
        }
    }
}
