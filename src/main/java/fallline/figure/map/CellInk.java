package fallline.figure.map;

import fallline.figure.paint.ColourMap;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Theme;
import java.awt.Color;

/// The colours of cells. Hues are told apart by every kind of colour vision together with their numbers on the map, and
/// all of one tone are equally light, so that lightness means the same everywhere.
///
/// Colours are made in OKLCH (B. Ottosson, "A perceptual color space for image processing", 2020).
public final class CellInk {
    /// How many hues there are.
    public static final int HUES = 8;

    private static final double[] DEGREES = {255, 62, 165, 345, 105, 300, 30, 215};

    /// Lightness, chroma and hue of the words, in the order of their places.
    private static final double[][] WORDS = {
        {0.83, 0.115, 165},
        {0.88, 0.07, 222},
        {0.64, 0.115, 252},
        {0.52, 0.03, 250},
        {0.73, 0.03, 230},
        {0.89, 0.125, 102},
        {0.75, 0.145, 60},
        {0.70, 0.13, 345},
        {0.50, 0.15, 345},
        {0.60, 0.10, 305},
        {0.78, 0.06, 305}
    };

    private CellInk() {}

    /// A minimum's hue at a tone of 0 (dark, slow) … 1 (light, fast); grey for −1.
    public static Color hued(int hue, double tone) {
        double t = Math.clamp(tone, 0.0, 1.0);
        double middle = 1 - 0.6 * (2 * t - 1) * (2 * t - 1);
        return oklch(0.33 + 0.57 * t, hue < 0 ? 0 : 0.135 * middle, DEGREES[Math.floorMod(hue, HUES)]);
    }

    /// The colour of the word at a place.
    public static Color word(int place) {
        double[] colour = WORDS[Math.floorMod(place, WORDS.length)];
        return oklch(colour[0], colour[1], colour[2]);
    }

    /// The colour of a cell that has one.
    static Color colour(CellField.Kind kind, int hue, double tone, ColourMap map, Theme theme) {
        return switch (kind) {
            case TONE -> theme.muted(new Color(map.rgb(tone)));
            case HUED -> theme.muted(hued(hue, tone));
            case WORD -> theme.muted(word(hue));
            case UNKNOWN -> unknown(theme);
            case HATCHED, RISING, UNREACHED, CLEAR -> theme.panel();
        };
    }

    /// Of what is not computed yet.
    static Color unknown(Theme theme) {
        return Contrast.blend(theme.muted(), theme.panel(), 0.22);
    }

    /// How strongly the pattern of a kind covers its ground at a pixel, 0 … 1.
    ///
    /// @param scale pixels of the device for one of the figure
    static double cover(CellField.Kind kind, int px, int py, double scale) {
        return switch (kind) {
            case HATCHED -> stripe(px + py, 6.5, 1.25, scale);
            case RISING -> 0.62 * stripe(px - py, 9, 1, scale);
            case UNREACHED -> dot(px / scale, py / scale);
            default -> 0;
        };
    }

    private static double stripe(int along, double pitch, double width, double scale) {
        double phase = Math.abs(mod(along / (Math.sqrt(2) * scale), pitch) - pitch / 2);
        return Math.clamp((width / 2 - phase) * scale + 0.5, 0.0, 1.0);
    }

    private static double dot(double x, double y) {
        double pitch = 6;
        double row = Math.floor(y / pitch);
        double dx = mod(x + (mod(row, 2) == 0 ? 0 : pitch / 2), pitch) - pitch / 2;
        double dy = mod(y, pitch) - pitch / 2;
        return Math.clamp(1.5 * (1.05 - Math.hypot(dx, dy)), 0.0, 0.75);
    }

    private static double mod(double value, double by) {
        return value - by * Math.floor(value / by);
    }

    /// The colour of lightness 0 … 1, chroma and hue, as near as sRGB has it.
    static Color oklch(double lightness, double chroma, double degrees) {
        double angle = StrictMath.toRadians(degrees);
        double a = chroma * StrictMath.cos(angle);
        double b = chroma * StrictMath.sin(angle);
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new Color(
                channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static int channel(double linear) {
        double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055;
        return (int) StrictMath.rint(255 * Math.clamp(value, 0.0, 1.0));
    }
}
