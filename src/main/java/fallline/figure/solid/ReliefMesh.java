package fallline.figure.solid;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The nodes of a surface as they are seen: pixel, depth and light of each, and what it looks like there.
///
/// Every array has `columns` × `rows` numbers, row-major; `y` and `depth` are NaN at a hole.
public final class ReliefMesh {
    final int columns;
    final int rows;
    final float[] x;
    final float[] y;
    final float[] depth;

    /// Brightness, 0 … 1.
    final float[] tone;

    /// How much light falls on it, 0 … 1.
    final float[] light;

    /// Height in the box's unit.
    final float[] rise;

    /// Whether nodes of higher rows and columns are nearer.
    final boolean lastRowNearest;

    final boolean lastColumnNearest;

    private ReliefMesh(int columns, int rows, Projection projection) {
        this.columns = columns;
        this.rows = rows;
        int count = columns * rows;
        x = new float[count];
        y = new float[count];
        depth = new float[count];
        tone = new float[count];
        light = new float[count];
        rise = new float[count];
        lastRowNearest = projection.cosA() < 0;
        lastColumnNearest = projection.sinA() < 0;
    }

    /// @param across how many nodes a row of the surface has
    /// @param down how many rows it has
    /// @param heights of its nodes in the box's unit, NaN for holes
    /// @param brightness of its nodes, 0 … 1
    /// @param stride every how manieth node is used; the last one always is
    public static ReliefMesh of(
            int across, int down, float[] heights, float[] brightness, Projection projection, int stride) {
        int[] columnNodes = nodes(across, stride);
        int[] rowNodes = nodes(down, stride);
        ReliefMesh mesh = new ReliefMesh(columnNodes.length, rowNodes.length, projection);
        Lamp lamp = new Lamp(projection);
        double stepX = 2 * projection.halfX() / (across - 1);
        double stepY = 2 * projection.halfY() / (down - 1);
        IntStream.range(0, mesh.rows).parallel().forEach(r -> {
            int row = rowNodes[r];
            for (int c = 0; c < mesh.columns; c++) {
                int column = columnNodes[c];
                int at = row * across + column;
                int to = r * mesh.columns + c;
                double px = -projection.halfX() + column * stepX;
                double py = -projection.halfY() + row * stepY;
                float z = heights[at];
                mesh.x[to] = (float) projection.px(px, py);
                mesh.y[to] = (float) projection.py(px, py, z);
                mesh.depth[to] = (float) projection.depth(px, py, z);
                mesh.tone[to] = brightness[at];
                mesh.rise[to] = z;
                double dx = slope(heights, at, column > 0 ? 1 : 0, column < across - 1 ? 1 : 0, 1) / stepX;
                double dy = slope(heights, at, row > 0 ? 1 : 0, row < down - 1 ? 1 : 0, across) / stepY;
                mesh.light[to] = (float) lamp.on(dx, dy);
            }
        });
        return mesh;
    }

    /// Rows of pixels that part the nodes into shares of about the same size, from 0 to `high`.
    int[] shares(int count, int high) {
        int[] inRow = new int[high];
        for (float at : y) {
            if (!Float.isNaN(at)) {
                inRow[Math.clamp((int) at, 0, high - 1)]++;
            }
        }
        int[] shares = new int[count + 1];
        int above = 0;
        int share = 1;
        for (int row = 0; row < high && share < count; row++) {
            above += inRow[row];
            while (share < count && (long) above * count >= (long) share * y.length) {
                shares[share++] = row;
            }
        }
        Arrays.fill(shares, share, count + 1, high);
        return shares;
    }

    /// The box of pixels in which its nodes lie; one without a size where none does.
    Rectangle2D extent() {
        float left = Float.POSITIVE_INFINITY;
        float right = Float.NEGATIVE_INFINITY;
        float high = Float.POSITIVE_INFINITY;
        float low = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (!Float.isNaN(y[i])) {
                left = Math.min(left, x[i]);
                right = Math.max(right, x[i]);
                high = Math.min(high, y[i]);
                low = Math.max(low, y[i]);
            }
        }
        return left <= right ? new Rectangle2D.Double(left, high, right - left, low - high) : new Rectangle2D.Double();
    }

    private static int[] nodes(int count, int stride) {
        int[] nodes = IntStream.iterate(0, i -> i < count, i -> i + stride).toArray();
        if (nodes[nodes.length - 1] != count - 1) {
            nodes = Arrays.copyOf(nodes, nodes.length + 1);
            nodes[nodes.length - 1] = count - 1;
        }
        return nodes;
    }

    private static double slope(float[] heights, int at, int back, int on, int stride) {
        double here = heights[at];
        double before = heights[at - back * stride];
        double after = heights[at + on * stride];
        before = Double.isNaN(before) ? here : before;
        after = Double.isNaN(after) ? here : after;
        return (after - before) / Math.max(1, back + on);
    }

    /// The light that comes from the upper left of whoever looks.
    private static final class Lamp {
        private final double lx;
        private final double ly;
        private final double lz;

        Lamp(Projection projection) {
            double x = -0.62 * projection.cosA() + -0.36 * projection.sinA();
            double y = 0.62 * projection.sinA() + -0.36 * projection.cosA();
            double z = 0.7;
            double norm = Math.sqrt(x * x + y * y + z * z);
            lx = x / norm;
            ly = y / norm;
            lz = z / norm;
        }

        /// How much falls on a slope: wrapped around, so that no side is black.
        double on(double dx, double dy) {
            double shine = (lz - dx * lx - dy * ly) / Math.sqrt(1 + dx * dx + dy * dy);
            double half = Math.max(0, 0.5 + 0.5 * shine);
            return 0.2 + 0.74 * half * half;
        }
    }
}
