package fallline.app.history;

import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.MenuPlace.Menu;
import java.util.List;

/// Brings the list of all edits.
public final class HistoryListFeature implements Feature {
    private final Desk desk;

    public HistoryListFeature(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("history", "History…", () -> new HistorySheet(desk).open())
                .in(Menu.EDIT, 1)
                .tipped("Lists all edits by name; choosing one goes there."));
    }
}
