package fallline.figure.solid;

import fallline.figure.paint.Box;
import fallline.figure.paint.Theme;
import fallline.figure.surface.HeightField;
import fallline.figure.surface.SurfaceMap;
import java.awt.geom.Point2D;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A sampled surface as a solid: heights, and the picture of it that was painted last. Thread-safe.
///
/// Between the nodes the surface consists of two triangles a cell; paths, marks and the pointer use the same triangles,
/// so that they lie on what is seen. The picture of a draft takes every second node only, and where nobody sees the
/// difference one facet for two triangles; what lies on it keeps to the finer surface.
public final class Relief {
    private static final int MARCH = 512;
    private static final int FLOOR_SIDE = 420;

    private final SurfaceMap map;
    private final HeightScale scale;
    private final float[] heights;
    private final AtomicReference<@Nullable Shot> last = new AtomicReference<>();
    private volatile @Nullable Dress worn;

    record Key(
            int width,
            int height,
            double scale,
            Box plot,
            Viewpoint viewpoint,
            boolean equal,
            boolean draft,
            Theme theme) {}

    /// A picture of the solid, which belongs to whoever took it.
    record Shot(Key key, ReliefRaster raster) {}

    /// @param map the same surface from above, whose colours and lines are drawn on the solid
    public Relief(SurfaceMap map, HeightScale.Kind kind) {
        this.map = map;
        scale = HeightScale.of(map.field(), map.levels(), kind);
        double[] values = map.field().values();
        heights = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            heights[i] = (float) (scale.share(values[i]) * Projection.TOP);
        }
    }

    /// The same surface from above.
    public SurfaceMap map() {
        return map;
    }

    public HeightScale scale() {
        return scale;
    }

    /// Heights of the nodes in the box's unit; NaN for holes.
    float[] heights() {
        return heights;
    }

    public Projection projection(boolean equal, Viewpoint viewpoint, Box plot) {
        return new Projection(map.field().window(), equal, viewpoint, plot);
    }

    /// The height of the solid over a place of the data, in the box's unit; NaN beside the grid and over holes.
    public double height(double x, double y) {
        HeightField field = map.field();
        double column = (x - field.window().x().lo()) / field.window().x().length() * (field.columns() - 1);
        double row = (y - field.window().y().lo()) / field.window().y().length() * (field.rows() - 1);
        if (!(column >= -1e-9
                && row >= -1e-9
                && column <= field.columns() - 1 + 1e-9
                && row <= field.rows() - 1 + 1e-9)) {
            return Double.NaN;
        }
        int c = Math.clamp((int) column, 0, field.columns() - 2);
        int r = Math.clamp((int) row, 0, field.rows() - 2);
        double u = column - c;
        double v = row - r;
        int at = r * field.columns() + c;
        double h00 = heights[at];
        double h11 = heights[at + field.columns() + 1];
        if (u >= v) {
            double h10 = heights[at + 1];
            return h00 + u * (h10 - h00) + v * (h11 - h10);
        }
        double h01 = heights[at + field.columns()];
        return h00 + v * (h01 - h00) + u * (h11 - h01);
    }

    /// The place of the data that is seen at a pixel: the first point of the solid that the ray through it meets.
    Optional<Point2D> pick(Projection projection, double px, double py) {
        double near = Projection.TOP * 1.02;
        double far = -0.02;
        double above = Double.NaN;
        for (int k = 0; k <= MARCH; k++) {
            double z = near + (far - near) * k / MARCH;
            double gap = gap(projection, px, py, z);
            if (gap <= 0 && above > 0) {
                double lower = z;
                double upper = near + (far - near) * (k - 1.0) / MARCH;
                for (int round = 0; round < 30; round++) {
                    double middle = (lower + upper) / 2;
                    if (gap(projection, px, py, middle) <= 0) {
                        lower = middle;
                    } else {
                        upper = middle;
                    }
                }
                return Optional.of(place(projection, px, py, lower));
            }
            above = gap;
        }
        return Optional.empty();
    }

    private static Point2D place(Projection projection, double px, double py, double z) {
        Point2D at = projection.at(px, py, z);
        return new Point2D.Double(projection.dataX(at.getX()), projection.dataY(at.getY()));
    }

    private double gap(Projection projection, double px, double py, double z) {
        Point2D at = place(projection, px, py, z);
        double height = height(at.getX(), at.getY());
        return height > Projection.TOP + 1e-6 ? Double.NaN : z - height;
    }

    /// The picture of the solid over its floor, and how far away every pixel of it is. It is not given back: this is
    /// for whoever looks at it alone, as tests do; the figure takes a picture and gives it back.
    public ReliefRaster raster(
            int width,
            int height,
            double pixels,
            Box plot,
            Viewpoint viewpoint,
            boolean equal,
            boolean draft,
            Theme theme) {
        return take(new Key(width, height, pixels, plot, viewpoint, equal, draft, theme))
                .raster();
    }

    /// The picture, to be given back: that which was given back last, if it is this one; else a new one, which in a
    /// draft takes the memory of a draft before it.
    Shot take(Key key) {
        Shot kept = last.getAndSet(null);
        if (kept != null && kept.key.equals(key)) {
            return kept;
        }
        int samples = key.draft ? 1 : 2;
        double unit = key.scale * samples;
        Box plot = key.plot;
        Box device = new Box(plot.x() * unit, plot.y() * unit, plot.width() * unit, plot.height() * unit);
        Projection projection = projection(key.equal, key.viewpoint, device);
        ReliefMesh mesh = ReliefMesh.of(
                map.field().columns(), map.field().rows(), heights, map.brightness(), projection, key.draft ? 2 : 1);
        ReliefFloor floor = new ReliefFloor(projection, dress(key.theme).floor(), FLOOR_SIDE);
        ReliefRaster canvas = kept != null && kept.key.draft && key.draft && kept.raster.measures(key.width, key.height)
                ? kept.raster.wiped()
                : ReliefRaster.empty(key.width, key.height, samples);
        return new Shot(key, canvas.painted(mesh, ReliefSkin.of(this, key.theme), Optional.of(floor), key.scale));
    }

    /// Nobody looks at a picture any more that was taken here.
    void giveBack(Shot shot) {
        last.set(shot);
    }

    /// The map for the floor and the colours of the solid; they change with the theme only.
    Dress dress(Theme theme) {
        Dress kept = worn;
        if (kept == null || kept.theme() != theme) {
            kept = new Dress(
                    theme,
                    ReliefFloor.texture(map.picture(FLOOR_SIDE, FLOOR_SIDE, theme), theme),
                    ReliefColours.palette(map.colours(), theme));
            worn = kept;
        }
        return kept;
    }

    /// @param floor the map in the colours of a floor, a square of `FLOOR_SIDE`
    /// @param palette every shade of the map in every light
    @SuppressWarnings("ArrayRecordComponent")
    record Dress(Theme theme, int[] floor, int[] palette) {}
}
