package fallline.figure.label;

import fallline.figure.paint.Box;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Type;
import fallline.figure.path.Footprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A bold line with small print on a plot, with a soft edge, so that it can be read over lines. What does not fit is
/// left out, the last line first.
///
/// @param title in bold
/// @param lines small print
public record Caption(String title, List<String> lines) {
    /// What it takes above a plot, where it stands in one line.
    public static final double STRIP = 18;

    private static final double PITCH = 16;
    private static final double PAD = 9;
    private static final double BETWEEN = 16;

    /// Widths are rounded up to this, so that it does not jump to and fro with the last digit of a number.
    private static final double UNIT = 40;

    /// The distance that is kept from points.
    private static final double KEPT = 6;

    public Caption {
        lines = List.copyOf(lines);
    }

    /// Whether a plot of this size is too small for it.
    public boolean isTooLarge(Box area) {
        return Fonts.width(title, Type.LABEL) > area.width() - 2 * PAD || area.height() < 60;
    }

    /// The place in a plot where it covers nothing, a corner if there is one.
    public Optional<Box> free(Box area, Footprint taken) {
        return places(area).filter(box -> taken.isFree(box.grown(KEPT))).findFirst();
    }

    /// The corner in which it covers the least.
    public Optional<Box> emptiest(Box area, Footprint taken) {
        Box best = null;
        int least = Integer.MAX_VALUE;
        for (Box box : places(area).limit(4).toList()) {
            int covered = taken.count(box.grown(KEPT));
            if (covered < least) {
                least = covered;
                best = box;
            }
        }
        return Optional.ofNullable(best);
    }

    private Stream<Box> places(Box area) {
        if (isTooLarge(area)) {
            return Stream.empty();
        }
        Box inner = area.grown(-PAD);
        List<String> shown = shown(inner);
        double width = Fonts.width(title, Type.LABEL);
        for (String line : shown) {
            width = Math.max(width, Fonts.width(line, Type.NOTE));
        }
        double steady = Math.min(inner.width(), Math.ceil(width / UNIT) * UNIT);
        double height = 12 + PITCH * shown.size();
        return Stream.concat(
                Places.corners(inner, steady, height).stream(), Places.everywhere(inner, steady, height).stream());
    }

    private List<String> shown(Box inner) {
        List<String> shown = new ArrayList<>();
        for (String line : lines) {
            if (Fonts.width(line, Type.NOTE) <= inner.width() && (shown.size() + 2) * PITCH < inner.height() * 0.45) {
                shown.add(line);
            }
        }
        return shown;
    }

    /// Paints it into its place in a plot.
    ///
    /// @param area the whole plot
    /// @param box one of its places
    public void paint(Painter p, Box area, Box box) {
        double baseline = box.y() + Fonts.CAP * 12 + 1;
        p.haloed(title, box.x(), baseline, Type.LABEL, p.theme.text());
        for (String line : shown(area.grown(-PAD))) {
            baseline += PITCH;
            p.haloed(line, box.x(), baseline, Type.NOTE, p.theme.muted());
        }
    }

    /// Paints it above a plot, as much of it as goes into a line.
    public void paintAbove(Painter p, Box area) {
        double baseline = area.y() - 7;
        double x = area.x();
        String words = Fonts.fitted(title, Type.LABEL, area.width());
        p.text(words, x, baseline, Type.LABEL, p.theme.text());
        x += Fonts.width(words, Type.LABEL) + BETWEEN;
        for (String line : lines) {
            double width = Fonts.width(line, Type.NOTE);
            if (x + width > area.right()) {
                return;
            }
            p.text(line, x, baseline, Type.NOTE, p.theme.muted());
            x += width + BETWEEN;
        }
    }
}
