package fallline.experiment.judge;

import fallline.objective.Box;
import fallline.objective.Objective;
import fallline.objective.Optimum;
import java.util.Optional;

/// The part of a function's domain that is shown until the user asks for another.
///
/// It depends on problem and start only: the box of a catalogue function, widened to hold the start; for others bounds
/// that hold the start and, where it is known, the best point.
public final class PlottedBox {
    private static final double PADDING = 0.3;
    private static final double AROUND_ORIGIN = 0.5;
    private static final double MARGIN = 0.1;

    private PlottedBox() {}

    /// The box for a run from `start`; for a typed formula, whose parameters mean the same, with sides of one length.
    public static Box of(Objective objective, double[] start) {
        Box sides = sides(objective, start);
        if (objective.box().isPresent()) {
            return sides;
        }
        double most = 0;
        for (double length : sides.lengths()) {
            most = Math.max(most, length);
        }
        double[] low = sides.low().clone();
        double[] high = sides.high().clone();
        for (int i = 0; i < low.length; i++) {
            double middle = (low[i] + high[i]) / 2;
            low[i] = middle - most / 2;
            high[i] = middle + most / 2;
        }
        return new Box(low, high);
    }

    /// An interval for every parameter by itself.
    public static Box sides(Objective objective, double[] start) {
        Optional<Box> card = objective.box();
        Optional<Optimum> best = card.isPresent() ? Optional.empty() : objective.optimumAtHand();
        int n = objective.dimension();
        double[] low = new double[n];
        double[] high = new double[n];
        for (int i = 0; i < n; i++) {
            int index = i;
            double[] side = card.map(box -> widened(box.low()[index], box.high()[index], start[index]))
                    .orElseGet(() -> span(
                            start[index],
                            best.map(found -> found.point()[index]).orElse(Double.NaN)));
            low[i] = side[0];
            high[i] = side[1];
        }
        return new Box(low, high);
    }

    private static double[] widened(double low, double high, double start) {
        double from = usable(start);
        double margin = MARGIN * (high - low);
        return new double[] {from < low ? from - margin : low, from > high ? from + margin : high};
    }

    /// The interval around a start and a best coordinate.
    ///
    /// @param best NaN where it is not known
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
}
