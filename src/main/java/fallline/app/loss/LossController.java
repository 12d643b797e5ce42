package fallline.app.loss;

import fallline.analysis.Plane;
import fallline.app.Chip;
import fallline.app.Desk;
import fallline.app.FigureView;
import fallline.app.PlotPane;
import fallline.app.Pointing;
import fallline.app.Screens;
import fallline.experiment.PlaneChoice;
import fallline.experiment.Scene;
import fallline.experiment.ViewState;
import fallline.experiment.Workbench;
import fallline.figure.Hit;
import fallline.figure.compose.Later;
import fallline.figure.compose.LossPicture;
import fallline.figure.compose.LossPicture.Pointer;
import fallline.figure.compose.RunPaths;
import fallline.objective.Problem;
import java.awt.geom.Point2D;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;

/// Shows the surface with the paths on it, and the switches above it.
public final class LossController {
    private final Desk desk;
    private final Workbench workbench;
    private final Pointing pointing;
    private final IntConsumer moveTo;
    private final FigureView view;
    private final PlotPane pane;
    private final PlaneChooser planes;
    private final ToggleButton arrow =
            Chip.of("gradient-arrow", "−∇J", "The direction of steepest descent at the playhead (G)", this::onArrow);
    private final ToggleButton equalScales =
            Chip.of("equal-scales", "1:1", "Both axes to one scale", this::onEqualScales);
    private final Later later;
    private final LensActions lens;
    private Optional<Point2D> place = Optional.empty();
    private Optional<Plane> held = Optional.empty();

    /// @param moveTo moves the playhead by hand
    public LossController(Desk desk, Pointing pointing, IntConsumer moveTo) {
        this.moveTo = moveTo;
        this.desk = desk;
        this.pointing = pointing;
        workbench = desk.workbench();
        view = Screens.view(desk, "loss-figure");
        pane = new PlotPane("loss", view);
        later = new Later(desk.background(), () -> Platform.runLater(() -> show(workbench.scene())));
        planes = new PlaneChooser(this::onPlane);
        pane.tools().addAll(planes, arrow, equalScales);
        lens = new LensActions(desk, view);
        pane.menu()
                .addAll(
                        item("Zoom in", lens::onZoomIn),
                        item("Zoom out", lens::onZoomOut),
                        item("Fit to the paths", () -> lens.onFit(LossPicture.Fit.PATHS)),
                        item("Fit to the minima", () -> lens.onFit(LossPicture.Fit.MINIMA)),
                        item("Show everything again", lens::onReset),
                        new SeparatorMenuItem());
        new LossGestures(workbench, view, this).listen();
        lens.listen();
        pointing.stepProperty().subscribe((_, _) -> show(workbench.scene()));
        workbench.listen(this::update);
        update(workbench.scene());
    }

    public PlotPane pane() {
        return pane;
    }

    /// What can be done with the part that is seen.
    public LensActions lens() {
        return lens;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void update(Scene scene) {
        ViewState state = scene.view();
        int dimension = scene.experiment().problem().objective().dimension();
        arrow.setSelected(state.gradientArrow());
        equalScales.setSelected(state.equalScales());
        equalScales.setVisible(dimension > 1);
        equalScales.setManaged(dimension > 1);
        planes.offer(scene);
        show(scene);
    }

    private void show(Scene scene) {
        LossPicture picture = desk.pictures().loss();
        Pointer pointer = new Pointer(place, pointing.step(), held);
        Screens.show(picture, scene, view, pane, () -> picture.figure(scene, pointer, later));
    }

    /// Two parameters have one scale where they mean the same; directions of length 1 always do; the main components of
    /// a path may be of very different lengths.
    private void onPlane(PlaneChoice plane) {
        boolean equal = switch (plane) {
            case PlaneChoice.Parameters _ -> workbench.experiment().problem() instanceof Problem.Formula;
            case PlaneChoice.Components _ -> false;
            case PlaneChoice.RandomPair _, PlaneChoice.FilterNormalised _, PlaneChoice.ThreePoints _ -> true;
        };
        workbench.look(workbench.view().withPlane(plane).withEqualScales(equal));
    }

    /// While something in the plane is dragged, the plane stays; returns what is shown, which for one parameter is
    /// none. A plane of two parameters follows its run.
    Optional<Plane> hold() {
        Optional<Plane> shown = desk.pictures().loss().plane();
        held = shown.filter(plane -> !plane.isOfParameters());
        return shown;
    }

    /// The plane is that of the scene again.
    void release() {
        held = Optional.empty();
        show(workbench.scene());
    }

    /// The mouse is at this place of the plane, or on this step.
    void onPointer(Optional<Point2D> at, Optional<Hit.Step> step) {
        boolean moved = !place.equals(at);
        place = at;
        if (pointing.step().equals(step)) {
            if (moved) {
                show(workbench.scene());
            }
        } else {
            pointing.pointAt(step);
        }
    }

    private void onArrow() {
        workbench.look(workbench.view().withGradientArrow(!workbench.view().gradientArrow()));
    }

    private void onEqualScales() {
        workbench.look(workbench
                .view()
                .withEqualScales(!workbench.view().equalScales())
                .withBounds(Optional.empty()));
    }

    /// Goes to a step that was clicked, and chooses its run.
    void onStep(Hit.Step step) {
        RunPaths.drawn(workbench.scene()).stream().skip(step.run()).findFirst().ifPresent(run -> {
            moveTo.accept(step.step());
            workbench.look(workbench.view().withChosenRun(run.name()));
        });
    }

    /// Everything is shown again.
    void onReset() {
        lens.onReset();
    }
}
