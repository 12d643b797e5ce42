package fallline.text;

/// Text that can be shown anywhere as it is: no character of it moves a cursor, rings a bell, turns the direction of
/// writing or makes XML ill-formed.
public final class Printable {
    /// U+2400 to U+241F are pictures of the control characters U+0000 to U+001F.
    private static final int PICTURES = 0x2400;

    private static final char PICTURE_OF_DELETE = 0x2421;
    private static final char UNKNOWN = 0xFFFD;

    private Printable() {}

    /// The text, with a picture in the place of each control character (`␛` for an escape, `␊` for a new line).
    ///
    /// `�` stands for what else cannot be shown: controls without a picture, marks that turn the direction of
    /// writing, halves of characters.
    public static String of(String text) {
        return shown(text, false);
    }

    /// The same, but new lines and tabs stay.
    public static String lines(String text) {
        return shown(text, true);
    }

    /// Whether [#of] would leave the text as it is.
    public static boolean is(String text) {
        return of(text).equals(text);
    }

    private static String shown(String text, boolean lines) {
        int first = 0;
        while (first < text.length() && isPlain(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length()).append(text, 0, first);
        int at = first;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            boolean stays = lines && (point == '\n' || point == '\t');
            shown.appendCodePoint(stays ? point : shown(point));
        }
        return shown.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= ' ' && c < 0x7F) || (c > 0x9F && c < 0x2000);
    }

    private static int shown(int point) {
        if (point < ' ') {
            return PICTURES + point;
        }
        if (point == 0x7F) {
            return PICTURE_OF_DELETE;
        }
        boolean control = (point > 0x7F && point < 0xA0) || point == 0x2028 || point == 0x2029;
        boolean turns = point == 0x200E
                || point == 0x200F
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
        boolean broken = (point >= 0xD800 && point <= 0xDFFF) || (point & 0xFFFE) == 0xFFFE;
        return control || turns || broken ? UNKNOWN : point;
    }
}
