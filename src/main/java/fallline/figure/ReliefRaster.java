package fallline.figure;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The painted solid: pixels with transparency, and how far behind the middle of the box every pixel lies.
///
/// Two triangles a cell are filled line by line; because rays are parallel, depth, brightness, light and height change
/// evenly over a triangle's pixels, so that each costs one addition a pixel. A contour line is where the brightness,
/// counted in levels, is within half a pixel of a whole number; how much it changes within a pixel is known for each
/// triangle. Horizontal bands are painted by several threads.
final class ReliefRaster {
    private static final float NOTHING = Float.POSITIVE_INFINITY;
    private static final int LIGHTS = 64;
    private static final int SHADES = 512;
    private static final int BANDS = 4;
    private static final double FLOOR_COVER = 0.62;
    private static final double CUT_BAND = 0.05;
    private static final double FULL = 0.72;

    final int width;
    final int height;
    final BufferedImage image;
    private final float[] depths;
    private final int samples;

    private ReliefRaster(int width, int height, int samples, BufferedImage image, float[] depths) {
        this.width = width;
        this.height = height;
        this.samples = samples;
        this.image = image;
        this.depths = depths;
    }

    /// @param projection into a picture of `width` × `height` pixels
    /// @param stride every how manieth node is used
    /// @param samples this many sub-pixels in a row and a column
    static ReliefRaster of(
            Relief relief, Projection projection, int width, int height, int stride, int samples, Theme theme) {
        int wide = width * samples;
        int high = height * samples;
        int[] pixels = new int[wide * high];
        float[] depths = new float[wide * high];
        Job job = new Job(relief, projection, wide, high, stride, samples, theme, pixels, depths);
        job.prepare();
        IntStream.range(0, BANDS).parallel().forEach(job::band);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] out = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        if (samples == 1) {
            System.arraycopy(pixels, 0, out, 0, pixels.length);
        } else {
            IntStream.range(0, height).parallel().forEach(y -> average(pixels, wide, samples, out, width, y));
        }
        return new ReliefRaster(wide, high, samples, image, depths);
    }

    private static void average(int[] pixels, int wide, int samples, int[] out, int width, int y) {
        int count = samples * samples;
        for (int x = 0; x < width; x++) {
            int a = 0;
            int r = 0;
            int g = 0;
            int b = 0;
            for (int j = 0; j < samples; j++) {
                for (int i = 0; i < samples; i++) {
                    int c = pixels[(y * samples + j) * wide + x * samples + i];
                    a += c >>> 24;
                    r += c >> 16 & 255;
                    g += c >> 8 & 255;
                    b += c & 255;
                }
            }
            out[y * width + x] = a / count << 24 | r / count << 16 | g / count << 8 | b / count;
        }
    }

    /// Whether the solid hides a point at a pixel of the picture that lies so deep, give or take `slack`.
    boolean hides(double px, double py, double depth, double slack) {
        int x = (int) Math.floor(px * samples);
        int y = (int) Math.floor(py * samples);
        return x >= 0 && y >= 0 && x < width && y < height && depths[y * width + x] < depth - slack;
    }

    /// How deep the solid is at a pixel; infinite where it is not.
    double depth(double px, double py) {
        int x = (int) Math.floor(px * samples);
        int y = (int) Math.floor(py * samples);
        return x >= 0 && y >= 0 && x < width && y < height ? depths[y * width + x] : NOTHING;
    }

    /// The colour of the solid at a place of the map, before light falls on it: a little stronger than on the map.
    static Color base(ColourMap colours, double place, Theme theme) {
        return Contrast.blend(new Color(colours.rgb(place)), theme.panel(), Math.min(1, theme.mapOpacity() + 0.16));
    }

    /// A colour in the light, 0 (in the shade, half black) … 1 (shining).
    static Color lit(Color base, double strength) {
        return strength < FULL
                ? Contrast.blend(base, Color.BLACK, 0.5 + 0.5 * strength / FULL)
                : Contrast.blend(Color.WHITE, base, 0.5 * (strength - FULL));
    }

    /// Every shade of the map in every light.
    static int[] palette(ColourMap colours, Theme theme) {
        int[] palette = new int[LIGHTS * SHADES];
        for (int s = 0; s < SHADES; s++) {
            Color base = base(colours, s / (SHADES - 1.0), theme);
            for (int l = 0; l < LIGHTS; l++) {
                palette[l * SHADES + s] = lit(base, l / (LIGHTS - 1.0)).getRGB();
            }
        }
        return palette;
    }

    /// The work on one picture.
    private static final class Job {
        private final Relief relief;
        private final Projection projection;
        private final int wide;
        private final int high;
        private final int samples;
        private final Theme theme;
        private final int[] pixels;
        private final float[] depths;
        private final int columns;
        private final int rows;
        private final int[] columnNodes;
        private final int[] rowNodes;
        private final float[] sx;
        private final float[] sy;
        private final float[] sd;
        private final float[] tone;
        private final float[] light;
        private final float[] rise;
        private final int[] palette;
        private final float firstLevel;
        private final float levelsPerTone;
        private final int ink;
        private final float inkCover;
        private final boolean cut;
        private final int hatchInk;
        private final int backInk;

        Job(
                Relief relief,
                Projection projection,
                int wide,
                int high,
                int stride,
                int samples,
                Theme theme,
                int[] pixels,
                float[] depths) {
            this.relief = relief;
            this.projection = projection;
            this.wide = wide;
            this.high = high;
            this.samples = samples;
            this.theme = theme;
            this.pixels = pixels;
            this.depths = depths;
            HeightField field = relief.map().field();
            columnNodes = nodes(field.columns(), stride);
            rowNodes = nodes(field.rows(), stride);
            columns = columnNodes.length;
            rows = rowNodes.length;
            int count = columns * rows;
            sx = new float[count];
            sy = new float[count];
            sd = new float[count];
            tone = new float[count];
            light = new float[count];
            rise = new float[count];
            palette = relief.dress(theme).palette();
            Levels levels = relief.map().levels();
            double[] lines = levels.depths();
            if (lines.length >= 2) {
                double one = levels.brightness(levels.value(0));
                double other = levels.brightness(levels.value(lines.length - 1));
                levelsPerTone = (float) ((lines.length - 1) / (other - one));
                firstLevel = (float) one;
            } else {
                levelsPerTone = 0;
                firstLevel = 0;
            }
            ink = theme.dark() ? 0xffffff : 0x101828;
            inkCover = theme.dark() ? 0.34f : 0.38f;
            cut = relief.scale().cut();
            hatchInk = theme.panel().getRGB();
            backInk = theme.text().getRGB();
        }

        private static int[] nodes(int count, int stride) {
            int[] nodes = IntStream.iterate(0, i -> i < count, i -> i + stride).toArray();
            if (nodes[nodes.length - 1] != count - 1) {
                nodes = Arrays.copyOf(nodes, nodes.length + 1);
                nodes[nodes.length - 1] = count - 1;
            }
            return nodes;
        }

        /// Places, light and brightness of the nodes.
        void prepare() {
            float[] heights = relief.heights();
            float[] brightness = relief.map().brightness();
            HeightField field = relief.map().field();
            int across = field.columns();
            double stepX = 2 * projection.halfX() / (across - 1);
            double stepY = 2 * projection.halfY() / (field.rows() - 1);
            // the light comes from the upper left of whoever looks
            double lx = -0.62 * projection.cosA() + -0.36 * projection.sinA();
            double ly = 0.62 * projection.sinA() + -0.36 * projection.cosA();
            double lz = 0.7;
            double norm = Math.sqrt(lx * lx + ly * ly + lz * lz);
            IntStream.range(0, rows).parallel().forEach(r -> {
                int row = rowNodes[r];
                for (int c = 0; c < columns; c++) {
                    int column = columnNodes[c];
                    int at = row * across + column;
                    int to = r * columns + c;
                    double x = -projection.halfX() + column * stepX;
                    double y = -projection.halfY() + row * stepY;
                    float z = heights[at];
                    sx[to] = (float) projection.px(x, y);
                    sy[to] = (float) projection.py(x, y, z);
                    sd[to] = (float) projection.depth(x, y, z);
                    tone[to] = brightness[at];
                    rise[to] = z;
                    double dx = slope(heights, at, column > 0 ? 1 : 0, column < across - 1 ? 1 : 0, 1) / stepX;
                    double dy = slope(heights, at, row > 0 ? 1 : 0, row < field.rows() - 1 ? 1 : 0, across) / stepY;
                    double shine = (lz - dx * lx - dy * ly) / (norm * Math.sqrt(1 + dx * dx + dy * dy));
                    light[to] = (float) (0.2 + 0.74 * Math.max(0, 0.5 + 0.5 * shine) * Math.max(0, 0.5 + 0.5 * shine));
                }
            });
        }

        private static double slope(float[] heights, int at, int back, int on, int stride) {
            double here = heights[at];
            double before = heights[at - back * stride];
            double after = heights[at + on * stride];
            before = Double.isNaN(before) ? here : before;
            after = Double.isNaN(after) ? here : after;
            return (after - before) / Math.max(1, back + on);
        }

        void band(int band) {
            int top = high * band / BANDS;
            int bottom = high * (band + 1) / BANDS;
            Arrays.fill(depths, top * wide, bottom * wide, NOTHING);
            floor(top, bottom);
            for (int r = 0; r + 1 < rows; r++) {
                for (int c = 0; c + 1 < columns; c++) {
                    int a = r * columns + c;
                    int b = a + columns;
                    triangle(a, a + 1, b + 1, top, bottom);
                    triangle(a, b + 1, b, top, bottom);
                }
            }
        }

        /// The map that lies under the solid.
        private void floor(int top, int bottom) {
            BufferedImage map = relief.dress(theme).floor();
            int[] texture = ((DataBufferInt) map.getRaster().getDataBuffer()).getData();
            int side = map.getWidth();
            for (int y = top; y < bottom; y++) {
                var from = projection.at(0.5, y + 0.5, Projection.FLOOR);
                var next = projection.at(1.5, y + 0.5, Projection.FLOOR);
                double u = (from.getX() / projection.halfX() + 1) / 2 * side;
                double v = (1 - from.getY() / projection.halfY()) / 2 * side;
                double du = (next.getX() - from.getX()) / projection.halfX() / 2 * side;
                double dv = -(next.getY() - from.getY()) / projection.halfY() / 2 * side;
                int first = (int) Math.ceil(Math.max(0, Math.max(entry(u, du, side), entry(v, dv, side))));
                int last = (int) Math.floor(Math.min(wide - 1.0, Math.min(leave(u, du, side), leave(v, dv, side))));
                for (int x = first; x <= last; x++) {
                    int tx = Math.clamp((int) (u + x * du), 0, side - 1);
                    int ty = Math.clamp((int) (v + x * dv), 0, side - 1);
                    pixels[y * wide + x] = mix(texture[ty * side + tx], theme.panel().getRGB(), (float) FLOOR_COVER);
                }
            }
        }

        private static double entry(double at, double step, double side) {
            return step == 0
                    ? (at >= 0 && at < side ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                    : Math.min(-at / step, (side - 1e-6 - at) / step);
        }

        private static double leave(double at, double step, double side) {
            return step == 0
                    ? (at >= 0 && at < side ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY)
                    : Math.max(-at / step, (side - 1e-6 - at) / step);
        }

        private static int mix(int over, int under, float cover) {
            int share = (int) (cover * 256);
            int rest = 256 - share;
            int rb = ((over & 0xff00ff) * share + (under & 0xff00ff) * rest) >>> 8 & 0xff00ff;
            int g = ((over & 0xff00) * share + (under & 0xff00) * rest) >>> 8 & 0xff00;
            return 0xff000000 | rb | g;
        }

        /// Fills the pixels whose middle lies in a triangle.
        private void triangle(int a, int b, int c, int top, int bottom) {
            float y0 = Math.min(sy[a], Math.min(sy[b], sy[c]));
            float y1 = Math.max(sy[a], Math.max(sy[b], sy[c]));
            if (!(y1 >= top && y0 < bottom)) {
                return;
            }
            float x0 = Math.min(sx[a], Math.min(sx[b], sx[c]));
            float x1 = Math.max(sx[a], Math.max(sx[b], sx[c]));
            float ux = sx[b] - sx[a];
            float uy = sy[b] - sy[a];
            float vx = sx[c] - sx[a];
            float vy = sy[c] - sy[a];
            float area = ux * vy - uy * vx;
            if (!(Math.abs(area) > 1e-4f) || x1 < 0 || x0 > wide) {
                return; // edge-on, beside the picture, or a hole
            }
            float limit = cut ? (float) Projection.TOP : Float.POSITIVE_INFINITY;
            if (cut && rise[a] > limit && rise[b] > limit && rise[c] > limit) {
                return;
            }
            boolean back = area > 0;
            float inverse = 1 / area;
            float toneX = ((tone[b] - tone[a]) * vy - (tone[c] - tone[a]) * uy) * inverse;
            float toneY = ((tone[c] - tone[a]) * ux - (tone[b] - tone[a]) * vx) * inverse;
            float depthX = ((sd[b] - sd[a]) * vy - (sd[c] - sd[a]) * uy) * inverse;
            float depthY = ((sd[c] - sd[a]) * ux - (sd[b] - sd[a]) * vx) * inverse;
            float lightX = ((light[b] - light[a]) * vy - (light[c] - light[a]) * uy) * inverse;
            float lightY = ((light[c] - light[a]) * ux - (light[b] - light[a]) * vx) * inverse;
            boolean crossing = cut && Math.max(rise[a], Math.max(rise[b], rise[c])) > limit * (1 - CUT_BAND);
            float riseX = crossing ? ((rise[b] - rise[a]) * vy - (rise[c] - rise[a]) * uy) * inverse : 0;
            float riseY = crossing ? ((rise[c] - rise[a]) * ux - (rise[b] - rise[a]) * vx) * inverse : 0;
            float levelX = toneX * levelsPerTone;
            float steep = (float) Math.hypot(levelX, toneY * levelsPerTone);
            float reach = steep > 0 && steep < 0.6f ? 0.5f * (samples + 1) * steep : 0;
            float perLevel = reach > 0 ? 1 / steep : 0;
            int from = Math.max(top, (int) Math.ceil(y0 - 0.5f));
            int to = Math.min(bottom - 1, (int) Math.floor(y1 - 0.5f));
            for (int y = from; y <= to; y++) {
                float py = y + 0.5f;
                float left = x0;
                float right = x1;
                for (int edge = 0; edge < 3; edge++) {
                    int p = edge == 0 ? a : edge == 1 ? b : c;
                    int q = edge == 0 ? b : edge == 1 ? c : a;
                    float dy = sy[q] - sy[p];
                    if (dy != 0) {
                        float x = sx[p] + (py - sy[p]) * (sx[q] - sx[p]) / dy;
                        if (dy > 0 == back) {
                            right = Math.min(right, x);
                        } else {
                            left = Math.max(left, x);
                        }
                    }
                }
                int first = Math.max(0, (int) Math.ceil(left - 0.503f));
                int last = Math.min(wide - 1, (int) Math.floor(right - 0.497f));
                float ex = first + 0.5f - sx[a];
                float ey = py - sy[a];
                float t = tone[a] + ex * toneX + ey * toneY;
                float d = sd[a] + ex * depthX + ey * depthY;
                float l = light[a] + ex * lightX + ey * lightY;
                float h = crossing ? rise[a] + ex * riseX + ey * riseY : 0;
                int at = y * wide + first;
                for (int x = first; x <= last; x++, at++) {
                    if (d < depths[at] && h <= limit) {
                        depths[at] = d;
                        int shade = Math.clamp((int) (t * (SHADES - 1) + 0.5f), 0, SHADES - 1);
                        int lit = Math.clamp((int) (l * (LIGHTS - 1) + 0.5f), 0, LIGHTS - 1);
                        int colour = palette[lit * SHADES + shade];
                        if (reach > 0) {
                            float level = (t - firstLevel) * levelsPerTone;
                            float off = Math.abs(level - Math.round(level));
                            if (off < reach) {
                                float cover = Math.min(1, (reach - off) * perLevel);
                                colour = mix(ink, colour, inkCover * cover);
                            }
                        }
                        if (crossing && h > limit * (1 - CUT_BAND)) {
                            colour = hatched(x, y, colour, h > limit * 0.994f);
                        }
                        pixels[at] = back ? mix(backInk, colour, 0.16f) : colour;
                    }
                    t += toneX;
                    d += depthX;
                    l += lightX;
                    h += riseX;
                }
            }
        }

        private int hatched(int x, int y, int colour, boolean rim) {
            if (rim) {
                return mix(backInk, colour, 0.55f);
            }
            int phase = Math.floorMod(x + y, 7 * samples);
            return phase < 3 * samples ? mix(hatchInk, colour, 0.72f) : colour;
        }
    }
}
