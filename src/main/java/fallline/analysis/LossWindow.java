package fallline.analysis;

import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.PlaneChoice.Parameters;
import fallline.objective.Objective;
import fallline.objective.Optimum;
import fallline.objective.formula.CatalogueFunction.Interval;
import fallline.problem.Problem;
import java.util.List;
import java.util.Optional;

/// The part of a loss surface that is shown until the user asks for another.
///
/// It depends on problem and start only, so that it does not swim while runs change.
public final class LossWindow {
    private static final double PADDING = 0.3;
    private static final double AROUND_ORIGIN = 0.5;
    private static final double MARGIN = 0.1;

    private LossWindow() {}

    /// The box of a catalogue function, widened to hold the start; for others bounds that hold the start and, where it
    /// is known, the best point, in a square where both parameters mean the same (a formula's).
    public static Bounds suggested(Problem problem, double[] start, Parameters plane) {
        if (problem instanceof Problem.Formula formula && formula.card().isPresent()) {
            List<Interval> box = formula.card().get().box();
            double[] across = side(box.get(plane.horizontal()), start[plane.horizontal()]);
            double[] upwards = side(box.get(plane.vertical()), start[plane.vertical()]);
            return new Bounds(across[0], across[1], upwards[0], upwards[1]);
        }
        return suggested(problem.objective(), start, plane, problem instanceof Problem.Formula);
    }

    private static double[] side(Interval side, double start) {
        double from = usable(start);
        double margin = MARGIN * (side.high() - side.low());
        return new double[] {
            from < side.low() ? from - margin : side.low(), from > side.high() ? from + margin : side.high()
        };
    }

    /// Bounds that hold the start and, where it is known, the best point.
    ///
    /// @param equal whether both parameters mean the same (a formula's), so that the box is a square
    static Bounds suggested(Objective objective, double[] start, Parameters plane, boolean equal) {
        Optional<Optimum> optimum = objective.optimumAtHand();
        double[] across = span(start[plane.horizontal()], best(optimum, plane.horizontal()));
        double[] upwards = span(start[plane.vertical()], best(optimum, plane.vertical()));
        if (equal) {
            double half = Math.max(across[1] - across[0], upwards[1] - upwards[0]) / 2;
            across = around((across[0] + across[1]) / 2, half);
            upwards = around((upwards[0] + upwards[1]) / 2, half);
        }
        return new Bounds(across[0], across[1], upwards[0], upwards[1]);
    }

    private static double best(Optional<Optimum> optimum, int index) {
        return optimum.map(found -> found.point()[index]).orElse(Double.NaN);
    }

    private static double[] span(double start, double best) {
        double from = usable(start);
        if (Double.isNaN(best)) {
            double length = Math.max(1, Math.abs(from));
            return new double[] {Math.min(0, from) - AROUND_ORIGIN * length, Math.max(0, from) + AROUND_ORIGIN * length
            };
        }
        double least = Math.max(1e-3 * Math.abs(best), 1e-9);
        double length = Math.max(Math.abs(from - best), least);
        double low = Math.min(from, best) - PADDING * length;
        double high = Math.max(from, best) + PADDING * length;
        // The far side of the best point is shown too, so that an overshooting path stays in the picture.
        return from < best
                ? new double[] {low, Math.max(high, best + 0.6 * length)}
                : new double[] {Math.min(low, best - 0.6 * length), high};
    }

    private static double usable(double start) {
        return Double.isFinite(start) ? Math.clamp(start, -1e150, 1e150) : 1;
    }

    private static double[] around(double middle, double half) {
        return new double[] {middle - half, middle + half};
    }
}
