package fallline.figure.paint;

import java.awt.Color;
import java.util.List;

/// How one run is told from the others: by colour, by dash and by marker, so that grey is enough.
///
/// The colours are those of Okabe & Ito, "Color Universal Design" (2008); on a dark ground the darker ones are
/// lightened. A casing under every path, white or near-black, contrasts with its colour by 4.8 : 1 or more, and so one
/// of the two always stands out from whatever a colour map paints.
///
/// @param name of the colour, for lists that are read aloud
/// @param onLight the colour on a light ground
/// @param onDark the colour on a dark ground
/// @param dash lengths on and off in units of the line's width; empty for a solid line
/// @param marker the shape at the head of the path
public record RunStyle(String name, Color onLight, Color onDark, List<Float> dash, Marker marker) {
    /// The darker casing.
    static final Color NEAR_BLACK = new Color(0x05070a);

    private static final List<RunStyle> ALL = List.of(
            style("blue", 0x0072b2, 0x4aa8e8, Marker.CIRCLE),
            style("vermilion", 0xd55e00, 0xf0782a, Marker.SQUARE, 3.4f, 1.9f),
            style("green", 0x009e73, 0x1fc295, Marker.TRIANGLE, 0.9f, 1.7f),
            style("purple", 0xcc79a7, 0xdd93bd, Marker.DIAMOND, 4.5f, 1.6f, 0.9f, 1.6f),
            style("orange", 0xe69f00, 0xf0ad1e, Marker.TRIANGLE_DOWN, 6.5f, 2.2f),
            style("sky blue", 0x56b4e9, 0xa3d8f5, Marker.PENTAGON, 4.5f, 1.6f, 0.9f, 1.6f, 0.9f, 1.6f),
            style("black", 0x24292f, 0xdde3ea, Marker.PLUS, 2f, 1.6f),
            style("yellow", 0xf0e442, 0xf0e442, Marker.CROSS, 6.5f, 1.6f, 2f, 1.6f));

    public RunStyle {
        dash = List.copyOf(dash);
    }

    private static RunStyle style(String name, int onLight, int onDark, Marker marker, Float... dash) {
        return new RunStyle(name, new Color(onLight), new Color(onDark), List.of(dash), marker);
    }

    /// The styles, most distinct first.
    public static List<RunStyle> all() {
        return ALL;
    }

    /// The style of the run at this place of the list; from the ninth on they repeat.
    public static RunStyle of(int index) {
        return ALL.get(Math.floorMod(index, ALL.size()));
    }

    /// The colour of the path.
    public Color core(Theme theme) {
        return theme.dark() ? onDark : onLight;
    }

    /// The colour under the path: white or near-black, whichever contrasts more with the core.
    public Color casing(Theme theme) {
        Color core = core(theme);
        return Contrast.between(core, Color.WHITE) > Contrast.between(core, NEAR_BLACK) ? Color.WHITE : NEAR_BLACK;
    }

    /// The run's colour for words on the panel, with the contrast that the theme asks of words.
    public Color words(Theme theme) {
        return Contrast.ensured(core(theme), theme.panel(), theme.wordContrast() + 0.1);
    }

    /// The dash pattern for a line of this width, or null for a solid one, as `BasicStroke` takes it.
    public float @org.jspecify.annotations.Nullable [] pattern(double width) {
        if (dash.isEmpty()) {
            return null;
        }
        float[] pattern = new float[dash.size()];
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = (float) (dash.get(i) * width);
        }
        return pattern;
    }
}
