package fallline.app.fit;

import fallline.app.Chip;
import fallline.app.Desk;
import fallline.app.FigureView;
import fallline.app.PlotPane;
import fallline.app.Screens;
import fallline.experiment.Scene;
import fallline.experiment.Workbench;
import fallline.objective.Problem;
import javafx.scene.control.ToggleButton;

/// Shows the model on its data, or J along the step.
public final class FitController {
    private final Desk desk;
    private final Workbench workbench;
    private final FigureView view;
    private final PlotPane pane;
    private final ToggleButton residuals =
            Chip.of("residuals", "residuals", "The distance of every point from the model", this::onResiduals);

    public FitController(Desk desk) {
        this.desk = desk;
        workbench = desk.workbench();
        view = Screens.view(desk, "fit-figure");
        pane = new PlotPane("fit", view);
        pane.tools().add(residuals);
        workbench.listen(this::update);
        update(workbench.scene());
    }

    public PlotPane pane() {
        return pane;
    }

    private void update(Scene scene) {
        boolean line = scene.experiment().problem() instanceof Problem.Linear;
        residuals.setSelected(scene.view().residuals());
        residuals.setVisible(line);
        residuals.setManaged(line);
        Screens.show(desk.pictures().fit(), scene, view, pane);
    }

    private void onResiduals() {
        workbench.look(workbench.view().withResiduals(!workbench.view().residuals()));
    }
}
