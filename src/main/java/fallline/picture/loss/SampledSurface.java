package fallline.picture.loss;

import fallline.analysis.LossGrid;
import fallline.analysis.Plane;
import fallline.analysis.Poles;
import fallline.experiment.view.LossLook.Bounds;
import fallline.figure.paint.ColourMap;
import fallline.figure.plot.CommonRange;
import fallline.figure.plot.Window;
import fallline.figure.surface.HeightField;
import fallline.figure.surface.Levels;
import fallline.figure.surface.Surface;
import fallline.figure.surface.SurfaceMap;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.Optimum;
import fallline.picture.Later;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The loss over a plane, sampled where it is looked at: what takes long coarsely at first, then finer and finer in the
/// background until another part is looked at.
final class SampledSurface implements Surface {
    private static final int FINER = 3;

    /// More would take the processor from the runs.
    private static final int THREADS = 2;

    private final Objective objective;
    private final Plane plane;
    private final Later later;
    private final ColourMap colours;
    private @Nullable SurfaceMap last;
    private AtomicBoolean cancelled = new AtomicBoolean();

    /// @param objective any thread's; twins are taken
    SampledSurface(Objective objective, Plane plane, ColourMap colours, Later later) {
        this.objective = objective.twin();
        this.plane = plane;
        this.later = later;
        this.colours = colours;
    }

    @Override
    public synchronized SurfaceMap over(Window seen) {
        SurfaceMap kept = last;
        if (kept != null && kept.field().window().equals(seen)) {
            return kept;
        }
        cancel();
        int finest = LossGrid.side(objective);
        int first = later.isAtOnce() ? finest : LossGrid.firstSide(objective);
        SurfaceMap map = sample(objective, seen, first, () -> false).orElseThrow();
        last = map;
        if (first < finest) {
            AtomicBoolean stop = new AtomicBoolean();
            cancelled = stop;
            later.background().execute(() -> refine(objective.twin(), seen, first, finest, stop));
        }
        return map;
    }

    /// Nobody looks at it any more.
    synchronized void cancel() {
        cancelled.set(true);
    }

    private void refine(Objective own, Window seen, int before, int finest, AtomicBoolean stop) {
        int side = Math.min(finest, FINER * before);
        Optional<SurfaceMap> map = sample(own, seen, side, stop::get);
        if (map.isPresent() && replaced(map.get(), stop)) {
            later.ready().run();
            if (side < finest) {
                later.background().execute(() -> refine(own, seen, side, finest, stop));
            }
        }
    }

    private synchronized boolean replaced(SurfaceMap map, AtomicBoolean stop) {
        if (stop.get()) {
            return false;
        }
        last = map;
        return true;
    }

    private Optional<SurfaceMap> sample(Objective own, Window seen, int side, BooleanSupplier stop) {
        Bounds bounds =
                new Bounds(seen.x().lo(), seen.x().hi(), seen.y().lo(), seen.y().hi());
        return LossGrid.sampleTogether(own, plane, bounds, side, side, THREADS, stop)
                .map(values -> map(new HeightField(side, side, seen, values), own));
    }

    private SurfaceMap map(HeightField field, Objective own) {
        boolean maximise = own.goal() == Goal.MAXIMISE;
        Optional<Optimum> optimum = own.optimumAtHand();
        double reference = optimum.isPresent() ? optimum.get().value() : reference(field, own);
        Levels levels =
                Double.isNaN(reference) ? Levels.even(field, maximise) : Levels.logarithmic(field, reference, maximise);
        return new SurfaceMap(field, levels, colours);
    }

    /// The best finite value of the grid, which does not change with the runs, so the colours do not swim; where that
    /// is only the edge of a pole, the best of the values that are common.
    private double reference(HeightField field, Objective own) {
        double sign = own.goal() == Goal.MAXIMISE ? -1 : 1;
        double[] heights =
                Arrays.stream(field.values()).map(value -> sign * value).toArray();
        return CommonRange.of(heights)
                .map(range ->
                        sign * (range.fallsOff() && isPole(field, heights, range, own) ? range.lower() : range.least()))
                .orElse(Double.NaN);
    }

    private boolean isPole(HeightField field, double[] heights, CommonRange range, Objective own) {
        double sign = own.goal() == Goal.MAXIMISE ? -1 : 1;
        int lowest = 0;
        while (heights[lowest] != range.least()) {
            lowest++;
        }
        double[] at = {field.x(lowest % field.columns()), field.y(Math.floorDiv(lowest, field.columns()))};
        double[] pitch = {field.x(1) - field.x(0), field.y(1) - field.y(0)};
        return Poles.fallsBelow(
                place -> sign * own.value(plane.point(place[0], place[1])),
                at,
                pitch,
                range.least() - Poles.ENDLESS * (range.lower() - range.least()));
    }
}
