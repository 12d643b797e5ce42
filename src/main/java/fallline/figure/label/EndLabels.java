package fallline.figure.label;

import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Names beside the ends of lines, moved apart just so far that they do not touch.
public final class EndLabels {
    private static final double PITCH = 15;
    private static final double GAP = 8;
    private static final double LARGEST_SHARE = 0.34;

    private EndLabels() {}

    /// A name wanted at the height y.
    public record Wanted(String name, RunStyle style, double y, boolean chosen) {}

    /// The room that the names take at the right of a plot in a picture of this width.
    public static double room(List<String> names, double width) {
        double widest = names.stream()
                .mapToDouble(name -> Fonts.width(name, Type.BODY))
                .max()
                .orElse(0);
        return widest == 0 ? 0 : Math.min(widest + GAP + 6, width * LARGEST_SHARE);
    }

    /// Paints the names right of the plot. Those for which there is no room are left out, the chosen one last.
    public static void paint(Painter p, List<Wanted> wanted, Box plot, double room) {
        int most = Math.max(1, (int) ((plot.height() + 8) / PITCH));
        List<Wanted> shown = new ArrayList<>(wanted);
        shown.sort(Comparator.comparing((Wanted w) -> !w.chosen));
        shown = new ArrayList<>(shown.subList(0, Math.min(most, shown.size())));
        shown.sort(Comparator.comparingDouble(Wanted::y));
        double[] places =
                spread(shown.stream().mapToDouble(Wanted::y).toArray(), PITCH, plot.y() + 4, plot.bottom() - 4);
        for (int i = 0; i < places.length; i++) {
            Wanted w = shown.get(i);
            var font = w.chosen ? Type.LABEL : Type.BODY;
            var colour = w.style.words(p.theme);
            if (Math.abs(places[i] - w.y) > 3) {
                p.line(
                        plot.right() + 1,
                        w.y,
                        plot.right() + GAP - 2,
                        places[i],
                        Contrast.alpha(colour, 0.6),
                        Painter.line(1));
            }
            p.text(
                    Fonts.fitted(w.name, font, room - GAP - 3),
                    plot.right() + GAP,
                    Painter.centred(places[i], font),
                    font,
                    colour);
        }
    }

    /// Places as near to the rising `wanted` ones as can be, `pitch` apart, within lo … hi if there is room (least
    /// squares under order, by pooling neighbours that would touch).
    public static double[] spread(double[] wanted, double pitch, double lo, double hi) {
        int n = wanted.length;
        double[] sum = new double[n];
        int[] size = new int[n];
        int blocks = 0;
        for (int i = 0; i < n; i++) {
            sum[blocks] = Math.clamp(wanted[i], Math.min(lo, hi), Math.max(lo, hi)) - i * pitch;
            size[blocks] = 1;
            while (blocks > 0 && sum[blocks - 1] / size[blocks - 1] > sum[blocks] / size[blocks]) {
                sum[blocks - 1] += sum[blocks];
                size[blocks - 1] += size[blocks];
                blocks--;
            }
            blocks++;
        }
        double[] places = new double[n];
        int at = 0;
        double last = hi - (n - 1) * pitch;
        for (int block = 0; block < blocks; block++) {
            double base = Math.max(lo, Math.min(last, sum[block] / size[block]));
            for (int k = 0; k < size[block]; k++) {
                places[at] = base + at * pitch;
                at++;
            }
        }
        return places;
    }
}
