package fallline.experiment.view;

import fallline.number.Numbers;
import java.util.OptionalDouble;

/// What runs that race have to reach.
///
/// @param epsilon J − J* is to fall below it, where J* is known
/// @param loss J is to fall below it, or rise above it where J is maximised, where J* is not known; absent until it is
///     said
public record RaceLook(double epsilon, OptionalDouble loss) {
    /// ε if nothing was said.
    public static final double USUAL = 1e-6;

    /// Of a new experiment.
    public static final RaceLook INITIAL = new RaceLook(USUAL, OptionalDouble.empty());

    public RaceLook {
        if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
            throw new IllegalArgumentException(
                    "epsilon must be a finite number above 0, got " + Numbers.exact(epsilon));
        }
        if (loss.isPresent() && !Double.isFinite(loss.getAsDouble())) {
            throw new IllegalArgumentException("loss must be finite, got " + Numbers.exact(loss.getAsDouble()));
        }
    }

    public RaceLook withEpsilon(double other) {
        return new RaceLook(other, loss);
    }

    public RaceLook withLoss(OptionalDouble other) {
        return new RaceLook(epsilon, other);
    }
}
