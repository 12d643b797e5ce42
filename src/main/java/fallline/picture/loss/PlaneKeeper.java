package fallline.picture.loss;

import fallline.analysis.Plane;
import fallline.analysis.Planes;
import fallline.experiment.run.Trace;
import fallline.experiment.view.PlaneChoice;
import fallline.picture.RunMoments;
import fallline.workbench.Scene;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The plane that a scene is looked at in: the same object as before while nothing in it changed, so that what was
/// made for it can be kept. One thread uses it at a time.
final class PlaneKeeper {
    private final RunMoments moments;
    private @Nullable PlaneChoice choice;
    private @Nullable Trace path;
    private @Nullable Plane kept;

    PlaneKeeper(RunMoments moments) {
        this.moments = moments;
    }

    /// The plane of a scene of two or more parameters.
    Plane plane(Scene scene) {
        PlaneChoice wanted = scene.view().plane();
        Trace trace = wanted instanceof PlaneChoice.Components(String run)
                ? scene.trace(run).orElse(null)
                : null;
        Plane before = wanted.equals(choice) ? kept : null;
        if (before != null && trace != null && trace == path) {
            return before;
        }
        Plane made = Planes.of(
                wanted,
                scene,
                (run, step) -> moments.theta(run, scene.record(run).orElseThrow(), step));
        Plane plane = before != null && isSame(before, made) ? before : made;
        choice = wanted;
        path = trace;
        kept = plane;
        return plane;
    }

    private static boolean isSame(Plane one, Plane other) {
        return Arrays.equals(one.origin(), other.origin())
                && Arrays.equals(one.across(), other.across())
                && Arrays.equals(one.upwards(), other.upwards())
                && one.acrossMeaning().equals(other.acrossMeaning())
                && one.upwardsMeaning().equals(other.upwardsMeaning());
    }

    /// The plane that was made last, if there is one.
    Optional<Plane> last() {
        return Optional.ofNullable(kept);
    }
}
