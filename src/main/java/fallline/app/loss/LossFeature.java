package fallline.app.loss;

import fallline.app.desk.Desk;
import fallline.app.desk.Pointing;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.pane.PlacedPane;
import fallline.app.pane.PlacedPane.Place;
import fallline.app.race.RepeatsModel;
import fallline.experiment.view.LossLook;
import fallline.experiment.view.SurfaceLook.Overlay;
import fallline.workbench.Workbench;
import java.util.List;
import java.util.function.IntConsumer;

/// Brings the pane of the loss.
public final class LossFeature implements Feature {
    private final Workbench workbench;
    private final LossController controller;

    /// @param moveTo moves the playhead by hand
    public LossFeature(Desk desk, Pointing pointing, IntConsumer moveTo, RepeatsModel repeats) {
        workbench = desk.workbench();
        controller = new LossController(desk, pointing, moveTo, repeats);
    }

    @Override
    public List<PlacedPane> panes() {
        return List.of(new PlacedPane(controller.pane(), Place.UPPER_LEFT));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("solid", "Map or solid", controller::onSolid)
                        .on(Key.letter('C'))
                        .in(Menu.VIEW, 1)
                        .switching(() -> look().surface().solid()),
                Command.of("gradient-arrow", "Gradient arrow", this::onArrow)
                        .on(Key.letter('G'))
                        .in(Menu.VIEW, 1)
                        .switching(() -> look().gradientArrow()),
                Command.of("zoom-in", "Zoom into the surface", controller.lens()::onZoomIn)
                        .on(Key.typed("+", "+="))
                        .in(Menu.VIEW, 1),
                Command.of("zoom-out", "Zoom out", controller.lens()::onZoomOut)
                        .on(Key.typed("−", "-−"))
                        .in(Menu.VIEW, 1),
                Command.of(
                                "keyboard-on-loss",
                                "Move or turn the loss view that has the keyboard",
                                controller::onKeyboard)
                        .on(Key.shown("← ↑ → ↓")),
                Command.of(
                                "start-by-keys",
                                "Move the start, with the keyboard on the loss view",
                                controller::onKeyboard)
                        .on(Key.shown("Ctrl ← ↑ → ↓")),
                Command.of("equal-scales", "Both axes to one scale", controller::onScales)
                        .on(Key.letter('Q'))
                        .in(Menu.VIEW, 1)
                        .switching(() -> look().equalScales()),
                overlay("gradient-field", "Gradient field", 'N', Overlay.GRADIENT_FIELD),
                overlay("curvature", "Curvature", 'H', Overlay.QUADRATIC_MODEL),
                overlay("critical-points", "Critical points", 'K', Overlay.CRITICAL_POINTS),
                overlay("slope-dial", "What the gradient is", 'D', Overlay.SLOPE_DIAL),
                overlay("basins", "Basin map", Overlay.BASINS)
                        .tipped("Which minimum the chosen run comes to from every start, and how soon."));
    }

    private Command overlay(String id, String title, char key, Overlay overlay) {
        return overlay(id, title, overlay).on(Key.letter(key));
    }

    private Command overlay(String id, String title, Overlay overlay) {
        return Command.of(id, title, () -> controller.onOverlay(overlay))
                .in(Menu.VIEW, 1)
                .switching(() -> look().surface().shows(overlay));
    }

    private LossLook look() {
        return workbench.view().loss();
    }

    private void onArrow() {
        workbench.look(workbench.view().withLoss(loss -> loss.withGradientArrow(!loss.gradientArrow())));
    }
}
