package fallline.figure.plot;

/// A finite interval of numbers that is not empty: `lo < hi`, both within ±10³⁰⁰.
public record Span(double lo, double hi) {
    private static final double LIMIT = 1e300;

    /// @throws IllegalArgumentException unless −10³⁰⁰ ≤ lo < hi ≤ 10³⁰⁰
    public Span {
        if (!(lo < hi && lo >= -LIMIT && hi <= LIMIT)) {
            throw new IllegalArgumentException("an interval needs lo < hi within ±1e300, got " + lo + " … " + hi);
        }
    }

    /// The smallest interval around all finite numbers of `values`, opened a little where they are all equal; 0 … 1
    /// where there are none.
    public static Span around(double... values) {
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            if (Math.abs(v) <= LIMIT) {
                lo = Math.min(lo, v);
                hi = Math.max(hi, v);
            }
        }
        return lo > hi ? new Span(0, 1) : opened(lo, hi);
    }

    /// The interval lo … hi, opened to both sides where it is too narrow to draw.
    public static Span opened(double lo, double hi) {
        double least = 1e-9 * Math.max(Math.abs(lo), Math.abs(hi));
        if (hi - lo > least) {
            return new Span(lo, hi);
        }
        double room = lo == 0 && hi == 0 ? 1 : Math.max(Math.abs(lo) * 0.1, 1e-300);
        return new Span(Math.max(-LIMIT, lo - room), Math.min(LIMIT, hi + room));
    }

    public double length() {
        return hi - lo;
    }

    public double middle() {
        return lo / 2 + hi / 2;
    }

    public boolean contains(double value) {
        return value >= lo && value <= hi;
    }

    /// Both ends moved outwards by `fraction` of the length.
    public Span padded(double fraction) {
        double room = length() * fraction;
        return new Span(Math.max(-LIMIT, lo - room), Math.min(LIMIT, hi + room));
    }

    /// The smallest interval that holds both.
    public Span with(Span other) {
        return new Span(Math.min(lo, other.lo), Math.max(hi, other.hi));
    }

    /// An interval of another length around the same middle.
    Span stretched(double length) {
        return new Span(Math.max(-LIMIT, middle() - length / 2), Math.min(LIMIT, middle() + length / 2));
    }
}
