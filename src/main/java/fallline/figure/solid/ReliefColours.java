package fallline.figure.solid;

import fallline.figure.paint.ColourMap;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Theme;
import java.awt.Color;
import java.util.Arrays;

/// The colours of a solid: every shade in every light, one table that a painter of pixels looks them up in.
public final class ReliefColours {
    static final int LIGHTS = 64;
    static final int SHADES = 512;

    /// A colour in this light is as bright as it is on a map.
    private static final double FULL = 0.72;

    private ReliefColours() {}

    /// The colour of the solid at a place of the map, before light falls on it: a little stronger than on the map.
    public static Color base(ColourMap colours, double place, Theme theme) {
        return Contrast.blend(new Color(colours.rgb(place)), theme.panel(), Math.min(1, theme.mapOpacity() + 0.16));
    }

    /// A colour in the light, 0 (in the shade, half black) … 1 (shining).
    public static Color lit(Color base, double strength) {
        return strength < FULL
                ? Contrast.blend(base, Color.BLACK, 0.5 + 0.5 * strength / FULL)
                : Contrast.blend(Color.WHITE, base, 0.5 * (strength - FULL));
    }

    /// Every shade of the map in every light.
    static int[] palette(ColourMap colours, Theme theme) {
        int[] palette = new int[LIGHTS * SHADES];
        for (int s = 0; s < SHADES; s++) {
            shade(palette, s, base(colours, s / (SHADES - 1.0), theme));
        }
        return palette;
    }

    /// One colour, whatever the height, in every light.
    static int[] palette(Color colour) {
        int[] palette = new int[LIGHTS * SHADES];
        shade(palette, 0, colour);
        for (int l = 0; l < LIGHTS; l++) {
            Arrays.fill(palette, l * SHADES + 1, (l + 1) * SHADES, palette[l * SHADES]);
        }
        return palette;
    }

    private static void shade(int[] palette, int s, Color base) {
        for (int l = 0; l < LIGHTS; l++) {
            palette[l * SHADES + s] = lit(base, l / (LIGHTS - 1.0)).getRGB();
        }
    }

    /// An opaque colour painted on another with this cover, 0 … 1.
    static int mix(int over, int under, float cover) {
        int share = (int) (cover * 256);
        int rest = 256 - share;
        int rb = ((over & 0xff00ff) * share + (under & 0xff00ff) * rest) >>> 8 & 0xff00ff;
        int g = ((over & 0xff00) * share + (under & 0xff00) * rest) >>> 8 & 0xff00;
        return 0xff000000 | rb | g;
    }
}
