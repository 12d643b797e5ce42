package fallline.app.data;

import fallline.app.controls.Slot;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.feature.Tool;
import fallline.app.feature.Tool.Place;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// Brings the chooser of the data.
public final class DataFeature implements Feature {
    private final DataController controller;

    public DataFeature(DataController controller) {
        this.controller = controller;
    }

    @Override
    public List<Command> choices() {
        return controller.choices();
    }

    @Override
    public List<Tool> toolbar() {
        return List.of(new Tool(new Slot(controller.chooser()), Place.CHOICE));
    }

    @Override
    public List<Command> commands() {
        KeptTable kept = controller.kept();
        return List.of(
                Command.of("paste", "Paste a table or share code", controller::onPaste)
                        .on(Key.command("Ctrl V", KeyCode.V))
                        .in(Menu.EDIT, 2)
                        .tipped("Reads the table that is on the clipboard, or opens the share code."),
                Command.of("data-gallery", "Data sets…", controller::onGallery)
                        .in(Menu.FILE, 1)
                        .tipped("Shows the data sets, and the generators of points, as small pictures."),
                Command.of("keep-table", "Keep the table in the file", kept::toggle)
                        .in(Menu.FILE, 2)
                        .enabledWhen(kept::isByPath)
                        .switching(kept::isCarried)
                        .tipped("Saves a copy of the table with the experiment, should its file change or go."));
    }

    @Override
    public List<Node> footer() {
        return List.of(controller.kept().bar());
    }
}
