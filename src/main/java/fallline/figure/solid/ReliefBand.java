package fallline.figure.solid;

/// Fills the triangles of a mesh in a horizontal band of a picture.
///
/// Two triangles a cell are filled line by line; because rays are parallel, depth, brightness, light and height change
/// evenly over a triangle's pixels, so that each costs one addition a pixel. A contour line is where the brightness,
/// counted in levels, is within half a pixel of a whole number; how much it changes within a pixel is known for each
/// triangle, and so is whether it has a line at all. The nearest cells come first, so that what they hide costs a
/// comparison.
final class ReliefBand {
    private static final float CUT_BAND = 0.05f;
    private static final float RIM = 0.994f;

    /// Neighbours overlap by this much of a pixel, so that rounding leaves no gap between them.
    private static final float OVERLAP = 0.003f;

    /// Lines that stand closer than this, in levels for a pixel of the figure, would only be noise.
    private static final float CLOSEST = 1.2f;

    /// Makes levels positive, so that casting rounds them down.
    private static final float POSITIVE = 4096;

    private final ReliefMesh mesh;
    private final ReliefSkin skin;
    private final int wide;
    private final int top;
    private final int bottom;
    private final float unit;
    private final int[] pixels;
    private final float[] depths;

    // the triangle that is being filled: numbers at its corner a, and how they change across and down
    private boolean back;
    private float tone;
    private float toneX;
    private float toneY;
    private float depth;
    private float depthX;
    private float depthY;
    private float light;
    private float lightX;
    private float lightY;
    private boolean crossing;
    private float rise;
    private float riseX;
    private float riseY;
    private float reach;
    private float perLevel;

    /// @param wide pixels in a row
    /// @param top the first row of the band
    /// @param bottom the first row below it
    /// @param unit how many of these pixels are as long as one pixel of the figure: lines and hatches scale with it
    ReliefBand(
            ReliefMesh mesh, ReliefSkin skin, int wide, int top, int bottom, float unit, int[] pixels, float[] depths) {
        this.mesh = mesh;
        this.skin = skin;
        this.wide = wide;
        this.top = top;
        this.bottom = bottom;
        this.unit = unit;
        this.pixels = pixels;
        this.depths = depths;
    }

    void paint() {
        int columns = mesh.columns;
        for (int i = 0; i + 1 < mesh.rows; i++) {
            int row = mesh.lastRowNearest ? mesh.rows - 2 - i : i;
            for (int j = 0; j + 1 < columns; j++) {
                int a = row * columns + (mesh.lastColumnNearest ? columns - 2 - j : j);
                int b = a + columns;
                triangle(a, a + 1, b + 1);
                triangle(a, b + 1, b);
            }
        }
    }

    /// Fills the pixels whose middle lies in a triangle.
    private void triangle(int a, int b, int c) {
        float[] sy = mesh.y;
        float ya = sy[a];
        float yb = sy[b];
        float yc = sy[c];
        float high = Math.min(ya, Math.min(yb, yc));
        float low = Math.max(ya, Math.max(yb, yc));
        int from = Math.max(top, (int) Math.ceil(high - 0.5f));
        int to = Math.min(bottom - 1, (int) Math.floor(low - 0.5f));
        if (from > to || !(low >= high)) {
            return; // in another band, or a hole
        }
        float[] sx = mesh.x;
        float xa = sx[a];
        float ux = sx[b] - xa;
        float uy = yb - ya;
        float vx = sx[c] - xa;
        float vy = yc - ya;
        float area = ux * vy - uy * vx;
        if (!(Math.abs(area) > 1e-4f) || outside(a, b, c)) {
            return;
        }
        slopes(a, b, c, ux, uy, vx, vy, 1 / area);
        back = area > 0;
        // the sides as lines x = at + y·by; a level one bounds nothing
        float abBy = uy == 0 ? 0 : ux / uy;
        float acBy = vy == 0 ? 0 : vx / vy;
        float wy = vy - uy;
        float bcBy = wy == 0 ? 0 : (vx - ux) / wy;
        boolean abRight = uy > 0 == back;
        boolean bcRight = wy > 0 == back;
        boolean caRight = vy < 0 == back;
        float least = Math.min(0, Math.min(ux, vx));
        float most = Math.max(0, Math.max(ux, vx));
        for (int y = from; y <= to; y++) {
            float dy = y + 0.5f - ya;
            float left = least;
            float right = most;
            if (uy != 0) {
                float x = dy * abBy;
                left = abRight ? left : Math.max(left, x);
                right = abRight ? Math.min(right, x) : right;
            }
            if (vy != 0) {
                float x = dy * acBy;
                left = caRight ? left : Math.max(left, x);
                right = caRight ? Math.min(right, x) : right;
            }
            if (wy != 0) {
                float x = ux + (dy - uy) * bcBy;
                left = bcRight ? left : Math.max(left, x);
                right = bcRight ? Math.min(right, x) : right;
            }
            int first = Math.max(0, (int) Math.ceil(xa + left - 0.5f - OVERLAP));
            int last = Math.min(wide - 1, (int) Math.floor(xa + right - 0.5f + OVERLAP));
            if (first <= last) {
                float dx = first + 0.5f - xa;
                if (reach > 0 || crossing || back) {
                    adorned(y, first, last, dx, dy);
                } else {
                    plain(y * wide + first, y * wide + last, dx, dy);
                }
            }
        }
    }

    private boolean outside(int a, int b, int c) {
        float[] h = mesh.rise;
        return (h[a] > skin.top() && h[b] > skin.top() && h[c] > skin.top())
                || (h[a] < skin.bottom() && h[b] < skin.bottom() && h[c] < skin.bottom());
    }

    private void slopes(int a, int b, int c, float ux, float uy, float vx, float vy, float inverse) {
        float rightU = vy * inverse;
        float rightV = -uy * inverse;
        float downU = -vx * inverse;
        float downV = ux * inverse;
        float[] of = mesh.depth;
        depth = of[a];
        float u = of[b] - depth;
        float v = of[c] - depth;
        depthX = u * rightU + v * rightV;
        depthY = u * downU + v * downV;
        of = mesh.light;
        light = of[a];
        u = of[b] - light;
        v = of[c] - light;
        lightX = u * rightU + v * rightV;
        lightY = u * downU + v * downV;
        of = mesh.tone;
        tone = of[a];
        u = of[b] - tone;
        v = of[c] - tone;
        toneX = u * rightU + v * rightV;
        toneY = u * downU + v * downV;
        lines(u, v);
        of = mesh.rise;
        float least = Math.min(of[a], Math.min(of[b], of[c]));
        float most = Math.max(of[a], Math.max(of[b], of[c]));
        crossing = most > skin.top() * (1 - CUT_BAND) || least < skin.bottom();
        if (crossing) {
            rise = of[a];
            u = of[b] - rise;
            v = of[c] - rise;
            riseX = u * rightU + v * rightV;
            riseY = u * downU + v * downV;
        }
    }

    /// Whether a line runs through the triangle, or near enough for half its width.
    private void lines(float u, float v) {
        float per = skin.levelsPerTone();
        float steep = (float) Math.sqrt(toneX * toneX + toneY * toneY) * Math.abs(per);
        reach = 0;
        if (steep > 0 && steep * unit < CLOSEST) {
            float half = 0.5f * (unit + 1) * steep;
            float level = (tone - skin.firstLevel()) * per + POSITIVE;
            float least = level + Math.min(0, Math.min(u * per, v * per)) - half;
            float most = level + Math.max(0, Math.max(u * per, v * per)) + half;
            if ((int) most > (int) least) {
                reach = half;
                perLevel = 1 / steep;
            }
        }
    }

    /// One line of a triangle without lines, seen from above.
    private void plain(int first, int last, float dx, float dy) {
        float scaleT = ReliefColours.SHADES - 1;
        float scaleL = ReliefColours.LIGHTS - 1;
        float d = depth + dx * depthX + dy * depthY;
        float t = (tone + dx * toneX + dy * toneY) * scaleT + 0.5f;
        float l = (light + dx * lightX + dy * lightY) * scaleL + 0.5f;
        float stepT = toneX * scaleT;
        float stepL = lightX * scaleL;
        int[] palette = skin.palette();
        for (int at = first; at <= last; at++) {
            if (d < depths[at]) {
                depths[at] = d;
                pixels[at] = palette[shade(t, l)];
            }
            d += depthX;
            t += stepT;
            l += stepL;
        }
    }

    private static int shade(float t, float l) {
        int shade = Math.max(0, Math.min((int) t, ReliefColours.SHADES - 1));
        int lit = Math.max(0, Math.min((int) l, ReliefColours.LIGHTS - 1));
        return lit * ReliefColours.SHADES + shade;
    }

    /// One line of a triangle that has contour lines, is cut off, or is seen from below.
    private void adorned(int y, int first, int last, float dx, float dy) {
        float d = depth + dx * depthX + dy * depthY;
        float t = tone + dx * toneX + dy * toneY;
        float l = light + dx * lightX + dy * lightY;
        float h = crossing ? rise + dx * riseX + dy * riseY : 0;
        float lowest = crossing ? skin.bottom() : Float.NEGATIVE_INFINITY;
        for (int x = first; x <= last; x++) {
            int at = y * wide + x;
            if (d < depths[at] && h <= skin.top() && h >= lowest) {
                depths[at] = d;
                int colour = skin.palette()[
                        shade(t * (ReliefColours.SHADES - 1) + 0.5f, l * (ReliefColours.LIGHTS - 1) + 0.5f)];
                if (reach > 0) {
                    colour = lined(t, colour);
                }
                if (crossing && skin.hatched() && h > skin.top() * (1 - CUT_BAND)) {
                    colour = hatched(x, y, colour, h > skin.top() * RIM);
                }
                pixels[at] = back ? ReliefColours.mix(skin.edge(), colour, 0.16f) : colour;
            }
            d += depthX;
            t += toneX;
            l += lightX;
            h += riseX;
        }
    }

    private int lined(float t, int colour) {
        float level = (t - skin.firstLevel()) * skin.levelsPerTone() + POSITIVE;
        float off = Math.abs(level - (int) (level + 0.5f));
        return off < reach
                ? ReliefColours.mix(skin.ink(), colour, skin.inkCover() * Math.min(1, (reach - off) * perLevel))
                : colour;
    }

    private int hatched(int x, int y, int colour, boolean rim) {
        if (rim) {
            return ReliefColours.mix(skin.edge(), colour, 0.55f);
        }
        return (x + y) % (7 * unit) < 3 * unit ? ReliefColours.mix(skin.hatch(), colour, 0.72f) : colour;
    }
}
