package fallline.figure.paint;

import java.awt.Color;

/// Contrast between colours as WCAG 2.2 measures it (relative luminance in sRGB, success criterion 1.4.3).
public final class Contrast {
    private Contrast() {}

    /// The ratio (lighter + 0.05) / (darker + 0.05) of the two relative luminances, 1 … 21. Both colours are opaque.
    public static double between(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    /// 0.2126 R + 0.7152 G + 0.0722 B of the linearised channels.
    static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(int channel) {
        double v = channel / 255.0;
        return v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
    }

    /// `over` with this opacity painted on `under`.
    public static Color blend(Color over, Color under, double opacity) {
        return new Color(
                mix(over.getRed(), under.getRed(), opacity),
                mix(over.getGreen(), under.getGreen(), opacity),
                mix(over.getBlue(), under.getBlue(), opacity));
    }

    private static int mix(int over, int under, double opacity) {
        return (int) StrictMath.rint(over * opacity + under * (1 - opacity));
    }

    /// `colour`, moved towards black or white (whichever is away from `ground`) just as far as the ratio asks.
    public static Color ensured(Color colour, Color ground, double ratio) {
        Color away = luminance(ground) > 0.18 ? Color.BLACK : Color.WHITE;
        Color result = colour;
        for (int step = 1; step <= 50 && between(result, ground) < ratio; step++) {
            result = blend(away, colour, step / 50.0);
        }
        return result;
    }

    public static Color alpha(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) StrictMath.rint(opacity * 255));
    }
}
