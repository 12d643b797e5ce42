package fallline.app.controls;

import fallline.expr.parse.BracketPair;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;

/// A field for a formula: the place of a mistake is underlined, the bracket at the caret is shown with its partner, and
/// names are completed.
public final class FormulaField extends StackPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    private static final double WAVE = 2;

    /// A stretch of text.
    ///
    /// @param start its first offset
    /// @param end the offset behind it
    public record Stretch(int start, int end) {}

    private final TextField text = new TextField();
    private final Pane marks = new Pane();
    private final Polyline wave = new Polyline();
    private final Rectangle open = bracket();
    private final Rectangle close = bracket();
    private final Rectangle clip = new Rectangle();
    private final NamePopup names;
    private Optional<Stretch> mistake = Optional.empty();
    private boolean marking;

    /// @param known the names that may be completed
    public FormulaField(Supplier<List<String>> known) {
        names = new NamePopup(text, known);
        compose();
        listen();
    }

    private void compose() {
        getStyleClass().add("formula-box");
        text.getStyleClass().add("formula-field");
        text.visibleProperty().bind(visibleProperty());
        wave.getStyleClass().add("mistake");
        wave.setManaged(false);
        marks.setMouseTransparent(true);
        marks.setClip(clip);
        marks.getChildren().setAll(open, close, wave);
        getChildren().setAll(text, marks);
    }

    private static Rectangle bracket() {
        Rectangle mark = new Rectangle();
        mark.getStyleClass().add("bracket-mark");
        mark.setManaged(false);
        mark.setVisible(false);
        return mark;
    }

    private void listen() {
        text.textProperty().subscribe(_ -> markLater());
        text.caretPositionProperty().subscribe(_ -> {
            names.hide();
            markLater();
        });
        text.focusedProperty().subscribe(_ -> markLater());
        text.widthProperty().subscribe(_ -> markLater());
    }

    /// The field itself.
    public TextField text() {
        return text;
    }

    /// Underlines the place of a mistake; empty for none.
    public void showMistake(Optional<Stretch> place) {
        mistake = place;
        text.pseudoClassStateChanged(WRONG, place.isPresent());
        markLater();
    }

    /// Completes the name before the caret, if there is one to be completed.
    public void offerNames() {
        // the caret's place is known after the field's layout
        Platform.runLater(() -> {
            if (text.isFocused()) {
                names.offer(bounds(Math.max(0, text.getCaretPosition() - 1)).getMaxX());
            }
        });
    }

    /// Several changes at once are marked once, when the text has its new places.
    private void markLater() {
        if (!marking) {
            marking = true;
            Platform.runLater(() -> {
                marking = false;
                mark();
            });
        }
    }

    private void mark() {
        text.layout();
        clip.setX(text.getInsets().getLeft());
        clip.setWidth(Math.max(
                0,
                text.getWidth() - text.getInsets().getLeft() - text.getInsets().getRight()));
        clip.setHeight(text.getHeight());
        Optional<BracketPair> pair =
                text.isFocused() ? BracketPair.at(text.getText(), text.getCaretPosition()) : Optional.empty();
        place(open, pair.map(BracketPair::open));
        place(close, pair.map(BracketPair::close));
        wave.getPoints().clear();
        mistake.ifPresent(this::underline);
        wave.setVisible(!wave.getPoints().isEmpty());
    }

    private void place(Rectangle mark, Optional<Integer> offset) {
        mark.setVisible(offset.isPresent());
        offset.ifPresent(at -> {
            Rectangle2D bounds = bounds(at);
            mark.setX(bounds.getMinX());
            mark.setY(bounds.getMinY());
            mark.setWidth(bounds.getWidth());
            mark.setHeight(bounds.getHeight());
        });
    }

    private void underline(Stretch place) {
        int length = text.getLength();
        int first = Math.clamp(place.start(), 0, Math.max(0, length - 1));
        int last = Math.clamp(place.end() - 1L, first, Math.max(0, length - 1));
        if (length == 0) {
            return;
        }
        Rectangle2D from = bounds(first);
        Rectangle2D to = bounds(last);
        double bottom = from.getMaxY() + 2;
        double width = Math.max(4 * WAVE, to.getMaxX() - from.getMinX());
        for (int i = 0; i * WAVE <= width; i++) {
            wave.getPoints().addAll(from.getMinX() + i * WAVE, bottom + (i % 2 == 0 ? 0 : -WAVE));
        }
    }

    /// Where a character stands, in this box.
    private Rectangle2D bounds(int offset) {
        if (!(text.getSkin() instanceof TextFieldSkin skin) || text.getLength() == 0) {
            return Rectangle2D.EMPTY;
        }
        return skin.getCharacterBounds(Math.min(offset, text.getLength() - 1));
    }
}
