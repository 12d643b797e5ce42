package fallline.app.controls;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The place of a part that is hidden at first: it joins the window when it is shown the first time, and costs no style
/// and no skin before.
public final class Slot extends StackPane {
    /// @param part hidden, or not, by its own `visible` and `managed`
    public Slot(Node part) {
        setAlignment(Pos.TOP_LEFT);
        managedProperty().bind(part.managedProperty());
        visibleProperty().bind(part.visibleProperty());
        part.visibleProperty().subscribe(_ -> attach(part));
        sceneProperty().subscribe(_ -> attach(part));
    }

    private void attach(Node part) {
        if (getScene() != null && part.isVisible() && getChildren().isEmpty()) {
            getChildren().add(part);
        }
    }
}
