package fallline.app.step;

import fallline.analysis.question.CurvatureHere;
import fallline.app.desk.Desk;
import fallline.app.desk.Pointing;
import fallline.app.feature.Feature;
import fallline.app.pane.PlacedPane;
import fallline.app.pane.PlacedPane.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Brings the pane of one step, and that of all steps.
public final class StepFeature implements Feature {
    private final StepController step;
    private final StepsController steps;

    /// @param moveTo moves the playhead by hand
    /// @param curvature what is known of it at the playhead
    public StepFeature(
            Desk desk,
            Pointing pointing,
            IntConsumer moveTo,
            ReadOnlyObjectProperty<Optional<CurvatureHere>> curvature) {
        step = new StepController(desk, pointing, curvature);
        steps = new StepsController(desk, pointing, moveTo);
    }

    @Override
    public List<PlacedPane> panes() {
        return List.of(new PlacedPane(step.pane(), Place.LOWER_RIGHT), new PlacedPane(steps.pane(), Place.LOWER_RIGHT));
    }
}
