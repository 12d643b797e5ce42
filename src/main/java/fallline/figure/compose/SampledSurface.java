package fallline.figure.compose;

import fallline.analysis.LossGrid;
import fallline.experiment.ViewState.Bounds;
import fallline.experiment.ViewState.Plane;
import fallline.figure.ColourMap;
import fallline.figure.HeightField;
import fallline.figure.Levels;
import fallline.figure.Surface;
import fallline.figure.SurfaceMap;
import fallline.figure.Window;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.Optimum;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The loss over the plane of two parameters, sampled where it is looked at.
final class SampledSurface implements Surface {
    /// More would take the processor from the runs.
    private static final int THREADS = 2;

    private final Objective objective;
    private final double[] base;
    private final Plane plane;
    private final Optional<Optimum> optimum;
    private final ColourMap colours;
    private @Nullable SurfaceMap last;

    /// @param objective any thread's; a twin is taken
    /// @param base all parameters; those that are not in the plane are held there
    SampledSurface(Objective objective, double[] base, Plane plane, ColourMap colours) {
        this.objective = objective.twin();
        this.base = base;
        this.plane = plane;
        this.colours = colours;
        optimum = objective.optimum();
    }

    @Override
    public synchronized SurfaceMap over(Window seen) {
        SurfaceMap kept = last;
        if (kept == null || !kept.field().window().equals(seen)) {
            kept = sample(seen);
            last = kept;
        }
        return kept;
    }

    private SurfaceMap sample(Window seen) {
        int side = LossGrid.side(objective);
        Bounds bounds =
                new Bounds(seen.x().lo(), seen.x().hi(), seen.y().lo(), seen.y().hi());
        double[] values = LossGrid.sampleTogether(objective, base, plane, bounds, side, side, THREADS);
        HeightField field = new HeightField(side, side, seen, values);
        boolean maximise = objective.goal() == Goal.MAXIMISE;
        double reference = optimum.isPresent() ? optimum.get().value() : reference(values, maximise);
        Levels levels =
                Double.isNaN(reference) ? Levels.even(field, maximise) : Levels.logarithmic(field, reference, maximise);
        return new SurfaceMap(field, levels, colours);
    }

    /// The best finite value of the grid: it does not change with the runs, so the colours do not swim.
    private static double reference(double[] values, boolean maximise) {
        double found = Double.NaN;
        for (double value : values) {
            if (Double.isFinite(value) && !(maximise ? found >= value : found <= value)) {
                found = value;
            }
        }
        return found;
    }
}
