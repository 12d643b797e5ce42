package fallline.export.film;

import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.picture.page.View;

/// A film that is wanted: which view, what goes on in it, how fast, how large. Plain data; [FilmWriter] makes it of a
/// scene and writes it in one of the forms of [FilmFormats].
///
/// Each frame is the picture that [fallline.export.PngExport] writes of the view's page at the frame's step, in this
/// size, scale and theme.
///
/// @param view what is looked at: a view on its page, or the dashboard
/// @param course what goes on from frame to frame
/// @param speed frames a second, and the rest at the ends
/// @param orbit degrees by which solids turn from the first frame to the last; 0 leaves them alone
/// @param size in logical pixels
/// @param scale pixels a logical pixel
/// @param caption whether problem, runs and seed stand around the view
public record Film(
        View<?> view, Course course, Speed speed, double orbit, Size size, double scale, Theme theme, boolean caption) {
    /// The farthest that a solid turns, either way: ten times round.
    public static final double MOST_DEGREES = 3600;

    /// @throws IllegalArgumentException unless the orbit is within ±3600 degrees and the scale positive
    public Film {
        if (!(Math.abs(orbit) <= MOST_DEGREES)) {
            throw new IllegalArgumentException("a solid turns by at most 3600 degrees, got " + orbit);
        }
        if (!(scale > 0)) {
            throw new IllegalArgumentException("the scale must be positive, got " + scale);
        }
    }

    /// A film with problem, runs and seed in words.
    public Film(View<?> view, Course course, Speed speed, double orbit, Size size, double scale, Theme theme) {
        this(view, course, speed, orbit, size, scale, theme, true);
    }

    /// All steps of an experiment, thinned to at most 300 frames, 25 a second.
    ///
    /// @param steps the last step
    public static Film usual(View<?> view, int steps, Theme theme) {
        return new Film(view, Course.steps(0, steps), Speed.USUAL, 0, view.page(), 1, theme, true);
    }

    public Film withCourse(Course other) {
        return new Film(view, other, speed, orbit, size, scale, theme, caption);
    }

    public Film withSpeed(Speed other) {
        return new Film(view, course, other, orbit, size, scale, theme, caption);
    }

    public Film withOrbit(double degrees) {
        return new Film(view, course, speed, degrees, size, scale, theme, caption);
    }

    public Film withSize(Size other, double otherScale) {
        return new Film(view, course, speed, orbit, other, otherScale, theme, caption);
    }

    /// The film of the view alone, or with what was computed in words around it.
    public Film withCaption(boolean on) {
        return new Film(view, course, speed, orbit, size, scale, theme, on);
    }

    /// The width in pixels.
    int width() {
        return (int) Math.max(1, Math.round(size.width() * scale));
    }

    /// The height in pixels.
    int height() {
        return (int) Math.max(1, Math.round(size.height() * scale));
    }
}
