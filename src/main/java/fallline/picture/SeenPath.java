package fallline.picture;

import fallline.figure.path.Trail;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// A path as it can be drawn now; a better one may come from the background.
final class SeenPath {
    private volatile Trail trail;
    private volatile boolean cancelled;

    SeenPath(Trail trail) {
        this.trail = trail;
    }

    Trail trail() {
        return trail;
    }

    /// Works out a better path.
    ///
    /// @param work gets the question whether to stop
    void refine(Later later, Function<BooleanSupplier, Optional<Trail>> work) {
        later.background().execute(() -> work.apply(() -> cancelled).ifPresent(better -> {
            trail = better;
            later.ready().run();
        }));
    }

    /// Nobody wants it any more.
    void cancel() {
        cancelled = true;
    }
}
