package fallline.app.desk;

import java.util.List;
import javafx.scene.Node;

/// What the features put into the window, and what the keys do for them.
///
/// @param toolbarStart after the name of the application: problem, data
/// @param toolbarEnd at the right, before the theme button: undo, redo, open, save
/// @param toolbarLast after the theme button: export
/// @param cards the left column, from the top
/// @param fork copies the chosen run, so that both futures stay
/// @param open asks for a file and opens it
/// @param paste reads the table in the clipboard
/// @param save saves the experiment
/// @param export shows what can be exported
/// @param pictures saves and copies the picture of one pane
public record Furniture(
        List<Node> toolbarStart,
        List<Node> toolbarEnd,
        List<Node> toolbarLast,
        List<Node> cards,
        Runnable fork,
        Runnable open,
        Runnable paste,
        Runnable save,
        Runnable export,
        PictureActions pictures) {
    public Furniture {
        toolbarStart = List.copyOf(toolbarStart);
        toolbarEnd = List.copyOf(toolbarEnd);
        toolbarLast = List.copyOf(toolbarLast);
        cards = List.copyOf(cards);
    }

    /// An empty room.
    public static final Furniture NONE = new Furniture(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            () -> {},
            () -> {},
            () -> {},
            () -> {},
            () -> {},
            PictureActions.NONE);
}
