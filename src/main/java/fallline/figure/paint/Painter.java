package fallline.figure.paint;

import fallline.text.Printable;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.util.function.Consumer;

/// A graphics context with the hints that figures need, and the few strokes and words that they share.
public final class Painter {
    private static final double HALO = 1.5;
    private static final int HALO_SIDES = 8;
    private static final double UNKNOWN_PIXELS = 2;

    public final Graphics2D g;
    public final Theme theme;

    private Painter(Graphics2D g, Theme theme) {
        this.g = g;
        this.theme = theme;
    }

    /// Lets `work` paint on a copy of `g`, which is left as it was.
    public static void paint(Graphics2D g, Size size, Theme theme, Consumer<Painter> work) {
        Graphics2D copy = (Graphics2D) g.create();
        try {
            hint(copy);
            Painter painter = new Painter(copy, theme);
            painter.ground(size.box(), theme.panel());
            work.accept(painter);
        } finally {
            copy.dispose();
        }
    }

    /// As [#paint], without painting a ground.
    public static void paintOver(Graphics2D g, Theme theme, Consumer<Painter> work) {
        Graphics2D copy = (Graphics2D) g.create();
        try {
            hint(copy);
            work.accept(new Painter(copy, theme));
        } finally {
            copy.dispose();
        }
    }

    private static void hint(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    public boolean vector() {
        return Boolean.TRUE.equals(g.getRenderingHint(VectorHint.KEY));
    }

    /// Pixels of the device for one of the figure: as many as an image needs here, 2 where nobody knows.
    public double pixels() {
        AffineTransform transform = g.getTransform();
        boolean upright = transform.getShearX() == 0 && transform.getShearY() == 0 && transform.getScaleX() > 0;
        return vector() || !upright ? UNKNOWN_PIXELS : transform.getScaleX();
    }

    /// Lets `work` paint within `box` only.
    public void within(Box box, Runnable work) {
        Shape before = g.getClip();
        g.clip(box.shape());
        work.run();
        g.setClip(before);
    }

    /// Lets `work` paint with soft edges, or with hard ones, which takes a fraction of the time.
    public void smooth(boolean soft, Runnable work) {
        Object before = g.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        g.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                soft ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
        work.run();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, before);
    }

    public void fill(Shape shape, Color colour) {
        g.setColor(colour);
        g.fill(shape);
    }

    /// Fills a box with hard edges, which takes a tenth of the time that soft ones take.
    public void ground(Box box, Color colour) {
        smooth(vector(), () -> fill(box.shape(), colour));
    }

    /// An upright or level line with cut ends. Such lines take a quick way through Java2D, lines with round ends do
    /// not.
    public void rule(double x1, double y1, double x2, double y2, Color colour, double width) {
        line(x1, y1, x2, y2, colour, new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    }

    /// The edge of a box, one pixel wide.
    public void frame(Box box, Color colour) {
        if (vector()) {
            draw(box.shape(), colour, 1);
            return;
        }
        double half = 0.5;
        rule(box.x() - half, box.y(), box.right() + half, box.y(), colour, 1);
        rule(box.x() - half, box.bottom(), box.right() + half, box.bottom(), colour, 1);
        rule(box.x(), box.y() + half, box.x(), box.bottom() - half, colour, 1);
        rule(box.right(), box.y() + half, box.right(), box.bottom() - half, colour, 1);
    }

    /// An opaque box with round corners and an edge. Only its corners are painted softly: a large soft shape is slow.
    public void card(Box box, double round, Color colour, Color edge) {
        RoundRectangle2D shape =
                new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 2 * round, 2 * round);
        if (vector() || Math.min(box.width(), box.height()) < 2 * round) {
            fill(shape, colour);
            draw(shape, edge, 1);
            return;
        }
        ground(box.inset(0, round, 0, round), colour);
        ground(new Box(box.x(), box.y() + round, round, box.height() - 2 * round), colour);
        ground(new Box(box.right() - round, box.y() + round, round, box.height() - 2 * round), colour);
        rule(box.x() + round, box.y(), box.right() - round, box.y(), edge, 1);
        rule(box.x() + round, box.bottom(), box.right() - round, box.bottom(), edge, 1);
        rule(box.x(), box.y() + round, box.x(), box.bottom() - round, edge, 1);
        rule(box.right(), box.y() + round, box.right(), box.bottom() - round, edge, 1);
        BasicStroke cut = new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        double far = 2 * round;
        for (int corner = 0; corner < 4; corner++) {
            double x = corner == 0 || corner == 3 ? box.right() - far : box.x();
            double y = corner < 2 ? box.y() : box.bottom() - far;
            fill(new Arc2D.Double(x, y, far, far, 90 * corner, 90, Arc2D.PIE), colour);
            draw(new Arc2D.Double(x, y, far, far, 90 * corner, 90, Arc2D.OPEN), edge, cut);
        }
    }

    public void draw(Shape shape, Color colour, Stroke stroke) {
        g.setColor(colour);
        g.setStroke(stroke instanceof BasicStroke usual && theme.lines() != 1 ? scaled(usual, theme.lines()) : stroke);
        g.draw(shape);
    }

    /// The stroke with its width and its dashes at a share of theirs.
    private static BasicStroke scaled(BasicStroke stroke, double share) {
        float[] dash = stroke.getDashArray();
        if (dash != null) {
            for (int i = 0; i < dash.length; i++) {
                dash[i] *= (float) share;
            }
        }
        return new BasicStroke(
                (float) (stroke.getLineWidth() * share),
                stroke.getEndCap(),
                stroke.getLineJoin(),
                stroke.getMiterLimit(),
                dash,
                (float) (stroke.getDashPhase() * share));
    }

    public void draw(Shape shape, Color colour, double width) {
        draw(shape, colour, line(width));
    }

    public void line(double x1, double y1, double x2, double y2, Color colour, Stroke stroke) {
        draw(new Line2D.Double(x1, y1, x2, y2), colour, stroke);
    }

    /// A solid stroke with round ends.
    public static Stroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /// A broken stroke: `on` pixels drawn, `off` left out.
    public static Stroke dashed(double width, double on, double off) {
        float[] pattern = {(float) on, (float) off};
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern, 0);
    }

    /// A translucent plate for words on a map.
    public void plate(Box box) {
        RoundRectangle2D shape = new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 10, 10);
        fill(shape, Contrast.alpha(theme.panel(), 0.93));
        draw(shape, Contrast.alpha(theme.border(), 0.9), 1);
    }

    /// Words with their first letter at x.
    public void text(String words, double x, double baseline, Font font, Color colour) {
        if (!words.isEmpty()) {
            g.setFont(font);
            g.setColor(colour);
            g.drawString(Printable.of(words), (float) x, (float) baseline);
            WrittenWords.note(g, words, x, baseline, font);
        }
    }

    /// Words that stand `share` of their width left of x: 0 starts, 0.5 centres and 1 ends them there.
    public void text(String words, double x, double share, double baseline, Font font, Color colour) {
        text(words, x - share * Fonts.width(words, font), baseline, font, colour);
    }

    /// Words that read upwards, centred on (x, y); x is the middle of their capitals.
    public void upwards(String words, double x, double y, Font font, Color colour) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(-Math.PI / 2);
        text(words, 0, 0.5, Fonts.CAP * font.getSize2D() / 2, font, colour);
        g.setTransform(before);
    }

    /// Words with a soft edge of the panel's colour, readable on any map.
    public void haloed(String words, double x, double baseline, Font font, Color colour) {
        if (vector()) {
            Shape outline =
                    font.createGlyphVector(Fonts.CONTEXT, Printable.of(words)).getOutline((float) x, (float) baseline);
            draw(outline, Contrast.alpha(theme.panel(), 0.8), line(3.2));
        } else {
            softEdge(words, x, baseline, font);
        }
        text(words, x, baseline, font, colour);
    }

    /// The halo in pixels: the words a little to every side. The glyphs' cached pictures serve, which takes a tenth of
    /// the time of stroking their outlines.
    private void softEdge(String words, double x, double baseline, Font font) {
        Color edge = Contrast.alpha(theme.panel(), 0.6);
        for (int i = 0; i < HALO_SIDES; i++) {
            double angle = 2 * Math.PI * i / HALO_SIDES;
            text(words, x + HALO * Math.cos(angle), baseline + HALO * Math.sin(angle), font, edge);
        }
    }

    /// The baseline that centres capitals and digits of `font` on y.
    public static double centred(double y, Font font) {
        return y + Fonts.CAP * font.getSize2D() / 2;
    }
}
