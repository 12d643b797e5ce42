package fallline.app.formula;

import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.MenuPlace;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.feature.SubMenu;
import fallline.app.pane.PlotPane;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.picture.page.Views;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// *Edit › Copy formulas*: the step, the problem, the rule and the table of how runs ended, as LaTeX and as text.
public final class FormulaFeature implements Feature {
    private final Desk desk;
    private final Asking<Order, String> copying;

    /// What is wanted of a scene.
    private record Order(Copied what, boolean latex, Scene scene) {
        String text() {
            return latex ? what.latex(scene) : what.text(scene);
        }
    }

    /// @param panes of which that of the step gets two entries in its menu
    public FormulaFeature(Desk desk, List<PlotPane> panes) {
        this.desk = desk;
        copying = desk.questions().on(Lane.ANALYSIS, "Writing the formulas", Order::text, this::copied);
        panes.stream()
                .filter(pane -> pane.view().filter(Views.STEP::equals).isPresent())
                .forEach(pane -> pane.menu()
                        .addAll(item(Copied.STEP, true, "Copy as LaTeX"), item(Copied.STEP, false, "Copy as text")));
    }

    private MenuItem item(Copied what, boolean latex, String title) {
        MenuItem item = new MenuItem(title);
        item.setId("pane-copy-" + what.id() + (latex ? "-latex" : "-text"));
        item.setOnAction(_ -> copy(what, latex));
        return item;
    }

    private void copy(Copied what, boolean latex) {
        copying.ask(new Order(what, latex, desk.workbench().scene()));
    }

    private void copied(Order order, String text) {
        if (text.isEmpty()) {
            desk.notices().warn("There is nothing to copy: " + order.what().words() + " is not known here.");
            return;
        }
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        desk.notices().tell("Copied " + order.what().words() + (order.latex() ? " as LaTeX." : " as text."));
    }

    private List<Command> commands(String prefix) {
        List<Command> commands = new ArrayList<>();
        for (Copied what : Copied.values()) {
            commands.add(command(prefix, what, true));
            commands.add(command(prefix, what, false));
        }
        return commands;
    }

    private Command command(String prefix, Copied what, boolean latex) {
        String form = latex ? "LaTeX" : "text";
        return Command.of(
                        prefix + what.id() + (latex ? "-latex" : "-text"),
                        "Copy " + what.words() + " as " + form,
                        () -> copy(what, latex))
                .in(Menu.EDIT, Arrays.asList(Copied.values()).indexOf(what));
    }

    @Override
    public List<SubMenu> subMenus() {
        return List.of(new SubMenu(
                "copy-formulas", "Copy formulas", new MenuPlace(Menu.EDIT, 2), () -> commands("menu-copy-")));
    }

    @Override
    public List<Command> choices() {
        return commands("copy-");
    }
}
