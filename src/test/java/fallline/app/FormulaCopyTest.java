package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.figure.paint.Typesetter;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Edit › Copy formulas")
class FormulaCopyTest {
    private static List<MenuItem> entries(OpenWindow open) {
        return open.fx(() -> {
            Menu edit = (Menu) open.find("#more", MenuButton.class).getItems().get(1);
            edit.getOnShowing().handle(new javafx.event.Event(edit, edit, Menu.ON_SHOWING));
            return edit.getItems().stream()
                    .filter(item -> "menu-copy-formulas".equals(item.getId()))
                    .flatMap(item -> ((Menu) item).getItems().stream())
                    .filter(item -> item.getText() != null)
                    .toList();
        });
    }

    private static String copied(OpenWindow open, String title) {
        MenuItem entry = entries(open).stream()
                .filter(item -> title.equals(item.getText()))
                .findFirst()
                .orElseThrow();
        open.fx(() -> Clipboard.getSystemClipboard().clear());
        open.fx(() -> entry.getOnAction().handle(new javafx.event.ActionEvent(entry, entry)));
        open.await(title, () -> Clipboard.getSystemClipboard().hasString());
        return open.fx(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    @DisplayName("copies the step, the problem, the rule and the finish table, as LaTeX that can be set and as text")
    void copies() {
        try (OpenWindow open = Furnished.window(new ArrayList<>(), Fixtures.bowl())) {
            open.settle();
            String step = copied(open, "Copy the step as LaTeX");
            assertThat(step).startsWith("\\begin{aligned}\n  g &= \\frac{dJ}{dw} = 2 w");
            assertThat(copied(open, "Copy the step as text")).contains("dJ/dw = 2 w", "w ← w − α g");
            String problem = copied(open, "Copy J and its gradient as LaTeX");
            String rule = copied(open, "Copy the rule as LaTeX");
            for (String latex : List.of(step, problem, rule)) {
                assertThat(new Typesetter().picture(latex, 14, Color.BLACK, 1).getWidth())
                        .isGreaterThan(20);
            }
            assertThat(copied(open, "Copy the finish table as LaTeX")).contains("\\begin{tabular}");
            assertThat(copied(open, "Copy the finish table as text")).startsWith("run\ttarget");
        }
    }
}
