package fallline.figure.solid;

import fallline.figure.paint.Theme;
import fallline.figure.surface.Levels;
import java.awt.Color;

/// What a solid looks like: its colours, the lines on it, and where it is cut off.
///
/// @param palette colours by light and brightness, as [ReliefColours] makes them
/// @param firstLevel the brightness of the first line
/// @param levelsPerTone lines for one unit of brightness; 0 for none
/// @param ink of the lines
/// @param inkCover how strongly it covers
/// @param bottom lower than this there is no surface, in the box's unit
/// @param top higher than this there is none
/// @param hatched whether a band under the top shows that more is cut off
/// @param hatch ink of that band
/// @param edge ink of its rim, and of what is seen from below
@SuppressWarnings("ArrayRecordComponent")
public record ReliefSkin(
        int[] palette,
        float firstLevel,
        float levelsPerTone,
        int ink,
        float inkCover,
        float bottom,
        float top,
        boolean hatched,
        int hatch,
        int edge) {
    private static final float ENDLESS = Float.POSITIVE_INFINITY;

    /// The colours of the map, its lines, and an open end at the top of the box where peaks are cut off.
    static ReliefSkin of(Relief relief, Theme theme) {
        Levels levels = relief.map().levels();
        double[] lines = levels.depths();
        double one = lines.length < 2 ? 0 : levels.brightness(levels.value(0));
        double other = lines.length < 2 ? 0 : levels.brightness(levels.value(lines.length - 1));
        boolean cut = relief.scale().cut();
        return new ReliefSkin(
                relief.dress(theme).palette(),
                (float) one,
                lines.length < 2 ? 0 : (float) ((lines.length - 1) / (other - one)),
                theme.dark() ? 0xffffff : 0x101828,
                theme.dark() ? 0.34f : 0.38f,
                -ENDLESS,
                cut ? (float) Projection.TOP : ENDLESS,
                cut,
                theme.panel().getRGB(),
                theme.text().getRGB());
    }

    /// One colour, as high as the box, with lines at even heights; the brightness of its nodes is their share of the
    /// height.
    ///
    /// @param first the share of one line
    /// @param apart how far lines are apart, 0 for none
    public static ReliefSkin plain(Color colour, double first, double apart, Theme theme) {
        float slack = 1e-4f;
        return new ReliefSkin(
                ReliefColours.palette(colour),
                (float) first,
                apart > 0 ? (float) (1 / apart) : 0,
                theme.dark() ? 0xffffff : 0x101828,
                0.3f,
                -slack,
                (float) Projection.TOP + slack,
                false,
                theme.panel().getRGB(),
                theme.text().getRGB());
    }
}
