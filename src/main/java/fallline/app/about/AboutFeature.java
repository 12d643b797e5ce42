package fallline.app.about;

import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.MenuPlace.Menu;
import java.util.List;
import javafx.stage.Stage;

/// Says what this application is.
public final class AboutFeature implements Feature {
    private final AboutController controller;

    public AboutFeature(Stage stage) {
        controller = new AboutController(stage);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("about", "About Fall Line", controller::onAbout).in(Menu.HELP, 9));
    }
}
