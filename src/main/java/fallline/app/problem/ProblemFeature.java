package fallline.app.problem;

import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Tool;
import fallline.app.feature.Tool.Place;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;

/// Brings the card of the problem, its chooser, and its line in the toolbar.
public final class ProblemFeature implements Feature {
    private final ProblemController controller;

    public ProblemFeature(ProblemController controller) {
        this.controller = controller;
    }

    @Override
    public List<Node> cards() {
        return List.of(controller.card());
    }

    @Override
    public List<Command> choices() {
        return controller.choices();
    }

    @Override
    public List<Tool> toolbar() {
        return List.of(new Tool(controller.chooser(), Place.CHOICE), new Tool(controller.line(), Place.LINE));
    }

    @Override
    public Map<String, Node> controls() {
        return controller.card().controls();
    }
}
