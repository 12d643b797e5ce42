package fallline.picture.map;

import fallline.analysis.map.Destination;
import fallline.experiment.judge.Digits;

/// What runs of a basin map come to, in words.
final class BasinWords {
    private BasinWords() {}

    /// `(3, 2)` of a minimum that is known; of a basin that was found by where runs came to rest its J, too:
    /// `(3, 2), J 0.5`, `about (3, 2), J 0.5` where it is no point.
    static String of(Destination to) {
        String place = to.place();
        if (to.known()) {
            return place.isEmpty() ? "the minimum" : place;
        }
        String height = "J " + Digits.three(to.at().value());
        return place.isEmpty() ? height : (to.wide() ? "about " : "") + place + ", " + height;
    }
}
