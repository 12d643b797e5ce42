package fallline.app.step;

import fallline.app.desk.Desk;
import fallline.app.desk.Pointing;
import fallline.app.feature.Feature;
import fallline.app.pane.PlacedPane;
import fallline.app.pane.PlacedPane.Place;
import java.util.List;
import java.util.function.IntConsumer;

/// Brings the pane of one step, and that of all steps.
public final class StepFeature implements Feature {
    private final StepController step;
    private final StepsController steps;

    /// @param moveTo moves the playhead by hand
    public StepFeature(Desk desk, Pointing pointing, IntConsumer moveTo) {
        step = new StepController(desk, pointing);
        steps = new StepsController(desk, pointing, moveTo);
    }

    @Override
    public List<PlacedPane> panes() {
        return List.of(new PlacedPane(step.pane(), Place.LOWER_RIGHT), new PlacedPane(steps.pane(), Place.LOWER_RIGHT));
    }
}
