package fallline.figure.label;

import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import fallline.figure.path.Arrow;
import fallline.figure.path.TrailPainter;
import fallline.figure.plot.PlotArea;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;

/// What is drawn over a plot of the loss as with chalk, for a class: arrows of a step's stages, a guess and the truth.
///
/// @param marks in the order in which they are drawn, the last on top
public record Sketch(List<Mark> marks) {
    /// Nothing.
    public static final Sketch NONE = new Sketch(List.of());

    private static final double WIDTH = 4;
    private static final double CASING = 8;
    private static final double HEAD = 18;
    private static final double CROSS = 8;
    private static final double FAINT = 0.45;

    /// One thing that is drawn. Places are in the data.
    public sealed interface Mark {
        /// A direction.
        ///
        /// @param strong whether it is the one that is spoken of
        record Along(Arrow arrow, boolean strong) implements Mark {}

        /// A way from one place to another.
        record Move(double x0, double y0, double x1, double y1, String label, boolean strong) implements Mark {}

        /// Where somebody guesses that a run lands: a cross.
        record Guess(double x, double y, String label) implements Mark {}

        /// Where it lands: a ring.
        record Truth(double x, double y, String label) implements Mark {}

        /// From a guess to the truth.
        record Gap(double x0, double y0, double x1, double y1) implements Mark {}
    }

    public Sketch {
        marks = List.copyOf(marks);
    }

    /// Paints everything but the words.
    public void paint(Painter p, PlotArea area) {
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Along(Arrow arrow, boolean strong) ->
                    arrow.placed(area, Double.NaN)
                            .ifPresent(at -> arrow(p, at.x0(), at.y0(), at.x1(), at.y1(), strong));
                case Mark.Move move ->
                    arrow(p, area.px(move.x0), area.py(move.y0), area.px(move.x1), area.py(move.y1), move.strong);
                case Mark.Guess guess -> cross(p, area.px(guess.x), area.py(guess.y));
                case Mark.Truth truth -> ring(p, area.px(truth.x), area.py(truth.y));
                case Mark.Gap gap -> gap(p, area, gap);
            }
        }
    }

    /// Writes the words, each near what it names.
    public void label(Painter p, PlotArea area, LabelPlacer placer) {
        for (Mark mark : marks) {
            tip(mark, area).ifPresent(tip -> {
                if (area.contains(tip[0], tip[1])) {
                    placer.label(p, words(mark), tip[0], tip[1], CROSS + 5, Type.NAME, ink(mark, p.theme));
                }
            });
        }
    }

    /// Guess and truth may lie so near that only the colour says whose words they are.
    private static Color ink(Mark mark, Theme theme) {
        return switch (mark) {
            case Mark.Guess _ -> theme.accent();
            case Mark.Truth _ -> theme.success();
            default -> theme.text();
        };
    }

    private static String words(Mark mark) {
        return switch (mark) {
            case Mark.Along(Arrow arrow, boolean strong) -> strong ? arrow.label() : "";
            case Mark.Move move -> move.strong ? move.label : "";
            case Mark.Guess guess -> guess.label;
            case Mark.Truth truth -> truth.label;
            case Mark.Gap _ -> "";
        };
    }

    /// Where a mark's words belong, in pixels; empty where it has none.
    private static Optional<double[]> tip(Mark mark, PlotArea area) {
        if (words(mark).isEmpty()) {
            return Optional.empty();
        }
        return switch (mark) {
            case Mark.Along along -> along.arrow().placed(area, Double.NaN).map(at -> new double[] {at.x1(), at.y1()});
            case Mark.Move move -> Optional.of(new double[] {area.px(move.x1), area.py(move.y1)});
            case Mark.Guess guess -> Optional.of(new double[] {area.px(guess.x), area.py(guess.y)});
            case Mark.Truth truth -> Optional.of(new double[] {area.px(truth.x), area.py(truth.y)});
            case Mark.Gap _ -> Optional.empty();
        };
    }

    private static void arrow(Painter p, double x0, double y0, double x1, double y1, boolean strong) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        if (!(length >= 1 && length < 1e6)) {
            return;
        }
        double ux = (x1 - x0) / length;
        double uy = (y1 - y0) / length;
        double size = Math.min(HEAD, 0.6 * length);
        double tailX = x1 - 0.7 * size * ux;
        double tailY = y1 - 0.7 * size * uy;
        Path2D head = TrailPainter.arrowHead(x1, y1, ux, uy, size);
        double opacity = strong ? 1 : FAINT;
        Color casing = Contrast.alpha(p.theme.panel(), 0.9 * opacity);
        Color core = Contrast.alpha(strong ? p.theme.accent() : p.theme.text(), opacity);
        p.line(x0, y0, tailX, tailY, casing, Painter.line(CASING));
        p.draw(head, casing, Painter.line(CASING - WIDTH));
        p.line(x0, y0, tailX, tailY, core, Painter.line(strong ? WIDTH : WIDTH / 2));
        p.fill(head, core);
    }

    private static void cross(Painter p, double x, double y) {
        Path2D cross = new Path2D.Double();
        cross.moveTo(x - CROSS, y - CROSS);
        cross.lineTo(x + CROSS, y + CROSS);
        cross.moveTo(x - CROSS, y + CROSS);
        cross.lineTo(x + CROSS, y - CROSS);
        p.draw(cross, p.theme.panel(), Painter.line(CASING));
        p.draw(cross, p.theme.accent(), Painter.line(WIDTH));
    }

    private static void ring(Painter p, double x, double y) {
        Ellipse2D ring = new Ellipse2D.Double(x - CROSS - 2, y - CROSS - 2, 2 * CROSS + 4, 2 * CROSS + 4);
        p.draw(ring, p.theme.panel(), Painter.line(CASING));
        p.draw(ring, p.theme.success(), Painter.line(WIDTH));
    }

    private static void gap(Painter p, PlotArea area, Mark.Gap gap) {
        double x0 = area.px(gap.x0);
        double y0 = area.py(gap.y0);
        double x1 = area.px(gap.x1);
        double y1 = area.py(gap.y1);
        if (Math.hypot(x1 - x0, y1 - y0) < 1e6) {
            p.line(x0, y0, x1, y1, p.theme.panel(), Painter.line(5));
            p.line(x0, y0, x1, y1, p.theme.text(), Painter.dashed(2, 5, 4));
        }
    }
}
