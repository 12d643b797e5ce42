package fallline.figure.solid;

import fallline.figure.plot.Span;
import fallline.figure.plot.Ticks;
import fallline.figure.surface.HeightField;
import fallline.figure.surface.Levels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How high a value stands in a solid surface: 0 on the bottom of the box, 1 at its top. Values above 1 are cut off.
///
/// The kinds: proportional to J; to the logarithm of its distance from the best value, as the colours are; or to the
/// share of the surface that lies lower (the percentile).
public final class HeightScale implements Upright {
    /// What the height is proportional to.
    public enum Kind {
        LINEAR,
        LOG,
        RANK
    }

    /// A peak or a pit is cut off where it reaches this many times farther than nine tenths of the surface.
    private static final double TOWERING = 4;

    /// The logarithm of the best fiftieth of a surface falls without end: the solid stops there, the colours go on.
    private static final double BEST_SHARE = 0.02;

    private static final double SHOWN = 1.6;
    private static final double COMMON = 0.95;
    private static final int MOST_TICKS = 6;

    private final Kind kind;
    private final Levels levels;
    private final double[] sorted;
    private final double low;
    private final double high;
    private final boolean cut;
    private final double nearest;

    private HeightScale(Kind kind, Levels levels, double[] sorted, double low, double high, boolean cut) {
        this.kind = kind;
        this.levels = levels;
        this.sorted = sorted;
        this.low = low;
        this.high = high;
        this.cut = cut;
        int place = (int) ((levels.maximise() ? 1 - BEST_SHARE : BEST_SHARE) * (sorted.length - 1));
        double depth = levels.maximise() ? levels.best() - sorted[place] : sorted[place] - levels.best();
        nearest = Math.max(Math.min(depth, levels.farthest() / 4), levels.nearest());
    }

    /// The scale of a surface; logarithmic heights of a surface without a best value are linear.
    public static HeightScale of(HeightField field, Levels levels, Kind kind) {
        double[] sorted = Arrays.stream(field.values())
                .filter(value -> Math.abs(value) <= 1e300)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new HeightScale(Kind.LINEAR, levels, new double[] {0, 1}, 0, 1, false);
        }
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        double upper = sorted[(int) (COMMON * (sorted.length - 1))];
        double lower = sorted[(int) ((1 - COMMON) * (sorted.length - 1))];
        boolean cut = false;
        if (upper > lower && high - lower > TOWERING * (upper - lower)) {
            high = lower + SHOWN * (upper - lower);
            cut = true;
        }
        if (upper > lower && upper - low > TOWERING * (upper - lower)) {
            low = upper - SHOWN * (upper - lower);
        }
        Span span = Span.opened(low, high);
        Kind used = kind == Kind.LOG && !levels.logarithmic() ? Kind.LINEAR : kind;
        return new HeightScale(used, levels, sorted, span.lo(), span.hi(), cut && used == Kind.LINEAR);
    }

    /// The height of a value; NaN for a hole, and for what lies so far below the box that it is cut off.
    public double share(double value) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        return switch (kind) {
            case LINEAR -> {
                double share = (value - low) / (high - low);
                yield share < -1e-9 ? Double.NaN : share;
            }
            case LOG -> {
                double depth = Math.max(levels.maximise() ? levels.best() - value : value - levels.best(), nearest);
                double share = Math.log(depth / nearest) / Math.log(levels.farthest() / nearest);
                yield levels.maximise() ? 1 - share : share;
            }
            case RANK -> rank(value);
        };
    }

    private double rank(double value) {
        int at = Arrays.binarySearch(sorted, value);
        if (at >= 0) {
            return at / Math.max(1.0, sorted.length - 1.0);
        }
        int above = -at - 1;
        if (above == 0 || above == sorted.length) {
            return above == 0 ? 0 : 1;
        }
        double between = (value - sorted[above - 1]) / (sorted[above] - sorted[above - 1]);
        return (above - 1 + between) / (sorted.length - 1.0);
    }

    /// Whether peaks are cut off at the top of the box.
    public boolean cut() {
        return cut;
    }

    @Override
    public String label() {
        return switch (kind) {
            case LINEAR -> "J";
            case LOG -> levels.maximise() ? "J* − J (log)" : "J − J* (log)";
            case RANK -> "percentile of J";
        };
    }

    @Override
    public List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        switch (kind) {
            case LINEAR ->
                Ticks.linear(new Span(low, high), MOST_TICKS)
                        .marks()
                        .forEach(mark -> marks.add(new Mark((mark.value() - low) / (high - low), mark.label())));
            case LOG ->
                Ticks.log(new Span(nearest, levels.farthest()), MOST_TICKS)
                        .marks()
                        .forEach(mark -> marks.add(new Mark(
                                share(levels.maximise() ? levels.best() - mark.value() : levels.best() + mark.value()),
                                mark.label())));
            case RANK -> {
                for (int percent = 0; percent <= 100; percent += 25) {
                    marks.add(new Mark(percent / 100.0, percent + " %"));
                }
            }
        }
        return marks;
    }
}
