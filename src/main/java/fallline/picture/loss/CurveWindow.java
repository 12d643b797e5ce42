package fallline.picture.loss;

import fallline.analysis.Poles;
import fallline.experiment.judge.PlottedBox;
import fallline.figure.path.Trail;
import fallline.figure.plot.CommonRange;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import fallline.objective.Box;
import fallline.objective.Goal;
import fallline.objective.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/// What is seen of J(w) until something else is zoomed to: symmetric about the best point, with the start and the
/// first four steps of every run in it, so that an overshoot is seen on both sides.
///
/// Steps are held as far as they lead to [#FARTHEST] times the start's distance from the middle: of a run that grows
/// a thousandfold a step the first steps could not be seen beside the fourth. Heights are those of most of the curve,
/// of the best point, the start and the steps that are held; a pole's are cut off.
final class CurveWindow {
    /// So many steps of every run are held.
    static final int FIRST_STEPS = 4;

    /// Steps are held to so many times the start's distance from the middle.
    static final double FARTHEST = 100;

    private static final double AROUND_START = 1.3;
    private static final double AROUND_STEPS = 1.15;
    private static final double SHOWN_SHARE = 0.92;
    private static final double PADDING = 0.07;

    /// A step's height is held where the curve reaches a quarter of it.
    private static final double TALL = 4;

    private static final int SOUGHT = 400;
    private static final int EVEN = 240;
    private static final int HALVINGS = 60;
    private static final double LIMIT = 1e150;

    private final Objective objective;
    private final double[] theta = new double[1];
    private final double sign;
    private final double start;
    private final OptionalDouble middle;

    /// @param objective of one parameter; this keeps a twin
    CurveWindow(Objective objective, double start) {
        this.objective = objective.twin();
        this.start = Double.isFinite(start) ? Math.clamp(start, -LIMIT, LIMIT) : 1;
        sign = objective.goal() == Goal.MAXIMISE ? -1 : 1;
        middle = middle();
    }

    /// What is seen of the parameter.
    private Span across(List<Trail> trails) {
        return middle.isPresent() ? symmetric(middle.getAsDouble(), trails) : widened(trails);
    }

    private Span symmetric(double centre, List<Trail> trails) {
        double away = Math.abs(start - centre);
        double unit = away > 1e-9 * Math.max(1, Math.abs(centre)) ? away : Math.max(1, Math.abs(centre)) / 2;
        boolean card = objective.box().isPresent();
        double half = card ? Math.max(side(centre), AROUND_STEPS * away) : AROUND_START * unit;
        for (double step : firstSteps(trails)) {
            double distance = Math.abs(step - centre);
            half = distance <= FARTHEST * unit ? Math.max(half, AROUND_STEPS * distance) : half;
        }
        return Span.opened(centre - half, centre + half);
    }

    private Span widened(List<Trail> trails) {
        Box sides = PlottedBox.sides(objective, new double[] {start});
        double low = sides.low()[0];
        double high = sides.high()[0];
        double length = high - low;
        double room = (AROUND_STEPS - 1) * length;
        for (double step : firstSteps(trails)) {
            if (Math.abs(step - start) <= FARTHEST * length) {
                low = step < sides.low()[0] ? Math.min(low, step - room) : low;
                high = step > sides.high()[0] ? Math.max(high, step + room) : high;
            }
        }
        return Span.opened(low, high);
    }

    /// Half of a card's box that lies around a point.
    private double side(double centre) {
        return Math.max(
                centre - objective.box().orElseThrow().low()[0],
                objective.box().orElseThrow().high()[0] - centre);
    }

    private static double[] firstSteps(List<Trail> trails) {
        return trails.stream()
                .flatMapToDouble(trail -> Arrays.stream(trail.x(), 0, Math.min(FIRST_STEPS + 1, trail.length())))
                .filter(Double::isFinite)
                .toArray();
    }

    /// What is seen of the parameter and of J.
    ///
    /// @param trails the parameter and J of every step of the runs
    Window over(List<Trail> trails) {
        Span across = across(trails);
        double[] values = new double[EVEN + 1];
        for (int i = 0; i <= EVEN; i++) {
            values[i] = height(across.lo() + across.length() * i / EVEN);
        }
        return new Window(across, heights(values, across, trails));
    }

    /// What is seen of J; in here, large values are bad ones.
    private Span heights(double[] values, Span across, List<Trail> trails) {
        CommonRange common = CommonRange.of(values).orElse(new CommonRange(0, 0, 1, 1));
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        double low = common.least();
        if (common.fallsOff() && isPole(values, across, common)) {
            low = common.lower();
        }
        double high = sorted.length == 0 ? 1 : sorted[(int) (SHOWN_SHARE * (sorted.length - 1))];
        high = common.spread() > 0 ? Math.min(high, common.upper()) : high;
        double first = height(start);
        if (Math.abs(first) < LIMIT) {
            low = Math.min(low, first);
            high = Math.max(high, first);
        }
        if (middle.isPresent() && Math.abs(height(middle.getAsDouble())) < LIMIT) {
            low = Math.min(low, height(middle.getAsDouble()));
        }
        Span held = Span.around(low, high);
        for (Trail trail : trails) {
            for (int k = 0; k < Math.min(FIRST_STEPS + 1, trail.length()); k++) {
                double value = sign * trail.y()[k];
                boolean near = value >= held.lo() - TALL * held.length() && value <= held.hi() + TALL * held.length();
                if (across.contains(trail.x()[k]) && near) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        Span seen = Span.around(sign * low, sign * high);
        return seen.padded(PADDING);
    }

    private boolean isPole(double[] values, Span across, CommonRange common) {
        int lowest = 0;
        for (int i = 1; i < values.length; i++) {
            lowest = values[i] < values[lowest] || Double.isNaN(values[lowest]) ? i : lowest;
        }
        double pitch = across.length() / EVEN;
        double depth = common.lower() - common.least();
        return Poles.fallsBelow(
                w -> height(w[0]),
                new double[] {across.lo() + lowest * pitch},
                new double[] {pitch},
                common.least() - Poles.ENDLESS * depth);
    }

    /// J where small values are wanted, −J else.
    private double height(double w) {
        theta[0] = w;
        return sign * objective.value(theta);
    }

    /// The best point; where it is not known, the lowest valley near the start; of a card, the middle of its box.
    private OptionalDouble middle() {
        Optional<Box> card = objective.box();
        if (card.isPresent()) {
            return OptionalDouble.of((card.get().low()[0] + card.get().high()[0]) / 2);
        }
        return objective
                .optimumAtHand()
                .map(best -> OptionalDouble.of(best.point()[0]))
                .orElseGet(this::valley);
    }

    private OptionalDouble valley() {
        double reach = 2 * Math.max(1, Math.abs(start));
        double pitch = 2 * reach / SOUGHT;
        double best = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < SOUGHT; i++) {
            double w = -reach + i * pitch;
            double here = height(w);
            boolean lower = here <= height(w - pitch) && here <= height(w + pitch);
            if (lower && here < least && Math.abs(here) < LIMIT) {
                double found = refined(this::height, w - pitch, w + pitch);
                if (isSmooth(found, pitch)) {
                    least = here;
                    best = found;
                }
            }
        }
        return Double.isNaN(best) ? OptionalDouble.empty() : OptionalDouble.of(best);
    }

    /// Whether J near a lowest point is nearly as low: beside a pole it is not.
    private boolean isSmooth(double w, double pitch) {
        double here = height(w);
        double near = Math.max(height(w - 1e-3 * pitch), height(w + 1e-3 * pitch));
        double far = Math.min(height(w - pitch), height(w + pitch));
        return near - here <= 0.1 * (far - here);
    }

    /// The lowest point between two places, by thirds.
    private static double refined(DoubleUnaryOperator f, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double third = (high - low) / 3;
            if (f.applyAsDouble(low + third) <= f.applyAsDouble(high - third)) {
                high -= third;
            } else {
                low += third;
            }
        }
        double middle = (low + high) / 2;
        double rounded = Math.rint(middle * 1e6) / 1e6;
        return f.applyAsDouble(rounded) <= f.applyAsDouble(middle) ? rounded : middle;
    }
}
