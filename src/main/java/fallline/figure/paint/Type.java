package fallline.figure.paint;

import java.awt.Font;

/// The few sizes of type that pictures use, in logical pixels.
public final class Type {
    public static final Font TICK = Fonts.regular(11.5);
    public static final Font AXIS = Fonts.semibold(11.5);
    public static final Font NOTE = Fonts.regular(11);
    public static final Font NAME = Fonts.semibold(11);
    public static final Font LABEL = Fonts.semibold(12);
    public static final Font BODY = Fonts.regular(12);
    public static final Font TITLE = Fonts.semibold(13);
    public static final Font SUBTITLE = Fonts.regular(12.5);
    public static final Font HEADLINE = Fonts.semibold(17);

    private Type() {}
}
