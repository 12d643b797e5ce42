package fallline.figure.curve;

import fallline.figure.paint.RunStyle;
import fallline.figure.path.StepMark;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One quantity of a run at every step. It knows its own extent, so make it once a trace and not once a picture.
public final class Series {
    /// What a line is of.
    public enum Kind {
        /// A run: its heads, changes and end are marked.
        RUN,
        /// The same over rows that are held out, or what a run is held against: thinner, dashed, never pointed at.
        BESIDE,
        /// Lesser lines of a run: thin and faint, never pointed at.
        LESSER
    }

    private final String name;
    private final RunStyle style;
    private final double[] values;
    private final Optional<double[]> places;
    private final boolean wholePlaces;
    private final int length;
    private final boolean diverged;
    private final List<StepMark> changes;
    private final double least;
    private final double most;
    private final double leastPositive;
    private final Kind kind;
    private final boolean broken;
    private final boolean noisy;
    private final Optional<Band> band;
    private final Map<Boolean, Optional<Calm>> calm = new HashMap<>();

    /// A quantity that is drawn against the step.
    ///
    /// @param name the run's
    /// @param values one a step, the start first; NaN where not known
    /// @param length how many of them count
    /// @param diverged whether the run ended because a number was no longer finite
    /// @param changes the steps at which a setting of the run was changed
    public Series(String name, RunStyle style, double[] values, int length, boolean diverged, List<StepMark> changes) {
        this(
                name,
                style,
                values,
                Optional.empty(),
                length,
                diverged,
                changes,
                Kind.RUN,
                false,
                false,
                Optional.empty());
    }

    /// A quantity that is drawn against what the steps cost.
    ///
    /// @param places where each step stands on the horizontal axis, never falling; if absent, at its own number
    public Series(
            String name,
            RunStyle style,
            double[] values,
            Optional<double[]> places,
            int length,
            boolean diverged,
            List<StepMark> changes) {
        this(name, style, values, places, length, diverged, changes, Kind.RUN, false, false, Optional.empty());
    }

    /// The series with gaps where values are NaN: what lies there will never be known, so that no line leads over them.
    public Series broken() {
        return new Series(name, style, values, places, length, diverged, changes, kind, true, noisy, band);
    }

    /// The series of a run whose steps draw lots, so that its curve may be noise: where it is, a calm one is
    /// drawn over it, and every step faintly.
    public Series noisy() {
        return new Series(name, style, values, places, length, diverged, changes, kind, broken, true, band);
    }

    /// The series with what repeats of its run came to.
    public Series with(Optional<Band> repeats) {
        return new Series(name, style, values, places, length, diverged, changes, kind, broken, noisy, repeats);
    }

    /// What repeats of its run came to.
    public Optional<Band> band() {
        return band;
    }

    /// A noisy series made calm.
    ///
    /// @param reach how many steps on either side have a part in a number
    record Calm(Series series, int reach) {}

    /// The curve made calm, if it is noisy. Made once.
    synchronized Optional<Calm> calm(boolean logarithmic) {
        return calm.computeIfAbsent(
                logarithmic,
                _ -> noisy
                        ? Smoothing.of(values, length, logarithmic, broken)
                                .map(made -> new Calm(with(made.values()), made.reach()))
                        : Optional.empty());
    }

    private Series with(double[] others) {
        return new Series(name, style, others, places, length, diverged, changes, kind, broken, false, band);
    }

    private Series(
            String name,
            RunStyle style,
            double[] values,
            Optional<double[]> places,
            int length,
            boolean diverged,
            List<StepMark> changes,
            Kind kind,
            boolean broken,
            boolean noisy,
            Optional<Band> band) {
        if (length < 0 || length > values.length) {
            throw new IllegalArgumentException("'" + name + "' has " + values.length + " values, not " + length);
        }
        this.name = name;
        this.style = style;
        this.values = values;
        this.places = places;
        wholePlaces = places.map(at -> Arrays.stream(at).allMatch(x -> x == Math.rint(x)))
                .orElse(true);
        this.length = length;
        this.diverged = diverged;
        this.changes = List.copyOf(changes);
        this.kind = kind;
        this.broken = broken;
        this.noisy = noisy;
        this.band = band;
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        double positive = Double.POSITIVE_INFINITY;
        for (int i = 0; i < length; i++) {
            double v = values[i];
            if (Math.abs(v) <= 1e300) {
                lo = Math.min(lo, v);
                hi = Math.max(hi, v);
                if (v > 0 && v < positive) {
                    positive = v;
                }
            }
        }
        least = lo;
        most = hi;
        leastPositive = positive;
    }

    /// The same quantity of a run over the rows that are held out: drawn thinner and dashed, and never pointed at.
    ///
    /// @param name what stands at its end
    /// @param places as above
    public static Series ofTest(
            String name, RunStyle style, double[] values, Optional<double[]> places, int length, boolean diverged) {
        return new Series(
                name, style, values, places, length, diverged, List.of(), Kind.BESIDE, false, false, Optional.empty());
    }

    /// A line that goes with a run's and is never pointed at.
    ///
    /// @param name what stands at its end; empty for nothing
    /// @param places as above
    public static Series of(
            Kind kind, String name, RunStyle style, double[] values, Optional<double[]> places, int length) {
        return new Series(name, style, values, places, length, false, List.of(), kind, false, false, Optional.empty());
    }

    /// What it is of.
    public Kind kind() {
        return kind;
    }

    /// Whether it is a run itself.
    boolean isRun() {
        return kind == Kind.RUN;
    }

    public String name() {
        return name;
    }

    public RunStyle style() {
        return style;
    }

    public int length() {
        return length;
    }

    public boolean diverged() {
        return diverged;
    }

    public List<StepMark> changes() {
        return changes;
    }

    /// The value after `step` steps.
    public double at(int step) {
        return values[step];
    }

    /// Whether there is no line over steps of which nothing is known.
    public boolean isBroken() {
        return broken;
    }

    /// Whether there are gaps on both sides of a known step, so that no line leads to it.
    boolean isAlone(int step) {
        return broken
                && !Double.isNaN(values[step])
                && (step == 0 || Double.isNaN(values[step - 1]))
                && (step == length - 1 || Double.isNaN(values[step + 1]));
    }

    /// Whether the steps stand at other places than their own numbers.
    boolean placed() {
        return places.isPresent();
    }

    /// Where a step stands on the horizontal axis.
    public double place(int step) {
        return places.isPresent() ? places.get()[step] : step;
    }

    /// How far it and its band reach on the horizontal axis; 0 for no steps.
    public double reach() {
        double own = length == 0 ? 0 : place(length - 1);
        return band.filter(known -> known.x().length > 0)
                .map(known -> Math.max(own, known.x()[known.x().length - 1]))
                .orElse(own);
    }

    /// Whether all of them stand at whole numbers.
    boolean placedWhole() {
        return wholePlaces;
    }

    /// The last step at or before a place of the horizontal axis, −1 before the first; the last of all beyond the end.
    int before(double place) {
        if (places.isEmpty()) {
            return (int) Math.clamp(Math.floor(place), -1, length - 1);
        }
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place(middle) <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /// The step that stands nearest to a place of the horizontal axis.
    int nearest(double place) {
        int below = Math.max(0, before(place));
        boolean next = below + 1 < length && place(below + 1) - place < place - place(below);
        return next ? below + 1 : below;
    }

    /// The last step up to `step` whose value is known, or −1 if there is none.
    public int known(int step) {
        int at = Math.min(step, length - 1);
        while (at >= 0 && Double.isNaN(values[at])) {
            at--;
        }
        return at;
    }

    double[] values() {
        return values;
    }

    /// The smallest finite value; +∞ if there is none.
    double least() {
        return least;
    }

    /// The largest finite value; −∞ if there is none.
    double most() {
        return most;
    }

    /// The smallest positive value; +∞ if there is none.
    double leastPositive() {
        return leastPositive;
    }
}
