package fallline.app.gradient;

import fallline.app.desk.Desk;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;

/// Keeps the badge of the gradient's check up to date. It belongs to the FX thread; checks run in the background, a
/// moment after the problem has come to rest.
public final class GradientController {
    private static final long PAUSE_MILLIS = 400;

    private final GradientBadge badge = new GradientBadge();

    public GradientController(Desk desk) {
        Executor pause = CompletableFuture.delayedExecutor(
                PAUSE_MILLIS, TimeUnit.MILLISECONDS, desk.questions().own());
        new GradientModel(desk.workbench(), desk.questions(), pause, badge);
    }

    /// The badge.
    public Node badge() {
        return badge;
    }
}
