package fallline.app.file;

import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.feature.SubMenu;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/// Opens and saves experiments, and closes the window.
public final class FileFeature implements Feature {
    private final FileController controller;
    private final Optional<Path> first;

    /// @param first what is opened as soon as the window is there
    public FileFeature(FileController controller, Optional<Path> first) {
        this.controller = controller;
        this.first = first;
    }

    /// Opens an experiment or a table of data, as if it had been dropped on the window.
    public void open(Path file) {
        controller.open(List.of(file));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("new", "New", controller::onNew)
                        .on(Key.command("Ctrl N", KeyCode.N))
                        .in(Menu.FILE, 1)
                        .tipped("Begins with J = w² again; undo brings back what was there."),
                Command.of("open", "Open…", controller::onOpen)
                        .on(Key.command("Ctrl O", KeyCode.O))
                        .in(Menu.FILE, 1)
                        .tipped("Opens an experiment (.fallline, .json) or a table of data (CSV, Excel)."),
                Command.of("save", "Save", controller::onSave)
                        .on(Key.command("Ctrl S", KeyCode.S))
                        .in(Menu.FILE, 2)
                        .tipped("Saves the experiment with all its runs into its file."),
                Command.of("save-as", "Save as…", controller::onSaveAs)
                        .on(Key.commandShift("Ctrl Shift S", KeyCode.S))
                        .in(Menu.FILE, 2),
                Command.of("revert", "Revert", controller::onRevert)
                        .in(Menu.FILE, 2)
                        .enabledWhen(controller::hasFile)
                        .tipped("Goes back to what is in the file; undo brings your changes back."),
                Command.of("quit", "Quit", controller::onQuit)
                        .on(Key.command("Ctrl Q", KeyCode.Q))
                        .in(Menu.FILE, 9));
    }

    @Override
    public List<Command> choices() {
        return controller.recents().choices();
    }

    @Override
    public List<SubMenu> subMenus() {
        return List.of(new SubMenu("open-recent", "Open recent", new MenuPlace(Menu.FILE, 1), () -> controller
                .recents()
                .entries()));
    }

    @Override
    public void onShown() {
        first.ifPresent(this::open);
    }
}
