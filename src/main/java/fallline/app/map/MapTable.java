package fallline.app.map;

import fallline.analysis.map.MapTask;
import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs.FileKind;
import fallline.export.MapCsv;
import fallline.number.Numbers;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;

/// Saves a map of runs as a table, one line a run.
///
/// @param title of the dialog that asks for the file
/// @param name that is suggested for the file
public record MapTable(Desk desk, String title, String name) {
    private static final FileKind TABLE = new FileKind("Table", List.of("csv"));

    /// Asks for a file, and writes the map into it.
    ///
    /// @param map makes the map, not on the window's thread
    public void save(Supplier<MapTask> map) {
        desk.dialogs().saveFile(title, name, List.of(TABLE)).ifPresent(file -> desk.files()
                .run(
                        file,
                        "Saving " + file.getFileName(),
                        () -> MapCsv.write(
                                map.get(), file, () -> Thread.currentThread().isInterrupted()),
                        rows -> desk.notices()
                                .tell("Saved " + Numbers.whole(rows) + " runs in " + file.getFileName() + ".")));
    }

    /// An entry for the menu of a pane.
    public static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
