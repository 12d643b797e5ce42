package fallline.app.toolbar;

import fallline.app.controls.Term;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.feature.Tool;
import fallline.app.feature.Tool.Place;
import fallline.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// Takes changes back, and makes them again. Its buttons are there only while they can do something; their place stays.
public final class HistoryFeature implements Feature {
    private final Workbench workbench;
    private final Button undo = BarButtons.icon(Feather.CORNER_UP_LEFT, "undo", "Undo", Term.UNDO);
    private final Button redo = BarButtons.icon(Feather.CORNER_UP_RIGHT, "redo", "Redo", Term.REDO);

    public HistoryFeature(Workbench workbench) {
        this.workbench = workbench;
        undo.setOnAction(_ -> workbench.undo());
        redo.setOnAction(_ -> workbench.redo());
        workbench.listen(_ -> show());
        show();
    }

    private void show() {
        undo.setVisible(workbench.canUndo());
        redo.setVisible(workbench.canRedo());
    }

    @Override
    public List<Tool> toolbar() {
        return List.of(new Tool(undo, Place.ACTION), new Tool(redo, Place.ACTION));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("undo", "Undo", workbench::undo)
                        .on(Key.command("Ctrl Z", KeyCode.Z))
                        .in(Menu.EDIT, 1)
                        .saying(() -> words("Undo", workbench.undoName()))
                        .enabledWhen(workbench::canUndo),
                Command.of("redo", "Redo", workbench::redo)
                        .on(Key.command("Ctrl Y", KeyCode.Y))
                        .on(Key.commandShift(KeyCode.Z))
                        .in(Menu.EDIT, 1)
                        .saying(() -> words("Redo", workbench.redoName()))
                        .enabledWhen(workbench::canRedo));
    }

    private static String words(String verb, Optional<String> edit) {
        return edit.map(name -> verb + ": " + name).orElse(verb);
    }
}
