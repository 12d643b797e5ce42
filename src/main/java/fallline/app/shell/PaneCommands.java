package fallline.app.shell;

import fallline.app.feature.Command;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.feature.SubMenu;
import fallline.app.pane.PaneAction;
import fallline.app.pane.PaneGrid;
import java.util.List;
import javafx.scene.input.KeyCode;

/// What can be done with whichever pane is meant.
public final class PaneCommands {
    private PaneCommands() {}

    /// Brings each pane on top by its name.
    public static List<Command> views(PaneGrid grid) {
        return grid.offered().stream()
                .map(pane -> Command.of(
                        "view-" + pane.id(), "View: " + pane.titleProperty().get(), () -> grid.lay(pane)))
                .toList();
    }

    /// A menu of these panes, in which those that lie on top have a tick.
    public static SubMenu menu(PaneGrid grid) {
        return new SubMenu("panes", "Panes", new MenuPlace(Menu.VIEW, 4), () -> grid.offered().stream()
                .map(pane -> Command.of(
                                "pane-" + pane.id(), pane.titleProperty().get(), () -> grid.lay(pane))
                        .switching(() -> grid.isOnTop(pane)))
                .toList());
    }

    /// The commands of these panes.
    public static List<Command> of(PaneGrid grid) {
        return List.of(
                Command.of("reset-view", "Reset the view under the mouse", () -> grid.act(PaneAction.Kind.RESET))
                        .on(Key.typed("0", "0"))
                        .in(Menu.VIEW, 4),
                Command.of("copy-picture", "Copy the picture under the mouse", () -> grid.act(PaneAction.Kind.COPY))
                        .on(Key.command("Ctrl C", KeyCode.C))
                        .in(Menu.EDIT, 2),
                Command.of(
                                "export-picture",
                                "Export the picture under the mouse",
                                () -> grid.act(PaneAction.Kind.EXPORT))
                        .on(Key.letter('E'))
                        .in(Menu.FILE, 3),
                Command.of("maximise", "Maximise the view under the mouse", () -> grid.toggle(grid.meant()))
                        .on(Key.letter('M'))
                        .in(Menu.VIEW, 4));
    }
}
