package fallline.app.menu;

import fallline.app.controls.Term;
import fallline.app.toolbar.BarButtons;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The menus in the toolbar's own row: words in a wide window, behind the button ⋯ in a narrow one, and at the top of
/// the screen on macOS. F10, or Alt alone, opens them from the keyboard.
public final class MenuStrip {
    private final MenuBar bar = new MenuBar();
    private final MenuButton more = BarButtons.big(new MenuButton(), "more", Term.MORE);
    private final ReadOnlyBooleanProperty narrow;
    private final boolean ofSystem = PrintedKey.onMac();

    /// Whether Alt was pressed and nothing since.
    private boolean altAlone;

    public MenuStrip(WindowMenus menus, ReadOnlyBooleanProperty narrow) {
        this.narrow = narrow;
        bar.setId("menus");
        bar.setUseSystemMenuBar(true); // where there is one
        bar.setMinWidth(Region.USE_PREF_SIZE);
        bar.getMenus().setAll(menus.menus("menu-bar-", true));
        more.setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        more.setAccessibleText("Menu");
        more.getStyleClass().add("no-arrow");
        more.getItems().setAll(menus.menus("more-", false));
        narrow.subscribe(now -> {
            show(bar, ofSystem || !now);
            show(more, !ofSystem && now);
        });
    }

    private static void show(Region node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// The words, for the left of the toolbar.
    public MenuBar bar() {
        return bar;
    }

    /// The button, for its right.
    public MenuButton more() {
        return more;
    }

    /// Listens to the keys that open a menu. By themselves the words would only be marked at first, and share the arrow
    /// keys with the window until a menu is open.
    public void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.ANY, this::onKey);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> altAlone = false);
        scene.windowProperty().flatMap(Window::focusedProperty).subscribe(_ -> altAlone = false);
    }

    private void onKey(KeyEvent event) {
        if (ofSystem) {
            return;
        }
        boolean pressed = event.getEventType() == KeyEvent.KEY_PRESSED;
        boolean released = event.getEventType() == KeyEvent.KEY_RELEASED;
        boolean alt = event.getCode() == KeyCode.ALT;
        if ((pressed && event.getCode() == KeyCode.F10 && !event.isShiftDown()) || (released && alt && altAlone)) {
            open();
            event.consume();
        }
        if (alt) {
            event.consume();
        }
        altAlone = pressed && alt;
    }

    private void open() {
        if (narrow.get()) {
            more.show();
        } else if (!bar.getMenus().isEmpty()) {
            bar.getMenus().getFirst().show();
        }
    }
}
