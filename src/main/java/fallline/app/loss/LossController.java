package fallline.app.loss;

import fallline.app.Chip;
import fallline.app.Desk;
import fallline.app.FigureView;
import fallline.app.PlotPane;
import fallline.app.Screens;
import fallline.experiment.Scene;
import fallline.experiment.ViewState;
import fallline.experiment.Workbench;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;

/// Shows the surface with the paths on it, and the switches above it.
public final class LossController {
    private final Desk desk;
    private final Workbench workbench;
    private final LossView view;
    private final PlotPane pane;
    private final PlaneChooser planes;
    private final ToggleButton arrow =
            Chip.of("gradient-arrow", "−∇J", "The direction of steepest descent at the playhead (G)", this::onArrow);
    private final ToggleButton equalScales =
            Chip.of("equal-scales", "1:1", "Both axes to one scale", this::onEqualScales);

    public LossController(Desk desk) {
        this.desk = desk;
        workbench = desk.workbench();
        FigureView figure = Screens.view(desk, "loss-figure");
        view = new LossView(figure);
        pane = new PlotPane("loss", view);
        planes = new PlaneChooser(plane -> workbench.look(workbench.view().withPlane(plane)));
        pane.tools().addAll(planes, arrow, equalScales);
        MenuItem reset = new MenuItem("Show everything again");
        reset.setOnAction(_ -> onReset());
        pane.menu().addAll(reset, new SeparatorMenuItem());
        new LossGestures(desk, view, this::onReset).listen();
        workbench.listen(this::update);
        update(workbench.scene());
    }

    public PlotPane pane() {
        return pane;
    }

    private void update(Scene scene) {
        ViewState state = scene.view();
        int dimension = scene.experiment().problem().objective().dimension();
        arrow.setSelected(state.gradientArrow());
        equalScales.setSelected(state.equalScales());
        equalScales.setVisible(dimension > 1);
        equalScales.setManaged(dimension > 1);
        planes.offer(scene.experiment().problem().objective().parameterNames(), state.plane());
        Screens.show(desk.pictures().loss(), scene, view.figure(), pane);
    }

    private void onArrow() {
        workbench.look(workbench.view().withGradientArrow(!workbench.view().gradientArrow()));
    }

    private void onEqualScales() {
        workbench.look(workbench.view()
                .withEqualScales(!workbench.view().equalScales())
                .withBounds(Optional.empty()));
    }

    private void onReset() {
        workbench.look(workbench.view().withBounds(Optional.empty()));
    }
}
