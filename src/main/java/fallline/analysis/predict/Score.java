package fallline.analysis.predict;

import fallline.number.Numbers;

/// How well a class has foretold so far.
///
/// @param asked how many questions were answered
/// @param points what the answers were worth, at most one each
public record Score(int asked, double points) {
    /// Nothing was asked yet.
    public static final Score NONE = new Score(0, 0);

    /// @throws IllegalArgumentException unless there are at most as many points as questions, and none is negative
    public Score {
        if (asked < 0 || !(points >= 0 && points <= asked)) {
            throw new IllegalArgumentException("a score has 0 to 1 point a question, got " + points + " for " + asked);
        }
    }

    /// With one answer more.
    ///
    /// @param worth 0 … 1
    public Score plus(double worth) {
        return new Score(asked + 1, points + worth);
    }

    /// `2.5 of 3`.
    public String words() {
        return Numbers.brief(Math.rint(10 * points) / 10, 4) + " of " + Numbers.whole(asked);
    }
}
