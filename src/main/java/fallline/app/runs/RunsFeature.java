package fallline.app.runs;

import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import java.util.List;
import javafx.scene.Node;

/// Brings the card of the runs.
public final class RunsFeature implements Feature {
    private final RunsController controller;

    public RunsFeature(RunsController controller) {
        this.controller = controller;
    }

    @Override
    public List<Node> cards() {
        return List.of(controller.view());
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("fork", "Fork the run", controller::onFork)
                .on(Key.letter('F'))
                .in(Menu.RUN, 2)
                .enabledWhen(controller::canFork)
                .tipped("Copies the chosen run, so that both futures stay."));
    }
}
