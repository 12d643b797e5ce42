package fallline.app.data;

import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.feature.Tool;
import fallline.app.feature.Tool.Place;
import java.util.List;
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
        return List.of(new Tool(controller.chooser(), Place.CHOICE));
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("paste", "Paste a table", controller::onPaste)
                .on(Key.command("Ctrl V", KeyCode.V))
                .in(Menu.EDIT, 2)
                .tipped("Reads the table that is on the clipboard."));
    }
}
