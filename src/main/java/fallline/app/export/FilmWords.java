package fallline.app.export;

import fallline.number.Numbers;

/// How far a film is, in words.
final class FilmWords {
    private static final double NANOS = 1e9;
    private static final double MINUTE = 60;

    private FilmWords() {}

    /// `43 of 300 frames, about 12 s left`; the time from the second tenth of the frames on.
    ///
    /// @param nanos since the film was begun
    static String of(int done, int frames, long nanos) {
        String far = Numbers.whole(done) + " of " + Numbers.whole(frames) + " frames";
        if (done * 20 < frames || done == 0 || done >= frames) {
            return far;
        }
        double left = nanos / NANOS / done * (frames - done);
        return far
                + (left < MINUTE
                        ? ", about " + Math.max(1, Math.round(left)) + " s left"
                        : ", about " + Math.round(left / MINUTE) + " min left");
    }
}
