package fallline.figure;

import java.util.List;

/// Words in the upper left corner of a plot, with a soft edge so that they can be read over data; what does not fit is
/// left out, the last line first.
final class Caption {
    private static final double PITCH = 16;
    private static final double PAD = 10;

    private Caption() {}

    static void paint(Painter p, PlotArea area, String title, List<String> lines) {
        Box box = area.box();
        double room = box.width() - 2 * PAD;
        double baseline = box.y() + PAD + Fonts.CAP * 12;
        if (Fonts.width(title, Type.LABEL) > room || box.height() < 60) {
            return;
        }
        p.haloed(title, box.x() + PAD, baseline, Type.LABEL, p.theme.text());
        for (String line : lines) {
            baseline += PITCH;
            if (Fonts.width(line, Type.NOTE) <= room && baseline < box.y() + box.height() * 0.45) {
                p.haloed(line, box.x() + PAD, baseline, Type.NOTE, p.theme.muted());
            }
        }
    }
}
