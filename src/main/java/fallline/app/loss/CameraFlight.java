package fallline.app.loss;

import fallline.experiment.view.SurfaceLook.Camera;
import java.util.Optional;
import javafx.animation.AnimationTimer;

/// The short move between the map and the solid. FX thread.
final class CameraFlight {
    private static final double SECONDS = 0.2;

    private final Runnable onFrame;
    private Optional<Camera> now = Optional.empty();
    private Camera from = Camera.TOP;
    private Camera to = Camera.TOP;
    private long began;

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nanos) {
            began = began == 0 ? nanos : began;
            double share = (nanos - began) / 1e9 / SECONDS;
            if (share >= 1) {
                now = Optional.empty();
                stop();
            } else {
                now = Optional.of(from.towards(to, share * share * (3 - 2 * share)));
            }
            onFrame.run();
        }
    };

    /// @param onFrame called for every picture of the move and once at its end
    CameraFlight(Runnable onFrame) {
        this.onFrame = onFrame;
    }

    /// Where the camera is while it moves.
    Optional<Camera> camera() {
        return now;
    }

    void fly(Camera start, Camera end) {
        from = start;
        to = end;
        began = 0;
        now = Optional.of(start);
        timer.start();
    }
}
