package fallline.app.map;

import fallline.app.curves.CurveSheet;
import fallline.app.desk.Desk;
import fallline.app.paint.FigureView;
import fallline.app.pane.Chip;
import fallline.app.pane.PaneAction;
import fallline.app.pane.PlotPane;
import fallline.app.pane.Screens;
import fallline.app.work.Lane;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.Start;
import fallline.experiment.view.SweepLook;
import fallline.experiment.view.SweepLook.Axis;
import fallline.figure.map.RunMapFigure;
import fallline.picture.Later;
import fallline.picture.map.SweepPicture;
import fallline.picture.map.SweepTasks;
import fallline.picture.page.Views;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.awt.geom.Point2D;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;

/// Shows the sweep map, zooms into it, and opens the runs of its cells.
final class SweepController {
    private final Desk desk;
    private final Workbench workbench;
    private final FigureView view;
    private final PlotPane pane;
    private final SweepForm form;
    private final ToggleButton axes;
    private final Later later;

    /// Where was looked before, for the way back.
    private final Deque<SweepLook> before = new ArrayDeque<>();

    private Optional<Point2D> place = Optional.empty();
    private Optional<RunMapFigure.Frame> frame = Optional.empty();

    SweepController(Desk desk) {
        this.desk = desk;
        workbench = desk.workbench();
        view = Screens.view(desk, "sweep-figure");
        later = new Later(
                desk.questions().lane(Lane.ANALYSIS, "Computing the sweep map"),
                () -> desk.questions().own().execute(() -> show(workbench.scene())));
        form = new SweepForm(this::onLook);
        pane = new PlotPane(Views.SWEEP, view);
        pane.titleProperty().set("Sweep map");
        axes = Chip.of(
                "sweep-axes-chip", "axes", "What is swept, how far, and what of each run is shown", this::onFold);
        pane.tools().add(axes);
        pane.actions().add(new PaneAction(PaneAction.Kind.RESET, this::onReset));
        MenuItem table = MapTable.item("sweep-csv-item", "Save as a table (CSV)…", this::onTable);
        MenuItem back = MapTable.item("sweep-back-item", "Zoom back", this::onBack);
        pane.menu()
                .addAll(
                        Chip.item("Axes and measure", axes),
                        back,
                        new SeparatorMenuItem(),
                        CurveSheet.item(desk, view, pane.id()),
                        table);
        pane.offerOnRequest();
        new SweepGestures(view, this).listen();
        view.sceneProperty().subscribe((_, now) -> {
            if (now != null) {
                show(workbench.scene());
            }
        });
        workbench.listen(this::show);
    }

    PlotPane pane() {
        return pane;
    }

    /// The map comes, or goes.
    void onShow() {
        pane.offeredProperty().set(!pane.offeredProperty().get());
    }

    /// The map comes, with the choice of its axes.
    void onAxes() {
        if (!pane.offeredProperty().get()) {
            pane.offeredProperty().set(true);
        }
        if (pane.foot().isEmpty()) {
            onFold();
        }
    }

    private void onFold() {
        if (pane.foot().isEmpty()) {
            pane.foot().setAll(form.node());
        } else {
            pane.foot().clear();
        }
        axes.setSelected(!pane.foot().isEmpty());
        show(workbench.scene());
    }

    private void show(Scene scene) {
        if (view.getScene() == null) {
            return; // a map that nobody sees is not computed
        }
        axes.setSelected(!pane.foot().isEmpty());
        if (axes.isSelected()) {
            form.show(scene);
        }
        SweepPicture picture = picture();
        SweepPicture.Pointer pointer = new SweepPicture.Pointer(place, frame);
        Screens.show(picture, scene, view, pane, () -> picture.figure(scene, pointer, later));
        place.ifPresent(at -> view.describe(() -> picture.said(at).orElseGet(() -> picture.summary(scene))));
    }

    private SweepPicture picture() {
        return desk.pictures().of(Views.SWEEP);
    }

    /// The axes as they are, explicitly.
    Optional<List<Axis>> axes() {
        try {
            return Optional.of(SweepTasks.axes(workbench.scene()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Something else is chosen in the form.
    private void onLook(SweepLook look) {
        before.clear();
        workbench.look(workbench.view().withSweep(_ -> look));
    }

    /// Another part is looked at.
    void onZoom(Axis x, Optional<Axis> y) {
        before.push(workbench.view().sweep());
        workbench.look(workbench.view().withSweep(look -> look.withAxes(x, y)));
    }

    /// Still the same zoom: the way back leads to where it began.
    void onZoomOn(Axis x, Optional<Axis> y) {
        workbench.look(workbench.view().withSweep(look -> look.withAxes(x, y)));
    }

    /// Back to the part before; at last to the usual one.
    void onBack() {
        if (before.isEmpty()) {
            onReset();
        } else {
            SweepLook last = before.pop();
            workbench.look(workbench.view().withSweep(_ -> last));
        }
    }

    /// The usual axes again.
    private void onReset() {
        before.clear();
        workbench.look(workbench.view().withSweep(SweepLook::withUsualAxes));
    }

    /// The mouse is at this place, or chooses this part.
    void onPointer(Optional<Point2D> at, Optional<RunMapFigure.Frame> part) {
        if (!place.equals(at) || !frame.equals(part)) {
            place = at;
            frame = part;
            show(workbench.scene());
        }
    }

    /// Opens the run of the cell at a place: one edit, which can be undone. The map stays the map of the same run.
    void onCell(Point2D at) {
        Scene scene = workbench.scene();
        Optional<SweepPicture.Cell> cell = SweepPicture.cell(scene, at);
        Optional<List<Axis>> now = axes();
        if (cell.isEmpty() || now.isEmpty()) {
            return;
        }
        Experiment experiment = scene.experiment();
        Run swept = cell.get().swept();
        String name = experiment.freeName(swept.name());
        Experiment next = experiment.withAdded(new Run(name, cell.get().recipe()));
        if (!Arrays.equals(experiment.startPoint(), cell.get().start())) {
            next = next.withStart(Start.at(cell.get().start()));
        }
        List<Axis> kept = now.get();
        workbench.edit(next);
        workbench.look(workbench.view().withChosen(name).withSweep(look -> look.withRun(Optional.of(swept.name()))
                .withAxes(kept.getFirst(), kept.size() > 1 ? Optional.of(kept.getLast()) : Optional.empty())));
    }

    /// Saves the map as a table, with the verdict on every run.
    private void onTable() {
        Scene scene = workbench.scene();
        new MapTable(desk, "Save the map as a table", "sweep").save(() -> SweepTasks.whole(scene));
    }
}
