package fallline.figure.solid;

/// Paints pieces of rows of a flat facet of a solid, into pixels and depths.
///
/// Because rays are parallel, depth, brightness, light and height change evenly over a facet's pixels, so that each
/// costs one addition a pixel. A contour line is where the brightness, counted in levels, is within half a pixel of a
/// whole number; how much it changes within a pixel is known for each facet, and so is whether it has a line at all.
final class ReliefPen {
    private static final float CUT_BAND = 0.05f;
    private static final float RIM = 0.994f;

    /// Lines that stand closer than this, in levels for a pixel of the figure, would only be noise.
    private static final float CLOSEST = 1.2f;

    /// Makes levels positive, so that casting rounds them down.
    private static final float POSITIVE = 4096;

    /// The sum of two sides is no shorter than the third, rounded or not.
    private static final float AMPLE = 1.0001f;

    /// What nobody sees of a facet that is not quite flat: in shades, in lights, in units of the box, and in pixels by
    /// which a line is moved.
    private static final float SAME_SHADE = 1;

    private static final float SAME_LIGHT = 0.5f;
    private static final float SAME_DEPTH = 0.003f;
    private static final float SAME_PLACE = 0.25f;

    private static final int BITS = 16;
    private static final int FIXED = 1 << BITS;

    private final ReliefMesh mesh;
    private final ReliefSkin skin;
    private final int wide;
    private final float unit;
    private final int[] pixels;
    private final float[] depths;
    private final boolean draft;
    private final boolean cut;

    // the facet: numbers at its origin, and how they change across and down
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
    /// @param unit how many of these pixels are as long as one pixel of the figure: lines and hatches scale with it
    /// @param draft whether a colour may be a shade off
    ReliefPen(ReliefMesh mesh, ReliefSkin skin, int wide, float unit, int[] pixels, float[] depths, boolean draft) {
        this.mesh = mesh;
        this.skin = skin;
        this.wide = wide;
        this.unit = unit;
        this.pixels = pixels;
        this.depths = depths;
        this.draft = draft;
        cut = skin.top() < Float.POSITIVE_INFINITY || skin.bottom() > Float.NEGATIVE_INFINITY;
    }

    /// Whether a triangle lies where the solid is cut off.
    boolean outside(int a, int b, int c) {
        float[] h = mesh.rise;
        return cut
                && ((h[a] > skin.top() && h[b] > skin.top() && h[c] > skin.top())
                        || (h[a] < skin.bottom() && h[b] < skin.bottom() && h[c] < skin.bottom()));
    }

    /// Takes up a triangle, with its origin at the node a.
    ///
    /// @param ux from a to b in pixels, and so on
    /// @param area ux · vy − uy · vx, above 0 if it is seen from below
    void triangle(int a, int b, int c, float ux, float uy, float vx, float vy, float area) {
        back = area > 0;
        float inverse = 1 / area;
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
        float per = skin.levelsPerTone();
        lines(tone, Math.min(0, Math.min(u * per, v * per)), Math.max(0, Math.max(u * per, v * per)));
        crossing = false;
        if (cut) {
            of = mesh.rise;
            float least = Math.min(of[a], Math.min(of[b], of[c]));
            float most = Math.max(of[a], Math.max(of[b], of[c]));
            crossing = most > skin.top() * (1 - CUT_BAND) || least < skin.bottom();
            rise = of[a];
            u = of[b] - rise;
            v = of[c] - rise;
            riseX = u * rightU + v * rightV;
            riseY = u * downU + v * downV;
        }
    }

    /// Takes up a facet of four nodes, in turn around it, with its origin in their middle; false, if somebody could see
    /// that the four do not lie in one plane, or if it is to be cut off.
    ///
    /// @param ux from the sides of a and d to those of b and c in pixels, on average, and so on
    /// @param bend how far the pixels of a and c together lie below those of b and d
    boolean four(int a, int b, int c, int d, float ux, float uy, float vx, float vy, float bend) {
        float area = ux * vy - uy * vx;
        back = area > 0;
        float inverse = 1 / area;
        float rightU = vy * inverse;
        float rightV = -uy * inverse;
        float downU = -vx * inverse;
        float downV = ux * inverse;
        float[] of = mesh.depth;
        float u = (of[b] - of[a] + of[c] - of[d]) / 2;
        float v = (of[d] - of[a] + of[c] - of[b]) / 2;
        depth = (of[a] + of[b] + of[c] + of[d]) / 4;
        depthX = u * rightU + v * rightV;
        depthY = u * downU + v * downV;
        if (!(Math.abs(of[a] - of[b] + of[c] - of[d] - depthY * bend) < 4 * SAME_DEPTH)) {
            return false;
        }
        of = mesh.light;
        u = (of[b] - of[a] + of[c] - of[d]) / 2;
        v = (of[d] - of[a] + of[c] - of[b]) / 2;
        light = (of[a] + of[b] + of[c] + of[d]) / 4;
        lightX = u * rightU + v * rightV;
        lightY = u * downU + v * downV;
        if (!(Math.abs(of[a] - of[b] + of[c] - of[d] - lightY * bend) * ReliefColours.LIGHTS < 4 * SAME_LIGHT)) {
            return false;
        }
        of = mesh.tone;
        u = (of[b] - of[a] + of[c] - of[d]) / 2;
        v = (of[d] - of[a] + of[c] - of[b]) / 2;
        tone = (of[a] + of[b] + of[c] + of[d]) / 4;
        toneX = u * rightU + v * rightV;
        toneY = u * downU + v * downV;
        float off = Math.abs(of[a] - of[b] + of[c] - of[d] - toneY * bend);
        if (!(off * ReliefColours.SHADES < 4 * SAME_SHADE)) {
            return false;
        }
        float half = (Math.abs(u) + Math.abs(v)) / 2 * Math.abs(skin.levelsPerTone());
        lines(tone, -half, half);
        if (reach > 0 && !(off * Math.abs(skin.levelsPerTone()) * perLevel < 4 * SAME_PLACE)) {
            return false;
        }
        crossing = false;
        return !cut || (isWhole(a) && isWhole(b) && isWhole(c) && isWhole(d));
    }

    private boolean isWhole(int node) {
        return mesh.rise[node] <= skin.top() * (1 - CUT_BAND) && mesh.rise[node] >= skin.bottom();
    }

    /// Whether a line runs through the facet, or near enough for half its width.
    ///
    /// @param from the brightness at a place of it
    /// @param lower by how many levels others are less, 0 or below, and greater
    private void lines(float from, float lower, float upper) {
        float per = skin.levelsPerTone();
        reach = 0;
        float level = (from - skin.firstLevel()) * per + POSITIVE;
        float most = 0.5f * (unit + 1) * (Math.abs(toneX) + Math.abs(toneY)) * Math.abs(per) * AMPLE;
        if (!((int) (level + upper + most) > (int) (level + lower - most))) {
            return; // which is usual, and known without a root
        }
        float steep = (float) Math.sqrt(toneX * toneX + toneY * toneY) * Math.abs(per);
        if (steep > 0 && steep * unit < CLOSEST) {
            float half = 0.5f * (unit + 1) * steep;
            if ((int) (level + upper + half) > (int) (level + lower - half)) {
                reach = half;
                perLevel = 1 / steep;
            }
        }
    }

    /// Paints from one pixel of a row to another where nothing is nearer.
    ///
    /// @param dx from the facet's origin to the middle of the first pixel
    void row(int y, int first, int last, float dx, float dy) {
        if (reach > 0 || crossing || back) {
            adorned(y, first, last, dx, dy);
        } else if (!draft || !swift(y * wide + first, y * wide + last, dx, dy)) {
            plain(y * wide + first, y * wide + last, dx, dy);
        }
    }

    /// The same as [#plain] in whole numbers, by which a colour may be a shade off; false where an end of the row
    /// has no colour.
    private boolean swift(int first, int last, float dx, float dy) {
        float d = depth + dx * depthX + dy * depthY;
        int t = (int) (((tone + dx * toneX + dy * toneY) * (ReliefColours.SHADES - 1) + 0.5f) * FIXED);
        int l = (int) (((light + dx * lightX + dy * lightY) * (ReliefColours.LIGHTS - 1) + 0.5f) * FIXED);
        int stepT = (int) (toneX * (ReliefColours.SHADES - 1) * FIXED);
        int stepL = (int) (lightX * (ReliefColours.LIGHTS - 1) * FIXED);
        long endT = t + (long) (last - first) * stepT;
        long endL = l + (long) (last - first) * stepL;
        if (Math.min(Math.min(t, endT), Math.min(l, endL)) < 0
                || Math.max(t, endT) >= ReliefColours.SHADES * FIXED
                || Math.max(l, endL) >= ReliefColours.LIGHTS * FIXED) {
            return false;
        }
        int[] palette = skin.palette();
        for (int at = first; at <= last; at++) {
            if (d < depths[at]) {
                depths[at] = d;
                pixels[at] = palette[(l >> BITS) * ReliefColours.SHADES + (t >> BITS)];
            }
            d += depthX;
            t += stepT;
            l += stepL;
        }
        return true;
    }

    /// One row of a facet without lines, seen from above.
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

    /// One row of a facet that has contour lines, is cut off, or is seen from below.
    private void adorned(int y, int first, int last, float dx, float dy) {
        float d = depth + dx * depthX + dy * depthY;
        float t = tone + dx * toneX + dy * toneY;
        float l = light + dx * lightX + dy * lightY;
        float h = crossing ? rise + dx * riseX + dy * riseY : 0;
        float stepH = crossing ? riseX : 0;
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
            h += stepH;
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
