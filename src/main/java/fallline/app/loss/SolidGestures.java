package fallline.app.loss;

import fallline.analysis.StartDrag;
import fallline.app.paint.FigureView;
import fallline.experiment.view.SurfaceLook;
import fallline.experiment.view.SurfaceLook.Camera;
import fallline.experiment.view.ViewState;
import fallline.figure.paint.Size;
import fallline.figure.plot.Hit;
import fallline.figure.solid.LossSolidFigure;
import fallline.workbench.Workbench;
import java.awt.geom.Point2D;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// What the mouse does on the solid: turn it, move it with Shift, bring it nearer, drag the start over it, read.
final class SolidGestures {
    private static final double DEGREES_PER_PIXEL = 0.4;
    private static final double ZOOM_PER_PIXEL = 1.0025;
    private static final String DRAG_START = "drag the start";

    private record Place(LossSolidFigure figure, Size size) {}

    private sealed interface Drag {
        record OfStart(StartDrag start) implements Drag {}

        /// @param from the camera when the drag began
        record OfCamera(Camera from, double x, double y, boolean panning) implements Drag {}

        record Nothing() implements Drag {}
    }

    private final Workbench workbench;
    private final FigureView view;
    private final LossController controller;
    private Drag drag = new Drag.Nothing();

    SolidGestures(Workbench workbench, FigureView view, LossController controller) {
        this.workbench = workbench;
        this.view = view;
        this.controller = controller;
    }

    void listen() {
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDragged);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> onReleased());
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClicked);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::onMoved);
        view.addEventHandler(ScrollEvent.SCROLL, this::onScroll);
    }

    private Optional<Place> place() {
        return view.shown()
                .filter(shown -> shown.figure() instanceof LossSolidFigure)
                .map(shown -> new Place((LossSolidFigure) shown.figure(), shown.size()));
    }

    private SurfaceLook look() {
        return workbench.view().loss().surface();
    }

    private void look(Camera camera) {
        workbench.look(workbench.view().withSurface(look -> look.withCamera(camera)));
    }

    private void onPressed(MouseEvent event) {
        drag = new Drag.Nothing();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        place().ifPresent(place -> {
            controller.onPointer(Optional.empty(), Optional.empty());
            Optional<Hit> hit = place.figure.hit(place.size, event.getX(), event.getY());
            if (hit.filter(Hit.Start.class::isInstance).isPresent()) {
                drag = new Drag.OfStart(controller.grasp());
                workbench.endGesture();
                fixBounds();
            } else {
                drag = new Drag.OfCamera(look().camera(), event.getX(), event.getY(), event.isShiftDown());
            }
        });
    }

    /// While the start moves, the surface stands still.
    private void fixBounds() {
        ViewState state = workbench.view();
        if (state.loss().bounds().isEmpty()) {
            workbench.look(state.withLoss(loss -> loss.withBounds(Optional.of(controller.bounds()))));
        }
    }

    private void onDragged(MouseEvent event) {
        switch (drag) {
            case Drag.OfStart(StartDrag start) ->
                place().flatMap(place -> place.figure.pick(place.size, event.getX(), event.getY()))
                        .ifPresent(to -> moveStart(start, to));
            case Drag.OfCamera camera -> {
                view.setCursor(Cursor.CLOSED_HAND);
                controller.setMoving(true);
                double dx = event.getX() - camera.x();
                double dy = event.getY() - camera.y();
                look(
                        camera.panning()
                                ? camera.from().panned(dx / view.getWidth(), dy / view.getHeight())
                                : camera.from().turned(dx * DEGREES_PER_PIXEL, dy * DEGREES_PER_PIXEL));
            }
            case Drag.Nothing _ -> {}
        }
    }

    private void moveStart(StartDrag start, Point2D to) {
        controller.moveStart(start.at(to.getX(), to.getY()), DRAG_START);
    }

    private void onReleased() {
        if (drag instanceof Drag.OfStart) {
            workbench.endGesture();
            controller.release();
        }
        if (drag instanceof Drag.OfCamera) {
            controller.setMoving(false);
        }
        drag = new Drag.Nothing();
    }

    private void onClicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        place().ifPresent(place -> {
            Optional<Hit> hit = place.figure.hit(place.size, event.getX(), event.getY());
            if (hit.isEmpty() && event.getClickCount() == 2) {
                controller.onReset();
            } else if (hit.isPresent() && hit.get() instanceof Hit.Step step) {
                controller.onStep(step);
            }
        });
    }

    private void onScroll(ScrollEvent event) {
        place().ifPresent(_ -> {
            double factor = Math.pow(ZOOM_PER_PIXEL, Math.clamp(event.getDeltaY(), -200, 200));
            double x = event.getX() / view.getWidth() - 0.5;
            double y = event.getY() / view.getHeight() - 0.5;
            controller.moveFor();
            look(look().camera().nearer(factor, x, y));
            event.consume();
        });
    }

    private void onMoved(MouseEvent event) {
        place().ifPresent(place -> {
            Optional<Hit> hit = place.figure.hit(place.size, event.getX(), event.getY());
            view.setCursor(
                    hit.isEmpty() ? Cursor.DEFAULT : hit.get() instanceof Hit.Start ? Cursor.OPEN_HAND : Cursor.HAND);
            if (hit.isPresent() && hit.get() instanceof Hit.Step step) {
                controller.onPointer(Optional.empty(), Optional.of(step));
            } else {
                controller.onPointer(
                        hit.isPresent() ? Optional.empty() : place.figure.pick(place.size, event.getX(), event.getY()),
                        Optional.empty());
            }
        });
    }
}
