package fallline.app.about;

import fallline.app.desk.Desk;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.MenuPlace.Menu;
import java.util.List;

/// Says what this application is.
public final class AboutFeature implements Feature {
    private final AboutController controller;

    public AboutFeature(Desk desk) {
        controller = new AboutController(desk);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("log-file", "Log file", controller::onLog)
                        .in(Menu.HELP, 8)
                        .tipped("Opens the file in which mistakes of this program are noted, for whoever reports one."),
                Command.of("about", "About Fall Line", controller::onAbout).in(Menu.HELP, 9));
    }
}
