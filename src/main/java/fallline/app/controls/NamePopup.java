package fallline.app.controls;

import fallline.expr.Function;
import fallline.expr.parse.NameCompletion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// Offers names while one is typed into a field. Up and Down choose, Tab and Enter take, Escape gives up; a function
/// comes with its brackets, the caret between them.
final class NamePopup {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final TextField field;
    private final Supplier<List<String>> known;
    private final VBox list = new VBox();
    private final Bubble bubble = new Bubble("names", list);
    private Optional<NameCompletion> completion = Optional.empty();
    private int chosen;

    /// @param known the names that may be completed
    NamePopup(TextField field, Supplier<List<String>> known) {
        this.field = field;
        this.known = known;
        list.getStyleClass().add("name-list");
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                hide();
            }
        });
    }

    /// Offers what fits the text before the caret.
    ///
    /// @param x where the caret is, in the field's coordinates
    void offer(double x) {
        completion = NameCompletion.at(field.getText(), field.getCaretPosition(), known.get());
        completion.ifPresentOrElse(
                found -> {
                    fill(found.names());
                    bubble.show(field, new BoundingBox(x, 0, 0, field.getHeight()));
                },
                this::hide);
    }

    void hide() {
        completion = Optional.empty();
        bubble.hide();
    }

    private void fill(List<String> names) {
        List<Label> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            Label row = new Label(names.get(i));
            row.getStyleClass().add("name");
            row.setMaxWidth(Double.MAX_VALUE);
            row.setOnMouseClicked(_ -> take(index));
            rows.add(row);
        }
        list.getChildren().setAll(rows);
        choose(0);
    }

    private void choose(int index) {
        chosen = index;
        for (int i = 0; i < list.getChildren().size(); i++) {
            list.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == index);
        }
    }

    private void onKey(KeyEvent event) {
        if (!bubble.isShowing() || completion.isEmpty()) {
            return;
        }
        int size = list.getChildren().size();
        switch (event.getCode()) {
            case DOWN -> choose((chosen + 1) % size);
            case UP -> choose((chosen + size - 1) % size);
            case TAB, ENTER -> take(chosen);
            case ESCAPE -> hide();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void take(int index) {
        NameCompletion taken = completion.orElseThrow();
        String name = taken.names().get(index);
        hide();
        boolean open = field.getText().startsWith("(", taken.end());
        boolean brackets = Function.of(name).isPresent() && !open;
        field.replaceText(taken.start(), taken.end(), name + (brackets ? "()" : ""));
        field.positionCaret(taken.start() + name.length() + (brackets || open ? 1 : 0));
        hide();
    }
}
