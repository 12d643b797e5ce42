package fallline.figure.curve;

import fallline.figure.plot.Span;
import java.util.List;

/// What of a quantity is shown where nobody chose: all that the runs reach, with a little room. Of a run that diverged
/// only so much counts that the others can still be seen.
final class ShownSpan {
    private static final double LINEAR_ROOM = 4;
    private static final double LOG_ROOM = 1e4;

    private ShownSpan() {}

    static Span of(List<Series> series, boolean logarithmic) {
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (Series s : series) {
            double room = s.length() > 0 ? Math.abs(s.at(0)) * (logarithmic ? LOG_ROOM : LINEAR_ROOM) : 0;
            double most = room > 0 ? room : Double.POSITIVE_INFINITY;
            lo = Math.min(lo, logarithmic ? s.leastPositive() : s.least());
            hi = Math.max(hi, s.diverged() ? Math.min(s.most(), most) : s.most());
            if (s.band().isPresent()) {
                Band band = s.band().get();
                lo = Math.min(lo, band.least(logarithmic ? 0 : Double.NEGATIVE_INFINITY));
                hi = Math.max(hi, Math.min(band.most(), most));
            }
        }
        if (logarithmic) {
            return lo > hi || hi <= 0 ? new Span(1e-3, 1) : decades(lo, hi);
        }
        if (lo > hi) {
            return new Span(0, 1);
        }
        Span span = Span.opened(lo, hi);
        boolean fromZero = lo >= 0 && lo < 0.3 * hi;
        return fromZero ? new Span(0, Math.min(1e300, span.hi() * 1.05)) : span.padded(0.05);
    }

    /// lo … hi with a little room, at least one decade.
    private static Span decades(double lo, double hi) {
        double least = Math.clamp(lo, 1e-297, 1e297);
        double most = Math.clamp(hi, least, 1e297);
        double room = Math.pow(most / least, 0.04);
        return most / least >= 8 ? new Span(least / room, Math.min(1e299, most * room)) : new Span(least / 3, most * 3);
    }
}
