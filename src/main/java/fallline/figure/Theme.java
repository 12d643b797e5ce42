package fallline.figure;

import java.awt.Color;

/// The colours of a picture by role. Figures name roles only, so that a theme is this one short file.
///
/// @param dark whether the ground is dark
/// @param surface the ground behind the cards
/// @param panel the ground of cards and plots
/// @param border the edges of cards and plots
/// @param grid the thin lines in a plot
/// @param text what must be read
/// @param muted what may be read
/// @param accent the one loud colour
/// @param accentSoft the accent's quiet ground
/// @param danger divergence
/// @param success a good end
/// @param warning a doubtful end
/// @param mapOpacity how strongly a colour map covers the panel, 0 … 1: less than 1, so that paths stand out
public record Theme(
        boolean dark,
        Color surface,
        Color panel,
        Color border,
        Color grid,
        Color text,
        Color muted,
        Color accent,
        Color accentSoft,
        Color danger,
        Color success,
        Color warning,
        double mapOpacity) {

    /// The light theme.
    public static final Theme LIGHT = new Theme(
            false,
            new Color(0xf3f5f8),
            new Color(0xffffff),
            new Color(0xdfe3e8),
            new Color(0xeceff2),
            new Color(0x1f2328),
            new Color(0x5f6873),
            new Color(0x0969da),
            new Color(0xddebfb),
            new Color(0xcf222e),
            new Color(0x1a7f37),
            new Color(0x9a6700),
            0.78);

    /// The dark theme.
    public static final Theme DARK = new Theme(
            true,
            new Color(0x0d1117),
            new Color(0x161b22),
            new Color(0x2b323b),
            new Color(0x21262d),
            new Color(0xe6edf3),
            new Color(0x9199a3),
            new Color(0x4493f8),
            new Color(0x12314f),
            new Color(0xff6a61),
            new Color(0x3fb950),
            new Color(0xd29922),
            0.58);

    /// A colour of a map as it is painted in this theme, muted by the panel.
    public Color muted(Color mapColour) {
        return Contrast.blend(mapColour, panel, mapOpacity);
    }
}
