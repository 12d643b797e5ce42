package fallline.app.help;

import fallline.app.controls.Rows;
import fallline.app.controls.Sheet;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/// Something to be read, over the window: a title, text that scrolls where it is long, and buttons.
final class HelpSheet {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 440;
    private static final double LEAST_HEIGHT = 100;

    private final Sheet sheet;
    private final ScrollPane scroll;

    /// A button beside *Close*.
    record Way(String id, String words, Runnable action) {}

    /// @param id for tests and style sheets
    HelpSheet(Stage stage, String id, String title, Region text, Way... ways) {
        Label head = new Label(title);
        head.getStyleClass().add("about-title");
        head.setId(id + "-title");
        scroll = new ScrollPane(text);
        scroll.setId(id + "-text");
        scroll.getStyleClass().add("card-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefViewportWidth(WIDTH);
        text.heightProperty()
                .subscribe(
                        height -> scroll.setPrefViewportHeight(Math.min(HEIGHT, Math.ceil(height.doubleValue()) + 1)));
        scroll.setMinHeight(LEAST_HEIGHT);
        List<Node> buttons = new ArrayList<>();
        for (Way way : ways) {
            buttons.add(Sheet.button(way.id(), way.words(), () -> {
                close();
                way.action().run();
            }));
        }
        Button close = Sheet.button("close-" + id, "Close", this::close);
        close.setDefaultButton(true);
        buttons.add(Rows.space());
        buttons.add(close);
        HBox line = new HBox(buttons.toArray(Node[]::new));
        line.getStyleClass().add("sheet-buttons");
        line.setSpacing(8);
        sheet = new Sheet(stage, id, this::close, head, scroll, line);
    }

    void open() {
        sheet.open();
    }

    private void close() {
        sheet.close();
    }

    /// Scrolls until this part of the text is seen.
    void reveal(Node part) {
        scroll.applyCss();
        scroll.layout();
        double hidden = scroll.getContent().getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            scroll.setVvalue(part.getBoundsInParent().getMinY() / hidden);
        }
    }
}
