package fallline.app.export;

import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.feature.Tool;
import fallline.app.feature.Tool.Place;
import fallline.app.pane.PaneAction;
import fallline.app.pane.PlotPane;
import fallline.export.python.CodeTarget;
import fallline.file.user.ExportLikesFile;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;

/// Brings the menu of what can be exported, and what panes can do with their pictures.
public final class ExportFeature implements Feature {
    private final ExportController controller;

    /// @param panes whose pictures are copied and exported
    /// @param file remembers how pictures were last exported
    public ExportFeature(Desk desk, Printing printing, List<PlotPane> panes, ExportLikesFile file) {
        controller = new ExportController(desk, printing, file);
        panes.forEach(pane -> pane.view().ifPresent(view -> pane.actions()
                .addAll(
                        new PaneAction(PaneAction.Kind.COPY, () -> controller.copy(view)),
                        new PaneAction(PaneAction.Kind.EXPORT, () -> controller.save(view)))));
    }

    @Override
    public List<Tool> toolbar() {
        return List.of(new Tool(controller.menu(), Place.LAST));
    }

    /// What the menu of the button has beyond pictures.
    @Override
    public List<Command> choices() {
        List<Command> all = new ArrayList<>();
        all.add(Command.of("export-steps", "Export: All steps as CSV or JSON…", controller::onTraces));
        for (CodeTarget code : CodeTarget.values()) {
            all.add(Command.of(
                    "export-" + code.word(), "Export: " + code.title() + "…", () -> controller.onCode(code)));
        }
        return all;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("export", "Export…", controller::onExport)
                        .on(Key.command("Ctrl E", KeyCode.E))
                        .in(Menu.FILE, 3)
                        .tipped("Saves a view, or the whole dashboard, as a picture or a film."),
                Command.of("export-again", "Export again", controller::onSaveAgain)
                        .on(Key.commandShift("Ctrl Shift E", KeyCode.E))
                        .in(Menu.FILE, 3)
                        .tipped("Repeats the last export, with what is on the screen now, into the same file."));
    }
}
