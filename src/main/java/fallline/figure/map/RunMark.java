package fallline.figure.map;

import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;

/// Where a run of the experiment stands on a map of runs.
///
/// @param chosen whether the map is of its settings
public record RunMark(double x, double y, String name, RunStyle style, boolean chosen) {
    void paint(Painter p, double px, double py) {
        double radius = chosen ? 5.6 : 4.4;
        p.fill(style.marker().at(px, py, radius + 2.6), style.casing(p.theme));
        p.fill(style.marker().at(px, py, radius), style.core(p.theme));
    }
}
