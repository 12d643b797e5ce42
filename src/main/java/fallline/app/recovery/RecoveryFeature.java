package fallline.app.recovery;

import fallline.app.feature.Feature;
import java.util.List;
import javafx.scene.Node;

/// Brings the bar that offers what a window left behind.
public final class RecoveryFeature implements Feature {
    private final RecoveryController controller;

    public RecoveryFeature(RecoveryController controller) {
        this.controller = controller;
    }

    @Override
    public List<Node> footer() {
        return List.of(controller.bar());
    }

    @Override
    public void onShown() {
        controller.find();
    }

    @Override
    public void onClose() {
        controller.close();
    }
}
