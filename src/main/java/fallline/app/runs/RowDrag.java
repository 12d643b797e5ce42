package fallline.app.runs;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/// Moves rows of the list by hand: the row follows the pointer, the others make room, and Escape puts it back.
final class RowDrag {
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");

    /// How far the pointer goes before a click is a drag.
    private static final double SLACK = 5;

    /// How near an edge of the list the pointer scrolls it, and by how much at a time.
    private static final double EDGE = 12;

    private final RunList list;
    private final EventHandler<KeyEvent> keys = this::onKey;

    /// Where in the list the pointer was when it pressed the row; NaN while none is pressed.
    private double pressed = Double.NaN;

    /// The window whose keys are listened to while a row is on its way.
    private Optional<Window> listened = Optional.empty();

    RowDrag(RunList list) {
        this.list = list;
    }

    /// Lets a row be dragged.
    ///
    /// @param drop is told the place, from 0, where the row was let go, if it is another one
    void on(RunRow row, IntConsumer drop) {
        row.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            cancel();
            boolean taken = event.getButton() == MouseButton.PRIMARY && !row.isRenaming();
            pressed = taken ? place(event) : Double.NaN;
        });
        row.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            drag(row, event);
            event.consume();
        });
        row.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            int from = list.rows().indexOf(row);
            int to = listened.isPresent() ? target(row) : from;
            cancel();
            if (to != from) {
                drop.accept(to);
            }
            event.consume();
        });
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            cancel();
            event.consume();
        }
    }

    /// Takes the keys before the window's own, for as long as a row is on its way.
    private void begin() {
        if (listened.isEmpty()) {
            listened = Optional.of(list.getScene().getWindow());
            listened.get().addEventFilter(KeyEvent.KEY_PRESSED, keys);
        }
    }

    private void end() {
        listened.ifPresent(window -> window.removeEventFilter(KeyEvent.KEY_PRESSED, keys));
        listened = Optional.empty();
    }

    /// Puts all rows back to their places.
    void cancel() {
        pressed = Double.NaN;
        end();
        for (RunRow row : list.rows()) {
            row.setTranslateY(0);
            row.setViewOrder(0);
            row.pseudoClassStateChanged(DRAGGED, false);
        }
    }

    private double place(MouseEvent event) {
        return list.column().sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
    }

    private void drag(RunRow row, MouseEvent event) {
        double far = place(event) - pressed;
        if (Double.isNaN(far) || list.rows().size() < 2 || (listened.isEmpty() && Math.abs(far) < SLACK)) {
            return;
        }
        begin();
        row.pseudoClassStateChanged(DRAGGED, true);
        row.setViewOrder(-1);
        double inList = list.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
        if (inList < EDGE) {
            list.scrollBy(-EDGE);
        } else if (inList > list.getHeight() - EDGE) {
            list.scrollBy(EDGE);
        }
        double lowest = list.column().getHeight() - row.getHeight();
        row.setTranslateY(Math.clamp(row.getLayoutY() + far, 0, Math.max(0, lowest)) - row.getLayoutY());
        makeRoom(row);
    }

    private void makeRoom(RunRow row) {
        List<RunRow> rows = list.rows();
        int from = rows.indexOf(row);
        int to = target(row);
        double height = row.getHeight() + list.column().getSpacing();
        for (int i = 0; i < rows.size(); i++) {
            if (i != from) {
                boolean up = from < i && i <= to;
                boolean down = to <= i && i < from;
                rows.get(i).setTranslateY(up ? -height : down ? height : 0);
            }
        }
    }

    /// The place that the row has where it is now: after all that its middle has passed.
    private int target(RunRow row) {
        List<RunRow> rows = list.rows();
        int from = rows.indexOf(row);
        double top = row.getLayoutY() + row.getTranslateY();
        int to = from;
        while (to < rows.size() - 1 && top + row.getHeight() > middle(rows.get(to + 1))) {
            to++;
        }
        while (to > 0 && to <= from && top < middle(rows.get(to - 1))) {
            to--;
        }
        return to;
    }

    private static double middle(RunRow row) {
        return row.getLayoutY() + row.getHeight() / 2;
    }
}
