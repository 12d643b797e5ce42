package fallline.analysis.map;

import fallline.analysis.map.Minima.Minimum;

/// What runs of a basin map come to.
///
/// @param at where it is, or where J is best of what was seen of it
/// @param place that in words; empty for many parameters
/// @param known whether it is known to be a minimum; else runs came to rest there
/// @param wide whether it is no point: a valley or a plateau
public record Destination(Minimum at, String place, boolean known, boolean wide) {
    static Destination of(Minimum known) {
        return new Destination(known, known.place(), true, false);
    }
}
