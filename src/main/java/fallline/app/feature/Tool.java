package fallline.app.feature;

import javafx.scene.Node;

/// A node of the toolbar and its place; nodes of one place stand in the order of the features.
public record Tool(Node node, Place place) {
    /// Where in the toolbar, from the left.
    public enum Place {
        /// What is worked on: problem, data.
        CHOICE,
        /// In words, what is worked on; as wide as there is room.
        LINE,
        /// What can be done.
        ACTION,
        /// What the eye is to find, at the end.
        LAST
    }
}
