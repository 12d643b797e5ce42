package fallline.figure.surface;

import fallline.figure.paint.Box;
import fallline.figure.paint.ColourMap;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Theme;
import fallline.figure.path.Footprint;
import fallline.figure.path.Trail;
import fallline.figure.plot.AreaImage;
import fallline.figure.plot.CommonRange;
import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Scale;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sampled surface as a map: a colour for every height, contour lines, hatched holes.
///
/// It keeps the picture that it painted last, because a run that plays repaints the same map many times a second; make
/// one map a surface, and give it to every figure that shows it. Thread-safe.
public final class SurfaceMap implements Surface {
    private static final int SHADES = 1024;
    private static final double HATCH = 7;

    private final HeightField field;
    private final Levels levels;
    private final ColourMap colours;
    private final float[] brightness;
    private final List<ContourLine> contours;
    private final double spread;
    private volatile @Nullable Picture last;
    private volatile @Nullable Labelled labelled;

    private record Key(int width, int height, double scale, Window window, Theme theme) {}

    private record Picture(Key key, BufferedImage image) {}

    private record Labelled(PlotArea area, List<Box> blocked, List<Trail> trails, List<ContourLabels.Placed> labels) {}

    public SurfaceMap(HeightField field, Levels levels, ColourMap colours) {
        this.field = field;
        this.levels = levels;
        this.colours = colours;
        double[] values = field.values();
        brightness = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            brightness[i] = (float) levels.brightness(values[i]);
        }
        double[] heights = new double[levels.depths().length];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = levels.value(i);
        }
        contours = Contours.of(field, heights);
        spread = CommonRange.of(values).map(CommonRange::spread).orElse(Double.NaN);
    }

    /// What most heights spread over: the distance of their quartiles; NaN where all is a hole.
    public double spread() {
        return spread;
    }

    /// This map, whatever is seen: beyond its grid there is nothing.
    @Override
    public SurfaceMap over(Window seen) {
        return this;
    }

    public HeightField field() {
        return field;
    }

    public Levels levels() {
        return levels;
    }

    public List<ContourLine> contours() {
        return contours;
    }

    public ColourMap colours() {
        return colours;
    }

    /// Brightness of the nodes, 0 … 1; NaN for holes.
    public float[] brightness() {
        return brightness;
    }

    /// The whole map with its lines as an image, for the floor under a solid.
    public BufferedImage picture(int width, int height, Theme theme) {
        Scale x = new Scale.Linear(field.window().x(), 0, width);
        Scale y = new Scale.Linear(field.window().y(), height, 0);
        return withContours(width, height, 1, new PlotArea(new Box(0, 0, width, height), x, y), theme);
    }

    /// Paints the map into the plot; what the grid does not cover is left as it is.
    void paint(Painter p, PlotArea area) {
        double scale = p.pixels();
        int width = (int) Math.max(1, Math.round(area.box().width() * scale));
        int height = (int) Math.max(1, Math.round(area.box().height() * scale));
        if (p.vector()) {
            AreaImage.paint(p, area, coloured(width, height, scale, area, p.theme), scale);
            paintContours(p, area);
            return;
        }
        Key key = new Key(width, height, scale, area.window(), p.theme);
        Picture kept = last;
        if (kept == null || !kept.key.equals(key)) {
            kept = new Picture(key, withContours(width, height, scale, area, p.theme));
            last = kept;
        }
        AreaImage.paint(p, area, kept.image, scale);
    }

    /// Writes the levels along the lines, where there is room; where it found some is kept like the picture.
    ///
    /// @param blocked where no label may stand
    /// @param trails on which none may stand either
    /// @return where the labels stand
    List<Box> paintLevels(Painter p, PlotArea area, List<Box> blocked, List<Trail> trails) {
        Labelled kept = labelled;
        if (kept == null || !kept.area.equals(area) || !kept.blocked.equals(blocked) || !kept.trails.equals(trails)) {
            Footprint paths = new Footprint(area.box());
            trails.forEach(trail -> paths.add(trail, area));
            kept = new Labelled(
                    area, List.copyOf(blocked), trails, ContourLabels.place(contours, area, blocked, paths));
            labelled = kept;
        }
        ContourLabels.paint(p, kept.labels);
        return kept.labels.stream().map(ContourLabels.Placed::box).toList();
    }

    private BufferedImage withContours(int width, int height, double scale, PlotArea area, Theme theme) {
        BufferedImage image = coloured(width, height, scale, area, theme);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(width / area.box().width(), height / area.box().height());
            g.translate(-area.box().x(), -area.box().y());
            Painter.paintOver(g, theme, p -> paintContours(p, area));
        } finally {
            g.dispose();
        }
        return image;
    }

    private void paintContours(Painter p, PlotArea area) {
        Color ink = p.theme.dark() ? new Color(255, 255, 255, p.theme.strong() ? 115 : 84) : new Color(16, 24, 40, 92);
        Path2D path = new Path2D.Double();
        for (ContourLine line : contours) {
            PixelPath.append(path, line.x(), line.y(), line.closed(), area);
        }
        p.draw(path, ink, 1);
    }

    /// The colours alone, interpolated between the nodes.
    private BufferedImage coloured(int width, int height, double scale, PlotArea area, Theme theme) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int[] shades = shades(theme);
        int ground = theme.panel().getRGB();
        int hatch = Contrast.blend(theme.muted(), theme.panel(), 0.5).getRGB();
        double[] column = grid(width, true, area);
        double[] row = grid(height, false, area);
        int columns = field.columns();
        for (int py = 0; py < height; py++) {
            int r = (int) Math.floor(Math.min(row[py], field.rows() - 1.000001));
            float v = (float) (row[py] - r);
            boolean outside = row[py] < -1e-6 || row[py] > field.rows() - 1 + 1e-6;
            for (int px = 0; px < width; px++) {
                if (outside || column[px] < -1e-6 || column[px] > columns - 1 + 1e-6) {
                    pixels[py * width + px] = ground;
                    continue;
                }
                int c = (int) Math.max(0, Math.min(column[px], columns - 1.000001));
                int at = Math.max(0, r) * columns + c;
                float shade = between(at, (float) (column[px] - c), v);
                pixels[py * width + px] = !Float.isNaN(shade)
                        ? shades[(int) (shade * (SHADES - 1) + 0.5f)]
                        : hatched(px, py, scale, ground, hatch);
            }
        }
        return image;
    }

    /// Bilinear brightness. Beside a hole the nodes that have a value decide while they weigh one half or more, so that
    /// the hole's edge runs straight through its cells.
    private float between(int at, float u, float v) {
        int columns = field.columns();
        float a = brightness[at];
        float b = brightness[at + 1];
        float c = brightness[at + columns];
        float d = brightness[at + columns + 1];
        float value = (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v;
        if (!Float.isNaN(value)) {
            return Math.max(0, Math.min(1, value));
        }
        float wa = Float.isNaN(a) ? 0 : (1 - u) * (1 - v);
        float wb = Float.isNaN(b) ? 0 : u * (1 - v);
        float wc = Float.isNaN(c) ? 0 : (1 - u) * v;
        float wd = Float.isNaN(d) ? 0 : u * v;
        float weight = wa + wb + wc + wd;
        float sum = (wa > 0 ? wa * a : 0) + (wb > 0 ? wb * b : 0) + (wc > 0 ? wc * c : 0) + (wd > 0 ? wd * d : 0);
        return weight >= 0.5f ? Math.max(0, Math.min(1, sum / weight)) : Float.NaN;
    }

    private static int hatched(int px, int py, double scale, int ground, int ink) {
        double phase = (px + py) / (Math.sqrt(2) * scale) % HATCH;
        double cover = Math.clamp((1.1 - Math.abs(phase - HATCH / 2)) * 1.2, 0.0, 1.0);
        return Contrast.blend(new Color(ink), new Color(ground), cover).getRGB();
    }

    private int[] shades(Theme theme) {
        int[] shades = new int[SHADES];
        for (int i = 0; i < SHADES; i++) {
            double place = i / (SHADES - 1.0);
            shades[i] = theme.muted(new Color(colours.rgb(place))).getRGB();
        }
        return shades;
    }

    /// The grid's column (or row) under the middle of each pixel.
    private double[] grid(int count, boolean across, PlotArea area) {
        Span from = across ? area.window().x() : area.window().y();
        Span to = across ? field.window().x() : field.window().y();
        int nodes = across ? field.columns() : field.rows();
        double[] places = new double[count];
        for (int i = 0; i < count; i++) {
            double share = (i + 0.5) / count;
            double value = from.lo() + from.length() * (across ? share : 1 - share);
            places[i] = (value - to.lo()) / to.length() * (nodes - 1);
        }
        return places;
    }
}
