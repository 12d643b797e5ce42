package fallline.app.map;

import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.pane.PlacedPane;
import fallline.app.pane.PlacedPane.Place;
import java.util.List;

/// Brings the sweep map, which is not there until somebody asks for it.
public final class SweepFeature implements Feature {
    private final SweepController controller;

    public SweepFeature(Desk desk) {
        controller = new SweepController(desk);
    }

    @Override
    public List<PlacedPane> panes() {
        return List.of(new PlacedPane(controller.pane(), Place.UPPER_RIGHT));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("sweep-map", "Sweep map", controller::onShow)
                        .in(Menu.VIEW, 2)
                        .switching(() -> controller.pane().offeredProperty().get())
                        .tipped("How runs end that differ from the chosen one in two settings: every cell is a run."),
                Command.of("sweep-axes", "Axes of the sweep map…", controller::onAxes)
                        .in(Menu.VIEW, 2)
                        .tipped("Chooses what the sweep map sweeps, how far, and what of each run it shows."));
    }
}
