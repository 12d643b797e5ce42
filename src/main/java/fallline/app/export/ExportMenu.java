package fallline.app.export;

import fallline.app.controls.Focus;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.desk.Pictures;
import fallline.expr.print.PythonDialect;
import fallline.picture.Picture;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The button *Export* with its menu: each view and the dashboard in every form, the steps as a
/// table, and the experiment as a Python script.
final class ExportMenu extends MenuButton {
    private static final List<Integer> SCALES = List.of(1, 2, 4);

    private final ExportController controller;

    ExportMenu(ExportController controller, Pictures pictures, Picture dashboard) {
        this.controller = controller;
        setText("Export");
        setId("export");
        getStyleClass().addAll("tool", "big", "accent");
        setMinWidth(USE_PREF_SIZE);
        setFocusTraversable(false);
        Focus.returnedAfterClick(this);
        Tips.on(this, Term.EXPORT);
        getItems()
                .setAll(
                        view("dashboard", "Dashboard", dashboard),
                        new SeparatorMenuItem(),
                        view("loss", "Loss view", pictures.loss()),
                        view("fit", "Fit view", pictures.fit()),
                        view("convergence", "Convergence view", pictures.convergence()),
                        view("step", "This step", pictures.step().apply(0)),
                        new SeparatorMenuItem(),
                        item("export-traces", "All steps as CSV…", controller::onTraces),
                        new SeparatorMenuItem(),
                        item("export-numpy", "Python (NumPy)…", () -> controller.onPython(PythonDialect.NUMPY)),
                        item("export-pytorch", "Python (PyTorch)…", () -> controller.onPython(PythonDialect.PYTORCH)));
    }

    private Menu view(String id, String name, Picture picture) {
        Menu menu = new Menu(name);
        menu.setId("export-" + id);
        for (int scale : SCALES) {
            menu.getItems()
                    .add(item(
                            "export-" + id + "-png-" + scale,
                            "PNG, " + scale + "×…",
                            () -> controller.onPng(picture, scale)));
        }
        menu.getItems()
                .addAll(
                        item("export-" + id + "-svg", "SVG…", () -> controller.onSvg(picture)),
                        item("export-" + id + "-pdf", "PDF…", () -> controller.onPdf(picture)),
                        item("export-" + id + "-copy", "Copy as picture", () -> controller.copy(picture)));
        return menu;
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
