package fallline.app.present;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/// What is laid over a stage: all black, all white, or dark around the pointer.
final class Curtains {
    private static final double RADIUS = 90;

    /// Beyond any screen.
    private static final double FAR = 20_000;

    private final Scene scene;
    private final Pane root;
    private final Region blank = new Region();
    private final Path dim = new Path();
    private final BooleanProperty spotlight = new SimpleBooleanProperty();
    private final EventHandler<MouseEvent> onMove = this::follow;

    /// @param root what everything lies in; it gets the curtains on top
    Curtains(Scene scene, Pane root) {
        this.scene = scene;
        this.root = root;
        blank.setId("stage-blank");
        blank.setViewOrder(-10);
        blank.setVisible(false);
        blank.setOnMousePressed(event -> {
            blank.setVisible(false);
            event.consume();
        });
        dim.setId("stage-spotlight");
        dim.getStyleClass().add("spotlight");
        dim.setFillRule(FillRule.EVEN_ODD);
        dim.setStroke(null);
        dim.setManaged(false);
        dim.setMouseTransparent(true);
        dim.setViewOrder(-5);
        dim.visibleProperty().bind(spotlight);
    }

    void open() {
        root.getChildren().addAll(dim, blank);
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, onMove);
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, onMove);
        light(0, 0);
    }

    void close() {
        scene.removeEventFilter(MouseEvent.MOUSE_MOVED, onMove);
        scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, onMove);
        root.getChildren().removeAll(dim, blank);
        spotlight.set(false);
        blank.setVisible(false);
    }

    /// Nothing but one colour, or the stage again.
    void blank(String style) {
        boolean same = blank.isVisible() && blank.getStyleClass().contains(style);
        blank.getStyleClass().setAll(style);
        blank.setVisible(!same);
    }

    /// Whether there is nothing but that colour.
    boolean isBlank(String style) {
        return blank.isVisible() && blank.getStyleClass().contains(style);
    }

    void toggleSpotlight() {
        spotlight.set(!spotlight.get());
    }

    boolean isSpotlit() {
        return spotlight.get();
    }

    private void follow(MouseEvent event) {
        light(event.getSceneX(), event.getSceneY());
    }

    private void light(double sceneX, double sceneY) {
        Point2D at = dim.sceneToLocal(sceneX, sceneY);
        double x = at == null ? 0 : at.getX();
        double y = at == null ? 0 : at.getY();
        dim.getElements()
                .setAll(
                        new MoveTo(0, 0),
                        new HLineTo(FAR),
                        new VLineTo(FAR),
                        new HLineTo(0),
                        new ClosePath(),
                        new MoveTo(x - RADIUS, y),
                        new ArcTo(RADIUS, RADIUS, 0, x + RADIUS, y, false, true),
                        new ArcTo(RADIUS, RADIUS, 0, x - RADIUS, y, false, true),
                        new ClosePath());
    }
}
