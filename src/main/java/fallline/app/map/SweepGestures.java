package fallline.app.map;

import fallline.app.paint.FigureView;
import fallline.experiment.view.SweepLook.Axis;
import fallline.figure.map.RunMapFigure;
import fallline.figure.plot.PlotArea;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;

/// What the mouse does on the sweep map: the wheel and a dragged box zoom, a double click goes back, a click opens the
/// run of the cell.
final class SweepGestures {
    private static final double ZOOM_PER_PIXEL = 1.0025;
    private static final double LEAST_BOX = 6;
    private static final String NEARER = "+=";
    private static final String FARTHER = "-−";

    private final FigureView view;
    private final SweepController controller;

    /// Waits whether a second click makes it a double one.
    private final PauseTransition click = new PauseTransition(Duration.millis(260));

    /// While the wheel turns, it is one zoom.
    private final PauseTransition wheel = new PauseTransition(Duration.millis(700));

    private boolean turning;

    /// What the keyboard reads, if it does.
    private Optional<Share> reading = Optional.empty();

    private Optional<Point2D> pressed = Optional.empty();

    SweepGestures(FigureView view, SweepController controller) {
        this.view = view;
        this.controller = controller;
    }

    void listen() {
        view.setCursor(Cursor.CROSSHAIR);
        view.take(true, NEARER + FARTHER);
        view.addEventHandler(KeyEvent.KEY_TYPED, this::onTyped);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        view.focusedProperty().subscribe((_, now) -> {
            if (!now) {
                read(Optional.empty());
            }
        });
        wheel.setOnFinished(_ -> turning = false);
        view.addEventHandler(ScrollEvent.SCROLL, this::onScroll);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDragged);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::onReleased);
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClicked);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, event -> controller.onPointer(data(event), Optional.empty()));
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> controller.onPointer(Optional.empty(), Optional.empty()));
    }

    private Optional<PlotArea> plot() {
        return view.shown().flatMap(FigureView.Shown::plot);
    }

    private Optional<Point2D> data(MouseEvent event) {
        return plot().filter(plot -> plot.contains(event.getX(), event.getY()))
                .map(plot -> new Point2D.Double(plot.dataX(event.getX()), plot.dataY(event.getY())));
    }

    private void onScroll(ScrollEvent event) {
        Optional<PlotArea> plot = plot().filter(area -> area.contains(event.getX(), event.getY()));
        Optional<List<Axis>> axes = controller.axes();
        if (plot.isEmpty() || axes.isEmpty() || event.getDeltaY() == 0) {
            return;
        }
        event.consume();
        double factor = Math.pow(ZOOM_PER_PIXEL, -Math.clamp(event.getDeltaY(), -200, 200));
        double across = (event.getX() - plot.get().box().x()) / plot.get().box().width();
        double up = 1 - (event.getY() - plot.get().box().y()) / plot.get().box().height();
        zoom(
                axes.get(),
                new double[] {across * (1 - factor), across * (1 - factor) + factor},
                new double[] {up * (1 - factor), up * (1 - factor) + factor},
                turning);
        turning = true;
        wheel.playFromStart();
    }

    /// + and − zoom about the middle.
    private void onTyped(KeyEvent event) {
        String typed = event.getCharacter();
        Optional<List<Axis>> axes = controller.axes();
        if (typed.isEmpty() || !view.takes(typed) || axes.isEmpty()) {
            return;
        }
        event.consume();
        double reach = NEARER.contains(typed) ? 0.25 : 1;
        double[] part = {0.5 - reach, 0.5 + reach};
        zoom(axes.get(), part, part, false);
    }

    /// Arrows read the map from its middle on, Enter opens the run that is read, Backspace goes back from a zoom.
    private void onKey(KeyEvent event) {
        Optional<PlotArea> plot = plot();
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (!plain || plot.isEmpty()) {
            return;
        }
        PlotArea area = plot.get();
        switch (event.getCode()) {
            case LEFT -> read(area, -1, 0);
            case RIGHT -> read(area, 1, 0);
            case UP -> read(area, 0, -1);
            case DOWN -> read(area, 0, 1);
            case ENTER -> reading.ifPresent(at -> controller.onCell(at.data(area)));
            case BACK_SPACE -> controller.onBack();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void read(PlotArea area, int right, int down) {
        controller.axes().ifPresent(axes -> {
            Share now = reading.map(from -> from.moved(right, down, axes))
                    .orElseGet(() -> new Share(0.5, 0.5).moved(0, 0, axes));
            read(Optional.of(now));
            controller.onPointer(Optional.of(now.data(area)), Optional.empty());
        });
    }

    private void read(Optional<Share> at) {
        if (at.isEmpty() && reading.isPresent()) {
            controller.onPointer(Optional.empty(), Optional.empty());
        }
        reading = at;
    }

    /// A place of the plot, as shares of its width and height.
    private record Share(double across, double down) {
        /// The middle of the cell that is so many cells on; a curve has one row.
        Share moved(int right, int below, List<Axis> axes) {
            int rows = axes.size() > 1 ? axes.getLast().n() : 1;
            return new Share(middle(across, right, axes.getFirst().n()), middle(down, below, rows));
        }

        private static double middle(double share, int cells, int of) {
            return (Math.clamp((long) Math.floor(share * of) + cells, 0, of - 1) + 0.5) / of;
        }

        Point2D data(PlotArea area) {
            return new Point2D.Double(
                    area.dataX(area.box().x() + across * area.box().width()),
                    area.dataY(area.box().y() + down * area.box().height()));
        }
    }

    private void zoom(List<Axis> axes, double[] across, double[] up, boolean on) {
        Optional<Axis> x = AxisZoom.to(axes.getFirst(), across[0], across[1]);
        Optional<Axis> y = axes.size() > 1 ? AxisZoom.to(axes.getLast(), up[0], up[1]) : Optional.empty();
        if (x.isEmpty() || (axes.size() > 1 && y.isEmpty())) {
            return; // numbers do not lie nearer to each other
        }
        if (on) {
            controller.onZoomOn(x.get(), y);
        } else {
            controller.onZoom(x.get(), y);
        }
    }

    private void onPressed(MouseEvent event) {
        pressed = event.getButton() == MouseButton.PRIMARY && data(event).isPresent()
                ? Optional.of(new Point2D.Double(event.getX(), event.getY()))
                : Optional.empty();
    }

    private void onDragged(MouseEvent event) {
        plot().ifPresent(plot -> pressed.ifPresent(from -> {
            double x = Math.clamp(event.getX(), plot.box().x(), plot.box().right());
            double y = Math.clamp(event.getY(), plot.box().y(), plot.box().bottom());
            if (!event.isStillSincePress()) {
                controller.onPointer(
                        Optional.empty(),
                        Optional.of(new RunMapFigure.Frame(
                                plot.dataX(from.getX()), plot.dataY(from.getY()), plot.dataX(x), plot.dataY(y))));
            }
        }));
    }

    private void onReleased(MouseEvent event) {
        Optional<Point2D> from = pressed;
        pressed = Optional.empty();
        Optional<List<Axis>> axes = controller.axes();
        controller.onPointer(Optional.empty(), Optional.empty());
        if (from.isEmpty() || axes.isEmpty() || event.isStillSincePress()) {
            return;
        }
        plot().ifPresent(plot -> {
            double[] across = shares(
                    from.get().getX(), event.getX(), plot.box().x(), plot.box().width());
            double[] down = shares(
                    from.get().getY(), event.getY(), plot.box().y(), plot.box().height());
            boolean wide = (across[1] - across[0]) * plot.box().width() >= LEAST_BOX;
            boolean high =
                    axes.get().size() < 2 || (down[1] - down[0]) * plot.box().height() >= LEAST_BOX;
            if (wide && high) {
                zoom(axes.get(), across, new double[] {1 - down[1], 1 - down[0]}, false);
            }
        });
    }

    private static double[] shares(double from, double to, double start, double length) {
        double one = Math.clamp((from - start) / length, 0.0, 1.0);
        double other = Math.clamp((to - start) / length, 0.0, 1.0);
        return new double[] {Math.min(one, other), Math.max(one, other)};
    }

    private void onClicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        if (event.getClickCount() == 2) {
            click.stop();
            controller.onBack();
        } else if (event.getClickCount() == 1) {
            data(event).ifPresent(at -> {
                click.setOnFinished(_ -> controller.onCell(at));
                click.playFromStart();
            });
        }
    }
}
