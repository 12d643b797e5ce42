package fallline.app.export;

import fallline.app.controls.Focus;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.export.python.CodeTarget;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The button *Export* with its menu: the dialog for pictures and films, the steps as a table, and the experiment as
/// code.
final class ExportMenu extends MenuButton {
    ExportMenu(ExportController controller) {
        setText("Export");
        setId("export");
        getStyleClass().addAll("tool", "big", "accent");
        setMinWidth(USE_PREF_SIZE);
        setFocusTraversable(false);
        Focus.returnedAfterClick(this);
        Tips.on(this, Term.EXPORT);
        getItems()
                .addAll(
                        item("export-picture", "Picture or film…", controller::onExport),
                        item("export-again", "Save again", controller::onSaveAgain));
        getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("export-traces", "All steps as CSV or JSON…", controller::onTraces),
                        new SeparatorMenuItem());
        for (CodeTarget code : CodeTarget.values()) {
            getItems().add(item("export-" + code.word(), code.title() + "…", () -> controller.onCode(code)));
        }
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
