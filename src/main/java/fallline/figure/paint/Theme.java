package fallline.figure.paint;

import java.awt.Color;
import java.util.List;

/// The colours of a picture by role. Figures name roles only, so that a theme is this one short file.
///
/// @param name as files of colours are called: `light`
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
/// @param wordContrast the least contrast of words with the panel: 4.5, or 7 (WCAG 2.2, 1.4.3 and 1.4.6)
/// @param lines how wide lines are, as a share of their usual width
public record Theme(
        String name,
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
        double mapOpacity,
        double wordContrast,
        double lines) {

    /// The light theme.
    public static final Theme LIGHT = new Theme(
            "light",
            false,
            new Color(0xf3f5f8),
            new Color(0xffffff),
            new Color(0xdfe3e8),
            new Color(0xeceff2),
            new Color(0x1f2328),
            new Color(0x5f6873),
            new Color(0x0969da),
            new Color(0xe6f1fd),
            new Color(0xcf222e),
            new Color(0x1a7f37),
            new Color(0x9a6700),
            0.78,
            4.5,
            1);

    /// The dark theme.
    public static final Theme DARK = new Theme(
            "dark",
            true,
            new Color(0x0d1117),
            new Color(0x161b22),
            new Color(0x2b323b),
            new Color(0x21262d),
            new Color(0xe6edf3),
            new Color(0x9199a3),
            new Color(0x4493f8),
            new Color(0x112c48),
            new Color(0xff6a61),
            new Color(0x3fb950),
            new Color(0xd29922),
            0.58,
            4.5,
            1);

    /// High contrast on a dark ground: bright on black, for eyes, screens and rooms that need it.
    public static final Theme HIGH_CONTRAST = new Theme(
            "high-contrast",
            true,
            new Color(0x000000),
            new Color(0x000000),
            new Color(0x8b949e),
            new Color(0x3d444d),
            new Color(0xffffff),
            new Color(0xd5dbe1),
            new Color(0x79c0ff),
            new Color(0x0a2a4f),
            new Color(0xff9a92),
            new Color(0x4ae168),
            new Color(0xf0b72f),
            0.6,
            7,
            1);

    /// High contrast on a light ground: dark on white.
    public static final Theme HIGH_CONTRAST_LIGHT = new Theme(
            "high-contrast-light",
            false,
            new Color(0xffffff),
            new Color(0xffffff),
            new Color(0x57606a),
            new Color(0xc4cad1),
            new Color(0x000000),
            new Color(0x353c45),
            new Color(0x033d99),
            new Color(0xdcebff),
            new Color(0x8e0f1b),
            new Color(0x05511c),
            new Color(0x5c3900),
            0.72,
            7,
            1);

    /// For a projector in a lit room: dark on white, full colours, thick lines.
    public static final Theme PROJECTOR = new Theme(
            "projector",
            false,
            new Color(0xffffff),
            new Color(0xffffff),
            new Color(0x57606a),
            new Color(0xc4cad1),
            new Color(0x000000),
            new Color(0x2b3138),
            new Color(0x033d99),
            new Color(0xd6e6ff),
            new Color(0x8e0f1b),
            new Color(0x05511c),
            new Color(0x5c3900),
            0.72,
            7,
            1.6);

    /// The theme of paper: black on white, thin lines, maps so pale that paths stand out in grey too.
    public static final Theme PRINT = new Theme(
            "print",
            false,
            new Color(0xffffff),
            new Color(0xffffff),
            new Color(0xb4b9bf),
            new Color(0xe4e7ea),
            new Color(0x000000),
            new Color(0x3f464e),
            new Color(0x0b57b8),
            new Color(0xe9eef4),
            new Color(0xa81b25),
            new Color(0x14632b),
            new Color(0x7a5200),
            0.5,
            7,
            0.7);

    /// The same with all lines so many times as wide as usual.
    public Theme withLines(double share) {
        return new Theme(
                name,
                dark,
                surface,
                panel,
                border,
                grid,
                text,
                muted,
                accent,
                accentSoft,
                danger,
                success,
                warning,
                mapOpacity,
                wordContrast,
                share);
    }

    /// The same on a transparent ground.
    public Theme transparent() {
        return new Theme(
                name,
                dark,
                Contrast.alpha(surface, 0),
                Contrast.alpha(panel, 0),
                border,
                grid,
                text,
                muted,
                accent,
                accentSoft,
                danger,
                success,
                warning,
                mapOpacity,
                wordContrast,
                lines);
    }

    /// All that the window wears.
    public static List<Theme> all() {
        return List.of(LIGHT, DARK, HIGH_CONTRAST, HIGH_CONTRAST_LIGHT, PROJECTOR);
    }

    /// Whether everything is to stand out more than it otherwise must.
    public boolean strong() {
        return wordContrast > 5;
    }

    /// A colour of a map as it is painted in this theme, muted by the panel.
    public Color muted(Color mapColour) {
        return Contrast.blend(mapColour, panel, mapOpacity);
    }
}
