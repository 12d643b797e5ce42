package fallline.app.feature;

import fallline.app.pane.PlacedPane;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;

/// A part of the window that brings everything of its own: the window asks, and puts it where it belongs. FX thread.
///
/// A new feature is a package with one of these and a line in the list of features.
public interface Feature {
    /// Its panes, beside the plots.
    default List<PlacedPane> panes() {
        return List.of();
    }

    /// Its cards at the head of the left column, which are always in sight.
    default List<Node> heads() {
        return List.of();
    }

    /// Its cards below them, which scroll by themselves if they are long.
    default List<Node> lists() {
        return List.of();
    }

    /// Its cards in the left column's scroller, in the order of the features.
    default List<Node> cards() {
        return List.of();
    }

    /// Its nodes in the toolbar.
    default List<Tool> toolbar() {
        return List.of();
    }

    /// What lies below the panes, from side to side.
    default List<Node> footer() {
        return List.of();
    }

    /// What it can do: keys, menus and lists of commands are made of these. Asked for when the window is made.
    default List<Command> commands() {
        return List.of();
    }

    /// What can be chosen by name, besides its commands: problems, data, optimizers. Asked for on any thread, whenever
    /// somebody looks for a name; the actions run on the FX thread.
    default List<Command> choices() {
        return List.of();
    }

    /// Its menus within the menus.
    default List<SubMenu> subMenus() {
        return List.of();
    }

    /// Its controls that can stand in a lesson for a while, or be locked, by a word: `rate`; further parts
    /// of one that has several are called `rate/1`, `rate/2` …
    default Map<String, Node> controls() {
        return Map.of();
    }

    /// The window is put together, and this is what may be rearranged in it.
    default void onFurnished(Surroundings surroundings) {}

    /// The window is on the screen.
    default void onShown() {}

    /// The window is about to close.
    default void onClose() {}
}
