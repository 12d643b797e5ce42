package fallline.app.loss;

import fallline.analysis.StartDrag;
import fallline.app.paint.FigureView;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.ViewState;
import fallline.figure.paint.Box;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import fallline.picture.loss.Lens;
import fallline.workbench.Workbench;
import java.awt.geom.Point2D;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;

/// What the mouse does on the surface: drag the start or the map, zoom, jump to a step, read.
final class LossGestures {
    private static final double ZOOM_PER_PIXEL = 1.0025;
    private static final String DRAG_START = "drag the start";

    private record Place(PlotFigure figure, FigureView.Shown shown, PlotArea plot) {}

    private sealed interface Drag {
        record OfStart(StartDrag start) implements Drag {}

        /// @param from what was shown when the drag began
        record OfMap(Bounds from, PlotArea plot, Point2D at) implements Drag {}

        record Nothing() implements Drag {}
    }

    private final Workbench workbench;
    private final FigureView figure;
    private final LossController controller;
    private Drag drag = new Drag.Nothing();

    /// Waits whether a second click makes it a double one.
    private final PauseTransition click = new PauseTransition(Duration.millis(260));

    LossGestures(Workbench workbench, FigureView figure, LossController controller) {
        this.workbench = workbench;
        this.figure = figure;
        this.controller = controller;
    }

    void listen() {
        figure.addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPressed);
        figure.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDragged);
        figure.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> onReleased());
        figure.addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClicked);
        figure.addEventHandler(MouseEvent.MOUSE_MOVED, this::onMoved);
        figure.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> stopReading());
        figure.addEventHandler(ScrollEvent.SCROLL, this::onScroll);
    }

    private Optional<Place> place() {
        return figure.shown()
                .filter(shown -> shown.figure() instanceof PlotFigure)
                .map(shown -> {
                    PlotFigure plotted = (PlotFigure) shown.figure();
                    return new Place(plotted, shown, plotted.plot(shown.size()));
                });
    }

    private static Optional<Hit> hit(Place place, MouseEvent event) {
        return place.figure.hit(place.shown.size(), event.getX(), event.getY());
    }

    private void onPressed(MouseEvent event) {
        drag = new Drag.Nothing();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        place().ifPresent(place -> {
            stopReading();
            Optional<Hit> hit = hit(place, event);
            if (hit.filter(Hit.Start.class::isInstance).isPresent()) {
                beginStartDrag(place);
            } else if (hit.isEmpty() || hit.get() instanceof Hit.Row) {
                beginMapDrag(place, event);
            }
        });
    }

    /// While the start moves, the map stands still.
    private void beginStartDrag(Place place) {
        drag = new Drag.OfStart(controller.grasp());
        workbench.endGesture();
        ViewState state = workbench.view();
        if (state.loss().bounds().isEmpty()) {
            workbench.look(state.withLoss(loss -> loss.withBounds(Optional.of(Lens.of(place.plot)))));
        }
    }

    private void beginMapDrag(Place place, MouseEvent event) {
        if (place.plot.contains(event.getX(), event.getY())) {
            Bounds from = workbench.view().loss().bounds().orElseGet(() -> Lens.of(place.plot));
            drag = new Drag.OfMap(from, place.plot, new Point2D.Double(event.getX(), event.getY()));
        }
    }

    private void onDragged(MouseEvent event) {
        switch (drag) {
            case Drag.OfStart(StartDrag start) -> place().ifPresent(place -> moveStart(start, place.plot, event));
            case Drag.OfMap(Bounds from, PlotArea plot, Point2D at) -> {
                figure.setCursor(Cursor.CLOSED_HAND);
                Lens.moved(from, plot.box(), event.getX() - at.getX(), event.getY() - at.getY())
                        .ifPresent(this::look);
            }
            case Drag.Nothing _ -> {}
        }
    }

    private void moveStart(StartDrag start, PlotArea plot, MouseEvent event) {
        Box box = plot.box();
        double x = plot.dataX(Math.clamp(event.getX(), box.x(), box.right()));
        double y = plot.dataY(Math.clamp(event.getY(), box.y(), box.bottom()));
        controller.moveStart(start.at(x, y), DRAG_START);
    }

    private void onReleased() {
        if (drag instanceof Drag.OfStart) {
            workbench.endGesture();
            controller.release();
        }
        drag = new Drag.Nothing();
        figure.setCursor(Cursor.CROSSHAIR);
    }

    private void onClicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        place().ifPresent(place -> {
            Optional<Hit> hit = hit(place, event);
            if (hit.isEmpty() && event.getClickCount() == 2) {
                click.stop();
                controller.onReset();
            } else if (hit.isEmpty() && place.plot.contains(event.getX(), event.getY())) {
                Point2D at = new Point2D.Double(place.plot.dataX(event.getX()), place.plot.dataY(event.getY()));
                click.setOnFinished(_ -> controller.onPlace(at));
                click.playFromStart();
            }
            hit.ifPresent(this::onHit);
        });
    }

    private void onHit(Hit hit) {
        switch (hit) {
            case Hit.ScaleNote _ ->
                workbench.look(workbench.view().withLoss(loss -> loss.withEqualScales(true)
                        .withBounds(Optional.empty())));
            case Hit.Step step -> controller.onStep(step);
            case Hit.Start _, Hit.Row _ -> {}
        }
    }

    private void onScroll(ScrollEvent event) {
        place().filter(place -> place.plot.contains(event.getX(), event.getY())).ifPresent(place -> {
            double factor = Math.pow(ZOOM_PER_PIXEL, -Math.clamp(event.getDeltaY(), -200, 200));
            Bounds from = workbench.view().loss().bounds().orElseGet(() -> Lens.of(place.plot));
            Lens.zoomed(from, place.plot.box(), event.getX(), event.getY(), factor)
                    .ifPresent(this::look);
            event.consume();
        });
    }

    private void look(Bounds bounds) {
        workbench.look(workbench.view().withLoss(loss -> loss.withBounds(Optional.of(bounds))));
    }

    private void onMoved(MouseEvent event) {
        place().ifPresent(place -> {
            Optional<Hit> hit = hit(place, event);
            figure.setCursor(hit.map(LossGestures::cursor).orElse(Cursor.CROSSHAIR));
            if (hit.isEmpty() && place.plot.contains(event.getX(), event.getY())) {
                double x = place.plot.dataX(event.getX());
                double y = place.plot.dataY(event.getY());
                controller.onPointer(Optional.of(new Point2D.Double(x, y)), Optional.empty());
            } else {
                controller.onPointer(Optional.empty(), hit.flatMap(LossGestures::step));
            }
        });
    }

    private static Optional<Hit.Step> step(Hit hit) {
        return hit instanceof Hit.Step step ? Optional.of(step) : Optional.empty();
    }

    private static Cursor cursor(Hit hit) {
        return hit instanceof Hit.Start ? Cursor.OPEN_HAND : Cursor.HAND;
    }

    private void stopReading() {
        controller.onPointer(Optional.empty(), Optional.empty());
    }
}
