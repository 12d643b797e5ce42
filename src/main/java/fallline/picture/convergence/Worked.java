package fallline.picture.convergence;

import fallline.analysis.repeat.Repeats;
import fallline.analysis.stability.DirectionShares;
import fallline.analysis.stability.SharpnessCurve;
import fallline.experiment.run.Trace;
import java.util.Map;
import java.util.Optional;

/// What is worked out beside the traces for the curves that need it, as far as it is known. While a run is computed
/// anew, it may still be that of its trace before.
///
/// @param sharpness by the name of the run
/// @param shares of one run
/// @param repeats of what the runs are now, by the name of the run
public record Worked(Map<String, Along> sharpness, Optional<Split> shares, Map<String, Repeats> repeats) {
    /// Nothing yet.
    public static final Worked NOTHING = new Worked(Map.of(), Optional.empty(), Map.of());

    /// The sharpness along a trace.
    public record Along(Trace trace, SharpnessCurve curve) {}

    /// What the directions hold along a trace of the run of this name.
    public record Split(String run, Trace trace, DirectionShares.Answer answer) {}

    public Worked {
        sharpness = Map.copyOf(sharpness);
        repeats = Map.copyOf(repeats);
    }

    /// The same with repeats.
    public Worked with(Map<String, Repeats> others) {
        return new Worked(sharpness, shares, others);
    }
}
