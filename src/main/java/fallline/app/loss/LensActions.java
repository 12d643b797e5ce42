package fallline.app.loss;

import fallline.app.controls.Icons;
import fallline.app.desk.Desk;
import fallline.app.paint.FigureView;
import fallline.app.pane.Chip;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.SurfaceLook;
import fallline.figure.plot.PlotArea;
import fallline.picture.loss.Lens;
import fallline.picture.loss.LossPicture;
import fallline.picture.page.Views;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;

/// What buttons, menus and keys do with the part of the surface that is seen. It changes only when one of them, or the
/// mouse, asks for it.
public final class LensActions {
    private static final double ZOOM = 1.25;
    private static final double PAN = 0.1;
    private static final double TURN = 10;

    private final Workbench workbench;
    private final FigureView view;
    private final Runnable reset;
    private final Asking<Wanted, Optional<Bounds>> fitting;

    private record Wanted(Scene scene, LossPicture.Fit fit, Bounds seen) {}

    LensActions(Desk desk, FigureView view, Runnable reset) {
        this.view = view;
        this.reset = reset;
        workbench = desk.workbench();
        LossPicture picture = desk.pictures().of(Views.LOSS);
        fitting = desk.questions()
                .on(
                        Lane.PAINTING,
                        "Looking where everything is",
                        (Wanted wanted) -> picture.fitted(wanted.scene(), wanted.fit(), wanted.seen()),
                        (_, found) -> found.ifPresent(this::look));
    }

    /// With the keyboard on the view, arrows move what is seen, or turn the solid.
    void listen() {
        view.take(true, "");
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean moved = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
            switch (event.getCode()) {
                case LEFT -> onArrow(-1, 0);
                case RIGHT -> onArrow(1, 0);
                case UP -> onArrow(0, 1);
                case DOWN -> onArrow(0, -1);
                default -> moved = false;
            }
            if (moved) {
                event.consume();
            }
        });
    }

    /// Buttons for the head of the pane.
    List<Button> buttons() {
        return List.of(
                Chip.button("zoom-in", Icons.ZOOM_IN, "Zoom in", "Zoom in (+, or the wheel)", this::onZoomIn),
                Chip.button("zoom-out", Icons.ZOOM_OUT, "Zoom out", "Zoom out (−, or the wheel)", this::onZoomOut));
    }

    public void onZoomIn() {
        zoom(1 / ZOOM);
    }

    public void onZoomOut() {
        zoom(ZOOM);
    }

    /// Everything is shown again.
    public void onReset() {
        reset.run();
    }

    /// Brings something into view, once the painter has found where it is.
    public void onFit(LossPicture.Fit fit) {
        Scene scene = workbench.scene();
        seen().ifPresent(bounds -> fitting.ask(new Wanted(scene, fit, bounds)));
    }

    private void onArrow(int right, int up) {
        if (isSolid()) {
            look(surface().camera().turned(TURN * right, TURN * up));
        } else {
            onPan(PAN * right, PAN * up);
        }
    }

    private boolean isSolid() {
        return plot().isEmpty() && surface().solid();
    }

    private SurfaceLook surface() {
        return workbench.view().loss().surface();
    }

    private void look(SurfaceLook.Camera camera) {
        workbench.look(workbench.view().withSurface(now -> now.withCamera(camera)));
    }

    private void onPan(double right, double up) {
        seen().ifPresent(from -> {
            double dx = right * (from.right() - from.left());
            double dy = up * (from.top() - from.bottom());
            look(new Bounds(from.left() + dx, from.right() + dx, from.bottom() + dy, from.top() + dy));
        });
    }

    private void zoom(double factor) {
        if (isSolid()) {
            look(surface().camera().nearer(1 / factor, 0, 0));
            return;
        }
        plot().ifPresent(plot -> {
            Bounds from = workbench.view().loss().bounds().orElseGet(() -> Lens.of(plot));
            Lens.zoomed(from, plot.box(), plot.box().centreX(), plot.box().centreY(), factor)
                    .ifPresent(this::look);
        });
    }

    private void look(Bounds bounds) {
        workbench.look(workbench.view().withLoss(loss -> loss.withBounds(Optional.of(bounds))));
    }

    private Optional<Bounds> seen() {
        return workbench.view().loss().bounds().or(() -> plot().map(Lens::of));
    }

    private Optional<PlotArea> plot() {
        return view.shown().flatMap(FigureView.Shown::plot);
    }
}
