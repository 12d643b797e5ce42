package fallline.figure.path;

import fallline.figure.paint.RunStyle;
import java.util.List;
import java.util.Optional;

/// The path of one run in the plane, or on a line.
///
/// @param name unique in its figure
/// @param x one number a step, the start first; NaN for a step of which nothing is known, as for y
/// @param y one number a step
/// @param length how many of them count, at least 1
/// @param diverged whether the run ended because a number was no longer finite; the path holds the finite steps
/// @param aside how far beside the plane the steps lie
/// @param ink what was drawn of it last
/// @param marks steps at which a setting was changed, rising
/// @param ends where repeats of the run ended
public record Trail(
        String name,
        RunStyle style,
        double[] x,
        double[] y,
        int length,
        boolean diverged,
        Aside aside,
        TrailInk ink,
        List<StepMark> marks,
        Optional<EndCloud> ends) {
    /// @throws IllegalArgumentException if there are fewer numbers than steps, or none
    public Trail {
        if (length < 1 || x.length < length || y.length < length) {
            throw new IllegalArgumentException("the path of '" + name + "' needs " + Math.max(1, length) + " points");
        }
        marks = List.copyOf(marks);
    }

    /// A path in the plane.
    public Trail(String name, RunStyle style, double[] x, double[] y, int length, boolean diverged) {
        this(name, style, x, y, length, diverged, Aside.NONE, new TrailInk(), List.of(), Optional.empty());
    }

    /// The path with other distances from the plane.
    public Trail withAside(Aside other) {
        return new Trail(name, style, x, y, length, diverged, other, ink, marks, ends);
    }

    /// The path with marks where settings were changed.
    public Trail withMarks(List<StepMark> changes) {
        return new Trail(name, style, x, y, length, diverged, aside, ink, changes, ends);
    }

    /// The path with the ends of repeats.
    public Trail withEnds(Optional<EndCloud> cloud) {
        return new Trail(name, style, x, y, length, diverged, aside, ink, marks, cloud);
    }

    /// The line alone, without the points that lie nearer than this to the one before: for who only asks where it runs.
    public Trail thinned(double least) {
        double[] fewerX = new double[length];
        double[] fewerY = new double[length];
        int count = 0;
        for (int step = 0; step < length; step++) {
            boolean near = count > 0
                    && step < length - 1
                    && Math.abs(x[step] - fewerX[count - 1]) < least
                    && Math.abs(y[step] - fewerY[count - 1]) < least;
            if (!near) {
                fewerX[count] = x[step];
                fewerY[count++] = y[step];
            }
        }
        return new Trail(name, style, fewerX, fewerY, count, diverged);
    }

    /// Its marks at steps that it has, and at which it is known.
    public List<StepMark> seenMarks() {
        return marks.stream()
                .filter(mark -> mark.step() < length && !Double.isNaN(x[mark.step()]))
                .toList();
    }

    /// The last known step that a playhead at `step` sees; the first that is known, before it.
    public int head(int step) {
        int head = Math.clamp(step, 0, length - 1);
        while (head > 0 && Double.isNaN(x[head])) {
            head--;
        }
        while (head < length - 1 && Double.isNaN(x[head])) {
            head++;
        }
        return head;
    }

    /// Whether nothing is known of the steps before and after this one, so that no line leads here or away.
    public boolean isAlone(int step) {
        return !Double.isNaN(x[step])
                && (step == 0 || Double.isNaN(x[step - 1]))
                && (step == length - 1 || Double.isNaN(x[step + 1]))
                && length > 1;
    }

    /// Whether a playhead at `step` sees that the run diverged.
    public boolean endsAt(int step) {
        return diverged && step >= length - 1;
    }
}
