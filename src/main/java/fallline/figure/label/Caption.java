package fallline.figure.label;

import fallline.figure.paint.Box;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// A bold line with small print in that corner of a plot where it covers the least; with a soft edge, so that it can be
/// read over data. What does not fit is left out, the last line first.
///
/// @param title in bold
/// @param lines small print
public record Caption(String title, List<String> lines) {
    private static final double PITCH = 16;
    private static final double PAD = 9;
    private static final int LOOKED_AT = 1500;

    public Caption {
        lines = List.copyOf(lines);
    }

    /// Paints into one of the corners of `area`, away from the `count` points that the two functions give.
    public void paint(Painter p, Box area, int count, IntToDoubleFunction px, IntToDoubleFunction py) {
        Box inner = area.grown(-PAD);
        if (Fonts.width(title, Type.LABEL) > inner.width() || area.height() < 60) {
            return;
        }
        List<String> shown = new ArrayList<>();
        for (String line : lines) {
            if (Fonts.width(line, Type.NOTE) <= inner.width() && (shown.size() + 2) * PITCH < inner.height() * 0.45) {
                shown.add(line);
            }
        }
        double width = Fonts.width(title, Type.LABEL);
        for (String line : shown) {
            width = Math.max(width, Fonts.width(line, Type.NOTE));
        }
        int stride = Math.max(1, count / LOOKED_AT);
        Box box = LabelPlacer.emptiest(
                inner,
                width,
                12 + PITCH * shown.size(),
                count / stride,
                i -> px.applyAsDouble(i * stride),
                i -> py.applyAsDouble(i * stride));
        double baseline = box.y() + Fonts.CAP * 12 + 1;
        p.haloed(title, box.x(), baseline, Type.LABEL, p.theme.text());
        for (String line : shown) {
            baseline += PITCH;
            p.haloed(line, box.x(), baseline, Type.NOTE, p.theme.muted());
        }
    }
}
