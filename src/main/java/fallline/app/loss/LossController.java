package fallline.app.loss;

import fallline.analysis.CriticalPoint;
import fallline.analysis.Plane;
import fallline.analysis.StartDrag;
import fallline.analysis.repeat.Repeats;
import fallline.app.controls.Slot;
import fallline.app.curves.CurveSheet;
import fallline.app.desk.Desk;
import fallline.app.desk.Pointing;
import fallline.app.map.MapTable;
import fallline.app.paint.FigureView;
import fallline.app.pane.Chip;
import fallline.app.pane.PaneAction;
import fallline.app.pane.PlotPane;
import fallline.app.pane.Screens;
import fallline.app.race.RepeatsModel;
import fallline.app.work.Lane;
import fallline.experiment.Experiment;
import fallline.experiment.Start;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.PlaneChoice;
import fallline.experiment.view.SurfaceLook;
import fallline.experiment.view.SurfaceLook.Camera;
import fallline.experiment.view.SurfaceLook.Overlay;
import fallline.experiment.view.ViewState;
import fallline.export.ExportException;
import fallline.figure.plot.Hit;
import fallline.objective.Objective;
import fallline.picture.Later;
import fallline.picture.RunPaths;
import fallline.picture.loss.LossPicture;
import fallline.picture.loss.LossPicture.Pointer;
import fallline.picture.page.Views;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Shows the surface with the paths on it, and the switches above it.
public final class LossController {
    private final Desk desk;
    private final Workbench workbench;
    private final Pointing pointing;
    private final IntConsumer moveTo;
    private final RepeatsModel repeats;
    private final FigureView view;
    private final PlotPane pane;
    private final PlaneChooser planes;
    private final ToggleButton arrow =
            Chip.of("gradient-arrow", "−∇J", "The direction of steepest descent at the playhead (G)", this::onArrow);
    private final ToggleButton equalScales =
            Chip.of("equal-scales", "1:1", "Both axes to one scale (Q)", this::onEqualScales);
    private final ToggleButton solid =
            Chip.of("solid", "3-D", "The surface as a solid instead of a map (C)", this::onSolid);
    private final CameraFlight flight = new CameraFlight(this::onFlight);
    private final PauseTransition rest = new PauseTransition(Duration.millis(160));
    private final SurfaceTools tools;
    private final CriticalTable points;
    private final MenuItem basins =
            MapTable.item("basins-csv-item", "Save the basin map as a table (CSV)…", this::onBasinTable);
    private final Later later;
    private final LensActions lens;
    private final List<Button> zoom;
    private Optional<Point2D> place = Optional.empty();
    private Optional<Point2D> critical = Optional.empty();
    private Optional<Plane> held = Optional.empty();
    private boolean moving;

    /// @param moveTo moves the playhead by hand
    /// @param repeats whose ends are shown
    public LossController(Desk desk, Pointing pointing, IntConsumer moveTo, RepeatsModel repeats) {
        this.repeats = repeats;
        this.moveTo = moveTo;
        this.desk = desk;
        this.pointing = pointing;
        workbench = desk.workbench();
        view = Screens.view(desk, "loss-figure");
        later = new Later(
                desk.questions().lane(Lane.ANALYSIS, "Refining the surface"),
                () -> desk.questions().own().execute(() -> show(workbench.scene())));
        lens = new LensActions(desk, view, this::onReset);
        tools = new SurfaceTools(
                () -> desk.workbench().view().loss().surface(),
                look -> desk.workbench().look(desk.workbench().view().withSurface(_ -> look)),
                this::onCamera);
        points = new CriticalTable(desk.questions(), desk.narrow(), this::onChosen, this::onPointed);
        planes = new PlaneChooser(this::onPlane);
        VBox content = new VBox(new Slot(planes), view, new Slot(points.view()));
        VBox.setVgrow(view, Priority.ALWAYS);
        content.setMinSize(0, 0);
        pane = new PlotPane(Views.LOSS, content);
        pane.tools().addAll(arrow, equalScales, solid); // the last stay where they are when the arrow goes
        zoom = lens.buttons();
        pane.hoverTools().addAll(zoom);
        pane.hoverTools().addAll(tools.tools());
        pane.actions().add(new PaneAction(PaneAction.Kind.RESET, this::onReset));
        pane.menu()
                .addAll(
                        item("Zoom in", lens::onZoomIn),
                        item("Zoom out", lens::onZoomOut),
                        item("Fit to the paths", () -> lens.onFit(LossPicture.Fit.PATHS)),
                        item("Fit to the minima", () -> lens.onFit(LossPicture.Fit.MINIMA)),
                        new SeparatorMenuItem(),
                        Chip.item("Solid", KeyCode.C, solid),
                        Chip.item("Gradient arrow", KeyCode.G, arrow),
                        Chip.item("Both axes to one scale", KeyCode.Q, equalScales));
        pane.menu().addAll(tools.menu());
        pane.menu().addAll(basins, CurveSheet.item(desk, view, pane.id()));
        new LossGestures(workbench, view, this).listen();
        new SolidGestures(workbench, view, this).listen();
        lens.listen();
        new StartKeys(workbench, view, this).listen();
        rest.setOnFinished(_ -> setMoving(false));
        pointing.stepProperty().subscribe((_, _) -> show(workbench.scene()));
        repeats.listen(() -> show(workbench.scene()));
        workbench.listen(this::update);
        update(workbench.scene());
    }

    public PlotPane pane() {
        return pane;
    }

    /// Switches something that is drawn on the surface on, or off.
    public void onOverlay(Overlay overlay) {
        tools.onOverlay(overlay);
    }

    /// Brings the keyboard to the surface.
    public void onKeyboard() {
        view.requestFocus();
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
        arrow.setSelected(state.loss().gradientArrow());
        equalScales.setSelected(state.loss().equalScales());
        equalScales.setVisible(dimension > 1);
        equalScales.setManaged(dimension > 1);
        solid.setSelected(state.loss().surface().solid());
        solid.setVisible(dimension > 1);
        solid.setManaged(dimension > 1);
        arrow.setVisible(dimension == 1 || !state.loss().surface().solid());
        arrow.setManaged(arrow.isVisible());
        zoom.forEach(button ->
                button.setManaged(!solid.isVisible() || !state.loss().surface().solid()));
        tools.show(state.loss().surface(), dimension > 1, dimension == 2);
        boolean table = dimension == 2 && state.loss().surface().shows(Overlay.CRITICAL_POINTS);
        points.view().setVisible(table);
        points.view().setManaged(table);
        if (table) {
            Objective objective = scene.experiment().problem().objective();
            points.seek(objective, LossPicture.searched(scene), objective.parameterNames());
        }
        basins.setVisible(LossPicture.showsBasins(scene));
        planes.offer(scene);
        show(scene);
    }

    private void show(Scene scene) {
        LossPicture picture = desk.pictures().of(Views.LOSS);
        Pointer pointer = new Pointer(place, pointing.step(), critical, held);
        Map<String, Repeats> known = repeats.known(scene);
        boolean coarse = moving || flight.camera().isPresent();
        Scene shown = flight.camera().map(camera -> flying(scene, camera)).orElse(scene);
        Screens.show(picture, scene, view, pane, () -> picture.figure(shown, pointer, coarse, later, known));
    }

    /// Two parameters have one scale where they mean the same; directions of length 1 always do; the main components of
    /// a path may be of very different lengths.
    private void onPlane(PlaneChoice plane) {
        boolean equal =
                switch (plane) {
                    case PlaneChoice.Parameters _ -> workbench.experiment().problem() instanceof Problem.Formula;
                    case PlaneChoice.Components _ -> false;
                    case PlaneChoice.RandomPair _, PlaneChoice.FilterNormalised _, PlaneChoice.ThreePoints _ -> true;
                };
        workbench.look(workbench.view().withLoss(loss -> loss.withPlane(plane).withEqualScales(equal)));
    }

    /// The start begins to be dragged: until [#release] the plane stays, unless it is one of two parameters, which
    /// follows its run.
    StartDrag grasp() {
        Optional<Plane> shown = desk.pictures().of(Views.LOSS).plane();
        held = shown.filter(plane -> !plane.isOfParameters());
        return new StartDrag(workbench.experiment().startPoint(), shown);
    }

    /// Moves the start there as part of a gesture.
    void moveStart(double[] wanted, String gesture) {
        workbench.edit(workbench.experiment().withStart(Start.at(stopped(wanted))), gesture);
    }

    /// Where a start that is dragged comes to: not into a hole of a formula. Models on data have none, and their J
    /// takes too long to ask.
    private double[] stopped(double[] wanted) {
        Experiment now = workbench.experiment();
        return now.problem() instanceof Problem.Formula formula
                ? StartDrag.stopped(formula.objective().twin(), now.startPoint(), wanted)
                : wanted;
    }

    /// The plane is that of the scene again.
    void release() {
        held = Optional.empty();
        show(workbench.scene());
    }

    /// The scene as the camera sees it on its way.
    private static Scene flying(Scene scene, Camera camera) {
        SurfaceLook look = scene.view().loss().surface().withSolid(true).withCamera(camera);
        return new Scene(scene.experiment(), scene.records(), scene.view().withSurface(_ -> look));
    }

    private void onFlight() {
        show(workbench.scene());
    }

    /// The map becomes a solid, or the other way round.
    public void onSolid() {
        SurfaceLook look = workbench.view().loss().surface();
        boolean still = desk.appearance().reducedMotion()
                || workbench.experiment().problem().objective().dimension() == 1;
        if (!still && look.solid()) {
            flight.fly(look.camera(), Camera.TOP);
        } else if (!still) {
            flight.fly(Camera.TOP, look.camera());
        }
        workbench.look(workbench.view().withSurface(now -> now.withSolid(!now.solid())));
    }

    private void onCamera(Camera camera) {
        SurfaceLook look = workbench.view().loss().surface();
        if (!desk.appearance().reducedMotion()) {
            flight.fly(look.camera(), camera);
        }
        workbench.look(workbench.view().withSurface(now -> now.withCamera(camera)));
    }

    /// Whether more pictures follow at once, so that coarser ones will do.
    void setMoving(boolean now) {
        if (moving != now) {
            moving = now;
            show(workbench.scene());
        }
    }

    /// Moving for a short while, as after a turn of the wheel.
    void moveFor() {
        moving = true;
        rest.playFromStart();
    }

    /// What part of the plane is shown.
    Bounds bounds() {
        return desk.pictures().of(Views.LOSS).seen().orElseGet(() -> LossPicture.bounds(workbench.scene()));
    }

    private void onPointed(Optional<CriticalPoint> point) {
        critical = point.map(at -> new Point2D.Double(at.x(), at.y()));
        show(workbench.scene());
    }

    /// Brings a point into the middle.
    private void onChosen(CriticalPoint point) {
        Bounds now = bounds();
        boolean turned = workbench.view().loss().plane().equals(new PlaneChoice.Parameters(1, 0));
        double dx = (turned ? point.y() : point.x()) - (now.left() + now.right()) / 2;
        double dy = (turned ? point.x() : point.y()) - (now.bottom() + now.top()) / 2;
        workbench.look(workbench
                .view()
                .withLoss(loss -> loss.withBounds(Optional.of(
                        new Bounds(now.left() + dx, now.right() + dx, now.bottom() + dy, now.top() + dy)))));
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

    /// A place was clicked on which nothing stands: on the basin map, the run of that cell is made.
    void onPlace(Point2D at) {
        LossPicture picture = desk.pictures().of(Views.LOSS);
        picture.basinStart(workbench.scene(), at).ifPresent(start -> picture.plane()
                .ifPresent(plane -> workbench.edit(
                        workbench.experiment().withStart(Start.at(plane.point(start.getX(), start.getY()))))));
    }

    private void onBasinTable() {
        Scene scene = workbench.scene();
        new MapTable(desk, "Save the basin map as a table", "basins").save(() -> new LossPicture()
                .basins(scene)
                .orElseThrow(
                        () -> new ExportException("There is no basin map to save: the chosen run is not computed.")));
    }

    private void onArrow() {
        workbench.look(workbench.view().withLoss(loss -> loss.withGradientArrow(!loss.gradientArrow())));
    }

    /// Both axes get one scale, or fill the view again, where there are two.
    public void onScales() {
        Chip.fire(equalScales);
    }

    private void onEqualScales() {
        workbench.look(workbench.view().withLoss(loss -> loss.withEqualScales(!loss.equalScales())
                .withBounds(Optional.empty())));
    }

    /// Goes to a step that was clicked, and chooses its run.
    void onStep(Hit.Step step) {
        RunPaths.drawn(workbench.scene()).stream().skip(step.run()).findFirst().ifPresent(run -> {
            moveTo.accept(step.step());
            workbench.look(workbench.view().withChosen(run.name()));
        });
    }

    /// Everything is shown again.
    void onReset() {
        workbench.look(workbench
                .view()
                .withLoss(loss -> loss.withBounds(Optional.empty()))
                .withSurface(look -> look.solid() ? look.withCamera(Camera.CORNER) : look));
    }
}
