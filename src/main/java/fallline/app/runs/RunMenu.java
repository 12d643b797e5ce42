package fallline.app.runs;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done with one run of the list, which is the chosen one while this is open.
final class RunMenu extends ContextMenu {
    /// @param rename puts a field in the place of the name
    RunMenu(RunsController controller, String run, boolean hidden, boolean solo, Runnable rename) {
        CheckMenuItem only = new CheckMenuItem("Show only this run");
        only.setId("row-solo");
        only.setSelected(solo);
        only.setDisable(!controller.canSolo());
        only.setOnAction(_ -> controller.onSolo(run));
        MenuItem fork = item("row-fork", controller.forkTitle(), controller::onFork);
        fork.setDisable(!controller.canFork());
        MenuItem up = item("row-up", "Move up", () -> controller.onMove(-1));
        up.setDisable(!controller.canMove(-1));
        MenuItem down = item("row-down", "Move down", () -> controller.onMove(1));
        down.setDisable(!controller.canMove(1));
        MenuItem repeat = item("row-repeat", "Repeat with seeds…", controller::onRepeat);
        repeat.setDisable(!controller.canFork());
        MenuItem remove = item("row-remove", "Remove", controller::onRemove);
        remove.setDisable(!controller.canRemove());
        getItems()
                .setAll(
                        only,
                        item("row-eye", hidden ? "Show" : "Hide", () -> controller.onToggle(run)),
                        new SeparatorMenuItem(),
                        item("row-rename", "Rename", rename),
                        item("row-copy", "Copy", controller::onDuplicate),
                        fork,
                        repeat,
                        new SeparatorMenuItem(),
                        up,
                        down,
                        new SeparatorMenuItem(),
                        remove);
    }

    private static MenuItem item(String id, String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
