package fallline.app.loss;

import fallline.analysis.StartDrag;
import fallline.app.paint.FigureView;
import fallline.experiment.view.LossLook.Bounds;
import fallline.workbench.Workbench;
import java.util.Optional;
import javafx.scene.input.KeyEvent;

/// With the keyboard on the loss, Ctrl and arrows move the start as a drag does: over the plane that is shown, and not
/// into a hole of a formula; with Shift by a tenth as much.
final class StartKeys {
    /// Of what is seen, from edge to edge.
    private static final double SHARE = 0.02;

    private static final double FINE = 0.1;
    private static final String DRAG_START = "move the start";

    private final Workbench workbench;
    private final FigureView view;
    private final LossController controller;
    private boolean moving;

    StartKeys(Workbench workbench, FigureView view, LossController controller) {
        this.workbench = workbench;
        this.view = view;
        this.controller = controller;
    }

    void listen() {
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::onPressed);
        view.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (moving && !event.isShortcutDown()) {
                end();
            }
        });
        view.focusedProperty().subscribe((_, now) -> {
            if (!now && moving) {
                end();
            }
        });
    }

    private void onPressed(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        double share = event.isShiftDown() ? SHARE * FINE : SHARE;
        boolean known =
                switch (event.getCode()) {
                    case LEFT -> move(-share, 0);
                    case RIGHT -> move(share, 0);
                    case UP -> move(0, share);
                    case DOWN -> move(0, -share);
                    default -> false;
                };
        if (known) {
            event.consume();
        }
    }

    private boolean move(double right, double up) {
        if (!moving) {
            moving = true;
            workbench.endGesture();
        }
        Bounds seen = controller.bounds();
        if (workbench.view().loss().bounds().isEmpty()) {
            // while the start moves, the map stands still
            workbench.look(workbench.view().withLoss(loss -> loss.withBounds(Optional.of(seen))));
        }
        StartDrag drag = controller.grasp();
        double[] from = drag.from();
        double x = drag.plane().map(plane -> plane.project(from).x()).orElse(from[0]);
        double y = drag.plane().map(plane -> plane.project(from).y()).orElse(0.0);
        double[] to = drag.at(
                Math.clamp(
                        x + right * (seen.right() - seen.left()), Math.min(x, seen.left()), Math.max(x, seen.right())),
                Math.clamp(y + up * (seen.top() - seen.bottom()), Math.min(y, seen.bottom()), Math.max(y, seen.top())));
        controller.moveStart(to, DRAG_START);
        return true;
    }

    private void end() {
        moving = false;
        workbench.endGesture();
        controller.release();
    }
}
