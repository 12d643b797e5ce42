package fallline.app.controls;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;

/// A small card that floats over the window beside what it belongs to, in the window's theme.
public final class Bubble {
    private static final double GAP = 3;

    private final Popup popup = new Popup();
    private final StackPane card = new StackPane();

    /// @param id for style sheets and tests
    public Bubble(String id, Node content) {
        card.setId(id);
        card.getStyleClass().addAll("bubble");
        card.getChildren().setAll(content);
        popup.getContent().setAll(card);
        popup.setAutoFix(true);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    /// Shows it below a place of `owner`, in the owner's coordinates.
    public void show(Node owner, Bounds place) {
        Point2D corner = owner.localToScreen(place.getMinX(), place.getMaxY());
        if (corner == null || owner.getScene() == null) {
            return; // the owner is not on a screen
        }
        popup.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
        if (popup.isShowing()) {
            popup.setX(corner.getX());
            popup.setY(corner.getY() + GAP);
        } else {
            popup.show(owner, corner.getX(), corner.getY() + GAP);
        }
    }

    /// Hides it.
    public void hide() {
        popup.hide();
    }

    /// Whether it can be seen.
    public boolean isShowing() {
        return popup.isShowing();
    }
}
