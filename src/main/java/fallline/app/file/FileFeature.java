package fallline.app.file;

import fallline.app.controls.Term;
import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.feature.Tool;
import fallline.app.feature.Tool.Place;
import fallline.app.toolbar.BarButtons;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

/// Opens and saves experiments; in a narrow window its buttons give way to the menu.
public final class FileFeature implements Feature {
    private final FileController controller;
    private final Optional<Path> first;
    private final Button open = BarButtons.big(new Button("Open"), "open", Term.OPEN);
    private final Button save = BarButtons.big(new Button("Save"), "save", Term.SAVE);

    /// @param first what is opened as soon as the window is there
    public FileFeature(Desk desk, FileController controller, Optional<Path> first) {
        this.controller = controller;
        this.first = first;
        open.setOnAction(_ -> controller.onOpen());
        save.setOnAction(_ -> controller.onSave());
        List.of(open, save).forEach(button -> {
            button.managedProperty().bind(button.visibleProperty());
            button.visibleProperty().bind(desk.narrow().not());
        });
    }

    /// Opens an experiment or a table of data, as if it had been dropped on the window.
    public void open(Path file) {
        controller.open(List.of(file));
    }

    @Override
    public List<Tool> toolbar() {
        return List.of(new Tool(open, Place.ACTION), new Tool(save, Place.ACTION));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("open", "Open…", controller::onOpen)
                        .on(Key.command("Ctrl O", KeyCode.O))
                        .in(Menu.FILE, 1),
                Command.of("save", "Save", controller::onSave)
                        .on(Key.command("Ctrl S", KeyCode.S))
                        .in(Menu.FILE, 2),
                Command.of("save-as", "Save as…", controller::onSaveAs).in(Menu.FILE, 2));
    }

    @Override
    public void onShown() {
        first.ifPresent(this::open);
    }
}
