package fallline.app.settings;

import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;

/// Brings the card of the chosen run's settings.
public final class SettingsFeature implements Feature {
    private final SettingsController controller;

    public SettingsFeature(SettingsController controller) {
        this.controller = controller;
    }

    @Override
    public List<Command> choices() {
        return controller.choices();
    }

    @Override
    public List<Node> heads() {
        return List.of(controller.steer());
    }

    @Override
    public List<Node> cards() {
        return List.of(controller.view());
    }

    @Override
    public Map<String, Node> controls() {
        return controller.controls();
    }
}
