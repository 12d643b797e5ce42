package fallline.app.export;

import fallline.app.controls.Focus;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.export.PictureFormat;
import fallline.export.PictureFormats;
import fallline.export.python.CodeTarget;
import fallline.picture.page.View;
import fallline.picture.page.Views;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The button *Export* with its menu: each view and the dashboard in every form, the steps as a
/// table, and the experiment as a Python script.
final class ExportMenu extends MenuButton {
    private final ExportController controller;

    ExportMenu(ExportController controller, Views views) {
        this.controller = controller;
        setText("Export");
        setId("export");
        getStyleClass().addAll("tool", "big", "accent");
        setMinWidth(USE_PREF_SIZE);
        setFocusTraversable(false);
        Focus.returnedAfterClick(this);
        Tips.on(this, Term.EXPORT);
        List<Menu> pages = menus(views, true);
        getItems().addAll(pages);
        if (!pages.isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        getItems().addAll(menus(views, false));
        getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("export-traces", "All steps as CSV or JSON…", controller::onTraces),
                        new SeparatorMenuItem());
        for (CodeTarget code : CodeTarget.values()) {
            getItems().add(item("export-" + code.word(), code.title() + "…", () -> controller.onCode(code)));
        }
    }

    /// The menus of all views that are whole pages, or of those that are not.
    private List<Menu> menus(Views views, boolean whole) {
        List<Menu> menus = new ArrayList<>();
        for (View<?> view : views.all()) {
            if (view.whole() == whole && !view.title().isEmpty()) {
                menus.add(menu(view));
            }
        }
        return menus;
    }

    private Menu menu(View<?> view) {
        String id = "export-" + view.id();
        Menu menu = new Menu(view.title());
        menu.setId(id);
        for (PictureFormat format : PictureFormats.ALL) {
            menu.getItems().addAll(items(id + "-" + format.ending(), view, format));
        }
        menu.getItems().add(item(id + "-copy", "Copy as picture", () -> controller.copy(view)));
        return menu;
    }

    /// One entry, or one for each scale.
    private List<MenuItem> items(String id, View<?> view, PictureFormat format) {
        if (format.scales().isEmpty()) {
            return List.of(item(id, format.word() + "…", () -> controller.onExport(view, format, 1)));
        }
        return format.scales().stream()
                .map(scale -> item(
                        id + "-" + scale,
                        format.word() + ", " + scale + "×…",
                        () -> controller.onExport(view, format, scale)))
                .toList();
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
