package fallline.figure.curve;

import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Theme;
import fallline.figure.path.Nearest;
import fallline.figure.path.StepMark;
import fallline.figure.path.TrailPainter;
import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Points;
import java.awt.Color;
import java.util.Optional;

/// Paints series over their steps: the line, bold up to the playhead; the changes marked on it; the head.
///
/// @param logarithmic whether the quantity's axis is logarithmic; heads ≤ 0 are hollow then
record SeriesInk(Painter p, PlotArea area, boolean logarithmic, int playhead) {
    /// A series from its first step to its last.
    void line(Series s) {
        if (s.length() == 0) {
            return;
        }
        if (!s.isRun()) {
            beside(s);
            return;
        }
        Optional<Series> calm = s.calm(logarithmic).map(Series.Calm::series);
        calm.ifPresent(_ -> faint(s));
        curve(calm.orElse(s));
        for (StepMark change : s.changes()) {
            if (change.step() < s.length()) {
                double x = x(s, change.step());
                double y = markHeight(s, change.step());
                p.rule(x, y - 6, x, y + 6, s.style().core(p.theme), 1.6);
            }
        }
    }

    /// What stands beside the runs, and has no head: test rows, a limit.
    private void beside(Series s) {
        PixelPath.Drawn whole = SeriesPath.of(s, 0, s.length() - 1, area);
        Color colour = s.style().core(p.theme);
        if (s.kind() == Series.Kind.LESSER) {
            p.draw(whole.path(), Contrast.alpha(colour, 0.55), Painter.line(1));
            return;
        }
        p.draw(whole.path(), Contrast.alpha(p.theme.panel(), 0.8), 2.6);
        p.draw(whole.path(), colour, whole.dense() ? Painter.line(1.1) : Painter.dashed(1.2, 5, 3));
    }

    /// Every step of a noisy curve, under the calm one.
    private void faint(Series s) {
        int head = Math.clamp(playhead, 0, s.length() - 1);
        Color core = s.style().core(p.theme);
        p.draw(SeriesPath.of(s, 0, head, area).path(), Contrast.alpha(core, 0.34), Painter.line(1));
        p.draw(SeriesPath.of(s, head, s.length() - 1, area).path(), Contrast.alpha(core, 0.2), Painter.line(1));
    }

    private void curve(Series s) {
        int head = Math.clamp(playhead, 0, s.length() - 1);
        Color core = s.style().core(p.theme);
        Color casing = needsCasing(s.style(), p.theme) ? s.style().casing(p.theme) : p.theme.panel();
        PixelPath.Drawn done = SeriesPath.of(s, 0, head, area);
        PixelPath.Drawn rest = SeriesPath.of(s, head, s.length() - 1, area);
        double under = needsCasing(s.style(), p.theme) ? 3.4 : 3.8;
        p.draw(done.path(), Contrast.alpha(casing, 0.8), under);
        p.draw(rest.path(), Contrast.alpha(core, 0.62), TrailPainter.core(s.style(), 1.6, rest.dense(), done.length()));
        p.draw(done.path(), core, TrailPainter.core(s.style(), 2, done.dense(), 0));
        for (double[] at : SeriesPath.alone(s, head + 1, s.length() - 1, area)) {
            Points.dot(p, at[0], at[1], 1.6, Contrast.alpha(core, 0.62));
        }
        for (double[] at : SeriesPath.alone(s, 0, head, area)) {
            Points.dot(p, at[0], at[1], 2.2, core);
        }
    }

    private static boolean needsCasing(RunStyle style, Theme theme) {
        return Contrast.between(style.core(theme), theme.panel()) < 2.2;
    }

    /// Where a run is at the playhead, and where it left the plot for good.
    void head(Series s, boolean chosen) {
        if (s.length() == 0 || !s.isRun()) {
            return;
        }
        Box box = area.box();
        int at = s.known(Math.max(0, playhead));
        if (at < 0) {
            return;
        }
        double x = x(s, at);
        double y = y(s, at);
        if (box.grown(1).contains(x, y)) {
            boolean hollow = logarithmic && s.at(at) <= 0;
            double radius = chosen ? 5.4 : 4.8;
            if (hollow) {
                TrailPainter.open(p, s.style(), x, y, radius);
            } else {
                p.draw(s.style().marker().at(x, y, radius), p.theme.panel(), 2.4);
                p.fill(s.style().marker().at(x, y, radius), s.style().core(p.theme));
            }
        } else if (y < box.y() && x >= box.x() && x <= box.right()) {
            p.fill(TrailPainter.arrowHead(x, box.y() + 1, 0, -1, 11), s.style().core(p.theme));
        }
        if (s.diverged()) {
            int end = lastSeen(s);
            TrailPainter.warning(p, x(s, end), y(s, end), box);
        }
    }

    /// A ring around a step that is pointed at elsewhere, if the run has a head and the step can be seen.
    void ring(Series s, int step) {
        if (s.isRun() && s.known(Math.max(0, playhead)) >= 0 && step < s.length()) {
            double x = x(s, step);
            double y = y(s, step);
            if (area.box().contains(x, y)) {
                Nearest.ring(p, s.style(), x, y);
            }
        }
    }

    double x(Series s, int step) {
        return area.px(s.place(step));
    }

    double y(Series s, int step) {
        return area.py(SeriesPath.edge(s.at(step), area));
    }

    /// The height at which a change is marked: on the curve that is drawn boldly.
    double markHeight(Series s, int step) {
        return y(s.calm(logarithmic).map(Series.Calm::series).orElse(s), step);
    }

    /// The step at which a diverging run leaves the plot for good, or its last.
    int lastSeen(Series s) {
        int step = s.length() - 1;
        while (step > 0 && !(Math.abs(s.at(step)) <= area.window().y().hi())) {
            step--;
        }
        return Math.min(step + 1, s.length() - 1);
    }
}
