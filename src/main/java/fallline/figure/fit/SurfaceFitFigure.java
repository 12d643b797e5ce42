package fallline.figure.fit;

import fallline.figure.label.Caption;
import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import fallline.figure.path.Footprint;
import fallline.figure.plot.Hit;
import fallline.figure.plot.Points;
import fallline.figure.plot.Span;
import fallline.figure.plot.Ticks;
import fallline.figure.solid.LossSolidFigure;
import fallline.figure.solid.Projection;
import fallline.figure.solid.ReliefMesh;
import fallline.figure.solid.ReliefRaster;
import fallline.figure.solid.ReliefSkin;
import fallline.figure.solid.SolidFrame;
import fallline.figure.solid.Upright;
import fallline.figure.solid.Viewpoint;
import fallline.figure.surface.HeightField;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Data with two features, the plane or surface that a run has fitted to it in space, and the residual of every row as
/// an upright stick that ends on it.
///
/// @param xLabel the first feature
/// @param yLabel the second one
/// @param zLabel the target, upright
/// @param x one number a row
/// @param y one number a row
/// @param z the target of each row
/// @param predicted what the run predicts for each row: the height of the surface there
/// @param surface the surface; its window is the floor
/// @param heights what is seen of the target
/// @param style of the run
/// @param best the best surface, whose edge is drawn broken
/// @param equation in words; may be empty
/// @param viewpoint where it is seen from
/// @param sticks whether residuals are drawn
public record SurfaceFitFigure(
        String xLabel,
        String yLabel,
        String zLabel,
        double[] x,
        double[] y,
        double[] z,
        double[] predicted,
        HeightField surface,
        Span heights,
        RunStyle style,
        Optional<HeightField> best,
        String equation,
        Viewpoint viewpoint,
        boolean sticks)
        implements Figure {
    private static final int MOST_ROWS = 2000;
    private static final int MARKS = 6;
    private static final double RADIUS = 3.1;
    private static final double OPACITY = 0.78;
    private static final double SLACK = 0.01;
    private static final int SAMPLES = 2;

    private record Axis3(String label, List<Mark> marks) implements Upright {}

    /// @throws IllegalArgumentException if x, y, z and predicted differ in length
    public SurfaceFitFigure {
        if (x.length != y.length || x.length != z.length || x.length != predicted.length) {
            throw new IllegalArgumentException("x, y, z and predicted must be equally long");
        }
    }

    private Projection projection(Size size) {
        return new Projection(surface.window(), false, viewpoint, LossSolidFigure.plot(size));
    }

    private double up(double value) {
        return (value - heights.lo()) / heights.length() * Projection.TOP;
    }

    private Point2D seen(Projection projection, double px, double py, double height) {
        return projection.point(projection.boxX(px), projection.boxY(py), up(height));
    }

    /// Where a place of space is seen.
    public Point2D at(Size size, double px, double py, double height) {
        return seen(projection(size), px, py, height);
    }

    /// The stick of a row, from the row to the surface, cut off at the top and the bottom of the box.
    public Line2D stick(Size size, int row) {
        return stick(projection(size), row);
    }

    private Line2D stick(Projection projection, int row) {
        double end = Math.clamp(predicted[row], heights.lo(), heights.hi());
        return new Line2D.Double(seen(projection, x[row], y[row], z[row]), seen(projection, x[row], y[row], end));
    }

    /// The row under a pointer, within a few pixels.
    public Optional<Hit.Row> row(Size size, double px, double py) {
        Projection projection = projection(size);
        double[] xs = new double[x.length];
        double[] ys = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            Point2D at = seen(projection, x[i], y[i], z[i]);
            xs[i] = at.getX();
            ys[i] = at.getY();
        }
        int best = -1;
        double least = 64;
        for (int i = 0; i < xs.length; i++) {
            double distance = Point2D.distanceSq(xs[i], ys[i], px, py);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(new Hit.Row(best));
    }

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Painter.paint(g, size, theme, p -> p.within(size.box(), () -> paint(p, size)));
    }

    private void paint(Painter p, Size size) {
        Projection projection = projection(size);
        List<Upright.Mark> marks = new ArrayList<>();
        for (Ticks.Mark mark : Ticks.linear(heights, MARKS).marks()) {
            marks.add(new Upright.Mark((mark.value() - heights.lo()) / heights.length(), mark.label()));
        }
        SolidFrame frame = new SolidFrame(p, projection, surface.window(), new Axis3(zLabel, marks));
        frame.paintWalls();
        shadows(p, projection);
        ReliefRaster raster = raster(p, size, marks);
        double pixels = p.pixels();
        List<Row> rows = rows(projection, raster, pixels);
        rows.stream().filter(Row::hidden).forEach(row -> paint(p, row));
        p.g.drawImage(raster.translucent(OPACITY), AffineTransform.getScaleInstance(1 / pixels, 1 / pixels), null);
        p.draw(edge(projection, surface), Contrast.alpha(style.core(p.theme), 0.7), 1);
        rows.stream().filter(row -> !row.hidden).forEach(row -> paint(p, row));
        best.ifPresent(target -> p.draw(edge(projection, target), p.theme.text(), Painter.dashed(1.3, 6, 4)));
        frame.paintAxes(xLabel, yLabel, size.box().grown(-2));
        words(p, size, projection);
    }

    /// Where the rows stand on the floor.
    private void shadows(Painter p, Projection projection) {
        Color shade = Contrast.alpha(p.theme.muted(), 0.28);
        for (int i = 0; i < x.length; i += stride()) {
            Point2D at = projection.point(projection.boxX(x[i]), projection.boxY(y[i]), Projection.FLOOR);
            Points.dot(p, at.getX(), at.getY(), 1.7, shade);
        }
    }

    private int stride() {
        return Math.max(1, (x.length + MOST_ROWS - 1) / MOST_ROWS);
    }

    /// The surface in the run's colour, with lines at the heights that the upright axis marks and halfway between.
    private ReliefRaster raster(Painter p, Size size, List<Upright.Mark> marks) {
        double[] values = surface.values();
        float[] rise = new float[values.length];
        float[] share = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rise[i] = (float) up(values[i]);
            share[i] = (float) (rise[i] / Projection.TOP);
        }
        double unit = p.pixels() * SAMPLES;
        Box plot = LossSolidFigure.plot(size);
        Box fine = new Box(plot.x() * unit, plot.y() * unit, plot.width() * unit, plot.height() * unit);
        Projection projection = new Projection(surface.window(), false, viewpoint, fine);
        double first = marks.isEmpty() ? 0 : marks.getFirst().share();
        double apart = marks.size() < 2 ? 0 : marks.get(1).share() - first;
        Color colour = Contrast.blend(style.core(p.theme), p.theme.panel(), 0.72);
        return ReliefRaster.of(
                ReliefMesh.of(surface.columns(), surface.rows(), rise, share, projection, 1),
                ReliefSkin.plain(colour, first, apart / 2, p.theme),
                Optional.empty(),
                (int) Math.ceil(size.width() * p.pixels()),
                (int) Math.ceil(size.height() * p.pixels()),
                p.pixels(),
                SAMPLES);
    }

    /// A row's stick, which begins at its dot.
    ///
    /// @param depth of the dot
    /// @param hidden whether the surface lies before the dot
    private record Row(Line2D stick, double depth, boolean hidden, boolean drawn) {}

    /// The farthest first.
    private List<Row> rows(Projection projection, ReliefRaster raster, double pixels) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < x.length; i += stride()) {
            Line2D line = stick(projection, i);
            double depth = projection.depth(projection.boxX(x[i]), projection.boxY(y[i]), up(z[i]));
            boolean hidden = raster.hides(line.getX1() * pixels, line.getY1() * pixels, depth, SLACK);
            rows.add(new Row(line, depth, hidden, sticks && Double.isFinite(predicted[i])));
        }
        rows.sort(Comparator.comparingDouble(Row::depth).reversed());
        return rows;
    }

    private void paint(Painter p, Row row) {
        if (row.drawn) {
            Color stick = Contrast.blend(style.core(p.theme), p.theme.text(), 0.4);
            p.draw(row.stick, Contrast.alpha(stick, x.length > 150 ? 0.5 : 0.75), 1.1);
        }
        Points.dot(p, row.stick.getX1(), row.stick.getY1(), RADIUS + 0.8, p.theme.panel());
        Points.dot(p, row.stick.getX1(), row.stick.getY1(), RADIUS, LineFitFigure.dots(p.theme));
    }

    /// The edge of a surface as far as it lies in the box.
    private Path2D edge(Projection projection, HeightField field) {
        Path2D path = new Path2D.Double();
        int last = field.columns() - 1;
        int top = field.rows() - 1;
        for (int c = 0; c < last; c++) {
            side(projection, path, field, c, 0, c + 1, 0);
            side(projection, path, field, c, top, c + 1, top);
        }
        for (int r = 0; r < top; r++) {
            side(projection, path, field, 0, r, 0, r + 1);
            side(projection, path, field, last, r, last, r + 1);
        }
        return path;
    }

    private void side(Projection projection, Path2D path, HeightField field, int c0, int r0, int c1, int r1) {
        double one = field.at(c0, r0);
        double other = field.at(c1, r1);
        if (heights.contains(one) && heights.contains(other)) {
            path.append(
                    new Line2D.Double(
                            seen(projection, field.x(c0), field.y(r0), one),
                            seen(projection, field.x(c1), field.y(r1), other)),
                    false);
        }
    }

    private void words(Painter p, Size size, Projection projection) {
        List<String> lines = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : surface.values()) {
            least = value < least ? value : least;
            most = value > most ? value : most;
        }
        if (!(least <= heights.hi() && most >= heights.lo())) {
            lines.add("the surface lies outside the box");
        }
        if (best.isPresent()) {
            lines.add("broken edge: best fit");
        }
        if (Projection.TOP * projection.scale() * projection.cosE() < SolidFrame.SHORTEST) {
            // too small for an upright axis: at least its name
            p.text(Fonts.fitted(zLabel, Type.AXIS, size.width() - 12), 6, 15, Type.AXIS, p.theme.text());
        } else if (!equation.isEmpty()) {
            Footprint rows = new Footprint(size.box());
            for (int i = 0; i < x.length; i++) {
                Point2D at = seen(projection, x[i], y[i], z[i]);
                rows.add(at.getX(), at.getY());
            }
            Caption caption = new Caption(equation, lines);
            Box above = new Box(0, 0, size.width(), size.height() * 0.5);
            caption.free(above, rows)
                    .or(() -> caption.emptiest(above, rows))
                    .ifPresent(box -> caption.paint(p, above, box));
        }
    }
}
