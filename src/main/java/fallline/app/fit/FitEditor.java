package fallline.app.fit;

import fallline.app.desk.Desk;
import fallline.app.paint.FigureView;
import fallline.data.DataEdit;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.experiment.Experiment;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import fallline.figure.plot.Window;
import fallline.workbench.Workbench;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;

/// Changes the data by hand in the fit: a click adds a row, a drag moves one, Delete or the menu removes it. A drag is
/// one entry of the history, and while it lasts the plot's window stands still.
final class FitEditor {
    private static final String DRAG = "drag a point";
    private static final double RING = 8;

    private record Shown(PlotFigure figure, FigureView.Shown view, PlotArea plot) {}

    private final Desk desk;
    private final Workbench workbench;
    private final FigureView figure;
    private final Supplier<Optional<String>> label;
    private final Runnable redraw;
    private final Pane overlay = new Pane();
    private final Circle ring = new Circle(RING);
    private Optional<EditPlane> plane = Optional.empty();
    private Optional<Window> frozen = Optional.empty();
    private Optional<Integer> chosen = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private boolean dragging;
    private boolean on;

    /// @param label the class of a point that is added
    /// @param redraw shows the figure anew
    FitEditor(Desk desk, FigureView figure, Supplier<Optional<String>> label, Runnable redraw) {
        this.redraw = redraw;
        this.desk = desk;
        this.workbench = desk.workbench();
        this.figure = figure;
        this.label = label;
        ring.getStyleClass().add("edit-ring");
        ring.setId("edit-ring");
        ring.setVisible(false);
        overlay.setMouseTransparent(true);
        overlay.getChildren().setAll(ring);
        overlay.setMinSize(0, 0);
        figure.whenShown(this::placeRing);
    }

    /// What lies over the figure: the ring around the chosen point.
    Pane overlay() {
        return overlay;
    }

    void listen() {
        figure.addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPressed);
        figure.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDragged);
        figure.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> onReleased());
        figure.addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClicked);
        figure.addEventHandler(MouseEvent.MOUSE_MOVED, this::onMoved);
        figure.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::onMenu);
    }

    /// What is shown while a point is being dragged.
    Optional<Window> window() {
        return frozen;
    }

    boolean isOn() {
        return on;
    }

    void setOn(boolean now) {
        on = now;
        if (!now) {
            choose(Optional.empty());
            figure.setCursor(Cursor.DEFAULT);
        }
    }

    /// Edits the data of another plane from now on.
    void follow(Optional<EditPlane> now) {
        boolean same = plane.isPresent()
                && now.isPresent()
                && plane.get().of().features().equals(now.get().of().features())
                && plane.get().of().target().equals(now.get().of().target());
        plane = now;
        if (!same || chosen.filter(row -> row < now.get().of().data().rows()).isEmpty()) {
            chosen = Optional.empty();
        }
        placeRing();
    }

    private Optional<Shown> shown() {
        return on && plane.isPresent()
                ? figure.shown()
                        .filter(view -> view.figure() instanceof PlotFigure)
                        .map(view -> {
                            PlotFigure plotted = (PlotFigure) view.figure();
                            return new Shown(plotted, view, plotted.plot(view.size()));
                        })
                : Optional.empty();
    }

    private Optional<Integer> row(Shown shown, double px, double py) {
        return shown.figure
                .hit(shown.view.size(), px, py)
                .filter(Hit.Row.class::isInstance)
                .map(hit -> plane.orElseThrow().rows().original(((Hit.Row) hit).row()));
    }

    private void onPressed(MouseEvent event) {
        dragging = false;
        if (event.getButton() == MouseButton.PRIMARY) {
            shown().ifPresent(shown -> {
                choose(row(shown, event.getX(), event.getY()));
                dragging = chosen.isPresent();
                if (dragging) {
                    workbench.endGesture();
                    frozen = Optional.of(shown.plot.window());
                }
            });
        }
    }

    private void onDragged(MouseEvent event) {
        if (!dragging) {
            return;
        }
        shown().ifPresent(shown -> {
            figure.setCursor(Cursor.CLOSED_HAND);
            double px = Math.clamp(
                    event.getX(), shown.plot.box().x(), shown.plot.box().right());
            double py = Math.clamp(
                    event.getY(), shown.plot.box().y(), shown.plot.box().bottom());
            EditPlane here = plane.orElseThrow();
            edit(
                    () -> DataEdit.withCells(
                            here.of().data(), chosen.orElseThrow(), here.cells(shown.plot, px, py, Optional.empty())),
                    DRAG);
        });
    }

    private void onReleased() {
        if (dragging) {
            dragging = false;
            frozen = Optional.empty();
            workbench.endGesture();
            redraw.run();
            figure.setCursor(Cursor.OPEN_HAND);
        }
        refusal.ifPresent(desk.notices()::warn);
        refusal = Optional.empty();
    }

    private void onClicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress() || chosen.isPresent()) {
            return;
        }
        shown().filter(shown -> shown.plot.contains(event.getX(), event.getY())).ifPresent(shown -> {
            EditPlane here = plane.orElseThrow();
            Dataset data = here.of().data();
            Optional<String> word = label.get().or(() -> here.labels().stream().findFirst());
            boolean done =
                    edit(() -> DataEdit.withRow(data, here.cells(shown.plot, event.getX(), event.getY(), word)), "");
            if (done) {
                choose(Optional.of(data.rows()));
            }
            sayRefusal();
        });
    }

    private void onMenu(ContextMenuEvent event) {
        shown().flatMap(shown -> row(shown, event.getX(), event.getY())).ifPresent(row -> {
            choose(Optional.of(row));
            MenuItem delete = new MenuItem("Delete row " + (row + 1));
            delete.setId("delete-row");
            delete.setOnAction(_ -> onDelete());
            new ContextMenu(delete).show(figure, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /// Removes the chosen point, if there is one.
    void onDelete() {
        if (!on || plane.isEmpty() || chosen.isEmpty()) {
            return;
        }
        int row = chosen.get();
        Dataset data = plane.get().of().data();
        if (edit(() -> DataEdit.withoutRow(data, row), "")) {
            choose(Optional.empty());
        }
        sayRefusal();
    }

    private void sayRefusal() {
        refusal.ifPresent(desk.notices()::warn);
        refusal = Optional.empty();
    }

    /// Puts other data under the model.
    ///
    /// @return whether the model took them; if not, [#refusal] says why
    private boolean edit(Supplier<Dataset> change, String gesture) {
        Experiment experiment = workbench.experiment();
        try {
            workbench.edit(experiment.withProblem(plane.orElseThrow().of().withData(change.get())), gesture);
            refusal = Optional.empty();
            return true;
        } catch (DataException | IllegalArgumentException e) {
            refusal = Optional.of(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void onMoved(MouseEvent event) {
        shown().ifPresent(shown -> {
            boolean onRow = row(shown, event.getX(), event.getY()).isPresent();
            boolean inside = shown.plot.contains(event.getX(), event.getY());
            figure.setCursor(onRow ? Cursor.OPEN_HAND : inside ? Cursor.CROSSHAIR : Cursor.DEFAULT);
        });
    }

    private void choose(Optional<Integer> row) {
        chosen = row;
        placeRing();
    }

    private void placeRing() {
        Optional<Shown> shown = shown();
        Optional<EditPlane.Place> place = chosen.flatMap(row -> plane.flatMap(here -> here.place(row)));
        ring.setVisible(shown.isPresent() && place.isPresent());
        if (ring.isVisible()) {
            ring.setCenterX(shown.get().plot.px(place.get().x()));
            ring.setCenterY(shown.get().plot.py(place.get().y()));
        }
    }
}
