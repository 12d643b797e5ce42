package fallline.app.toolbar;

import fallline.app.controls.Focus;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.desk.Desk;
import fallline.workbench.Workbench;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Undo, redo, open, save, and the menu of what else there is. Open and save move into the menu in a narrow window.
public final class ToolbarButtons {
    private final Button undo = icon(Feather.CORNER_UP_LEFT, "undo", "Undo", Term.UNDO);
    private final Button redo = icon(Feather.CORNER_UP_RIGHT, "redo", "Redo", Term.REDO);
    private final Button open = big(new Button("Open"), "open", Term.OPEN);
    private final Button save = big(new Button("Save"), "save", Term.SAVE);
    private final MenuButton more = big(new MenuButton(), "more", Term.MORE);

    /// What the buttons do, beside undo and redo.
    public record Actions(Runnable open, Runnable save, Runnable saveAs, Runnable about) {}

    public ToolbarButtons(Desk desk, Actions actions) {
        Workbench workbench = desk.workbench();
        undo.setOnAction(_ -> workbench.undo());
        redo.setOnAction(_ -> workbench.redo());
        open.setOnAction(_ -> actions.open().run());
        save.setOnAction(_ -> actions.save().run());
        more.setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        more.setAccessibleText("More");
        more.getStyleClass().add("no-arrow");
        more.getItems()
                .setAll(
                        item("menu-open", "Open…", actions.open()),
                        item("menu-save", "Save", actions.save()),
                        item("menu-save-as", "Save as…", actions.saveAs()),
                        new SeparatorMenuItem(),
                        item("menu-about", "About Fall Line", actions.about()));
        open.managedProperty().bind(open.visibleProperty());
        save.managedProperty().bind(save.visibleProperty());
        open.visibleProperty().bind(desk.narrow().not());
        save.visibleProperty().bind(desk.narrow().not());
        workbench.listen(_ -> showHistory(workbench));
        showHistory(workbench);
    }

    private void showHistory(Workbench workbench) {
        undo.setDisable(!workbench.canUndo());
        redo.setDisable(!workbench.canRedo());
    }

    private static Button icon(Feather feather, String id, String name, Term term) {
        Button button = big(new Button(), id, term);
        button.setGraphic(new FontIcon(feather));
        button.setAccessibleText(name);
        return button;
    }

    private static <B extends Labeled> B big(B button, String id, Term term) {
        button.setId(id);
        button.getStyleClass().addAll("tool", "big");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setFocusTraversable(false);
        Focus.returnedAfterClick(button);
        return Tips.on(button, term);
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// Undo and redo.
    public Node undo() {
        return undo;
    }

    public Node redo() {
        return redo;
    }

    public Node open() {
        return open;
    }

    public Node save() {
        return save;
    }

    /// The menu.
    public Node more() {
        return more;
    }
}
