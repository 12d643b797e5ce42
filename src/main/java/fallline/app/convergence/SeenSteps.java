package fallline.app.convergence;

import fallline.figure.plot.Span;
import java.util.Optional;

/// Which of the steps the convergence view shows: all of them, until the wheel stretches some.
final class SeenSteps {
    private static final double ZOOM_PER_PIXEL = 1.0025;
    private static final double FEWEST = 4;

    private Optional<Span> chosen = Optional.empty();

    /// What is shown of a run of so many steps; empty for all.
    Optional<Span> seen(int steps) {
        return chosen.filter(span -> span.hi() <= steps);
    }

    /// Stretches by the turn of a wheel, in pixels upwards; what stands at a share of the width stays where it is.
    ///
    /// @param share 0 at the left edge of what is seen, 1 at the right
    void zoom(double pixels, double share, int steps) {
        Span now = seen(steps).orElseGet(() -> new Span(0, Math.max(1, steps)));
        double factor = Math.pow(ZOOM_PER_PIXEL, -Math.clamp(pixels, -200, 200));
        double length = Math.max(now.length() * factor, Math.min(FEWEST, steps));
        if (length >= steps) {
            all();
            return;
        }
        double place = Math.clamp(share, 0, 1);
        double from = Math.clamp(now.lo() + place * (now.length() - length), 0, steps - length);
        chosen = Optional.of(new Span(from, Math.min(steps, from + length)));
    }

    /// All are shown again.
    void all() {
        chosen = Optional.empty();
    }
}
