package fallline.app.present;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Controls that stand elsewhere for a while, and go back to exactly their places.
final class Loan {
    private record Place(Node node, Pane parent, int index, boolean visible) {}

    private final List<Place> places = new ArrayList<>();

    /// Takes a control from where it stands; empty where it cannot be taken.
    Optional<Node> take(Node node) {
        if (!(node.getParent() instanceof Pane parent)) {
            return Optional.empty();
        }
        places.addFirst(new Place(node, parent, parent.getChildren().indexOf(node), node.isVisible()));
        parent.getChildren().remove(node);
        return Optional.of(node);
    }

    /// The last that was taken goes back first, so that all places are what they were.
    void giveBack() {
        for (Place place : places) {
            if (place.node.getParent() instanceof Pane now) {
                now.getChildren().remove(place.node);
            }
            place.parent
                    .getChildren()
                    .add(Math.min(place.index, place.parent.getChildren().size()), place.node);
            if (!place.node.visibleProperty().isBound()) {
                place.node.setVisible(place.visible);
            }
        }
        places.clear();
    }
}
