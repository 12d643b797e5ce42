package fallline.figure;

import java.awt.Font;

/// The few sizes of type that pictures use, in logical pixels.
final class Type {
    static final Font TICK = Fonts.regular(11.5);
    static final Font AXIS = Fonts.semibold(11.5);
    static final Font NOTE = Fonts.regular(11);
    static final Font NAME = Fonts.semibold(11);
    static final Font LABEL = Fonts.semibold(12);
    static final Font BODY = Fonts.regular(12);
    static final Font TITLE = Fonts.semibold(13);
    static final Font SUBTITLE = Fonts.regular(12.5);
    static final Font HEADLINE = Fonts.semibold(17);

    private Type() {}
}
