package fallline.app.runs;

import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// Brings the card of the runs.
public final class RunsFeature implements Feature {
    private final RunsController controller;

    public RunsFeature(RunsController controller) {
        this.controller = controller;
    }

    @Override
    public List<Node> lists() {
        return List.of(controller.view());
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("add", "Add a run", controller::onAdd)
                        .in(Menu.RUN, 3)
                        .changing("runs"),
                Command.of("duplicate", "Copy the run", controller::onDuplicate)
                        .in(Menu.RUN, 3)
                        .changing("runs"),
                Command.of("fork", "Fork the run", controller::onFork)
                        .on(Key.letter('F'))
                        .in(Menu.RUN, 3)
                        .changing("runs")
                        .enabledWhen(controller::canFork)
                        .saying(controller::forkTitle)
                        .tipped("Copies the chosen run, so that both futures stay."),
                Command.of("rename-run", "Rename the run", controller::onStartRename)
                        .on(Key.shown("F2"))
                        .changing("runs"),
                Command.of("show-run", "Show or hide the chosen run", controller::onToggleChosen),
                Command.of("remove", "Remove the run", controller::onRemove)
                        .in(Menu.RUN, 3)
                        .changing("runs")
                        .enabledWhen(controller::canRemove),
                Command.of("move-run-up", "Move the run up", () -> controller.onMove(-1))
                        .on(Key.alt("Alt ↑", KeyCode.UP))
                        .in(Menu.RUN, 4)
                        .changing("runs")
                        .enabledWhen(() -> controller.canMove(-1)),
                Command.of("move-run-down", "Move the run down", () -> controller.onMove(1))
                        .on(Key.alt("Alt ↓", KeyCode.DOWN))
                        .in(Menu.RUN, 4)
                        .changing("runs")
                        .enabledWhen(() -> controller.canMove(1)),
                Command.of("solo", "Show only this run", controller::onSolo)
                        .in(Menu.RUN, 4)
                        .switching(controller::isSolo)
                        .enabledWhen(controller::canSolo)
                        .tipped("Hides all runs but the chosen one; again, and the others come back."));
    }

    @Override
    public Map<String, Node> controls() {
        return Map.of("runs", controller.view());
    }
}
