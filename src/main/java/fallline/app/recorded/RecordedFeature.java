package fallline.app.recorded;

import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.MenuPlace.Menu;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Opens paths that were computed elsewhere, and compares runs.
public final class RecordedFeature implements Feature {
    private final Desk desk;
    private final RecordedController controller;

    public RecordedFeature(Desk desk) {
        this.desk = desk;
        controller = new RecordedController(desk);
    }

    /// Opens a table; one that looks like the steps of a run as what the user says it is.
    ///
    /// @param asData opens a table of data
    public void open(Path table, Consumer<Path> asData) {
        controller.offer(table, asData);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("open-recorded", "Open a recorded path…", controller::onOpen)
                        .in(Menu.FILE, 1)
                        .tipped("Draws a path that was computed elsewhere: a table with step, loss and parameters."),
                Command.of("compare-runs", "Compare the run with…", () -> new CompareSheet(desk).open())
                        .in(Menu.RUN, 2)
                        .enabledWhen(() -> desk.workbench().experiment().runs().size() > 1)
                        .tipped("Finds the first step at which two runs part, and what of the step makes it."));
    }
}
