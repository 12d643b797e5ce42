package fallline.picture.convergence;

import fallline.analysis.stability.DirectionShares;
import fallline.analysis.stability.SharpnessCurve;
import fallline.experiment.run.Trace;
import java.util.Map;
import java.util.Optional;

/// What is worked out beside the traces for the curves that need it, as far as it is known.
///
/// @param sharpness of each run whose curve has begun
/// @param shares of the chosen run
public record Worked(Map<Trace, SharpnessCurve> sharpness, Optional<DirectionShares.Answer> shares) {
    /// Nothing yet.
    public static final Worked NOTHING = new Worked(Map.of(), Optional.empty());

    public Worked {
        sharpness = Map.copyOf(sharpness);
    }
}
