package fallline.card;

/// Quotes what somebody wrote in a message, not more of it than can be read at a glance.
public final class Quote {
    /// The most characters of an input that a message repeats.
    public static final int LONGEST = 60;

    private Quote() {}

    /// The text in quotes, cut to [#LONGEST] characters: `'lr = 0.1'`.
    public static String of(String text) {
        return "'" + shortened(text) + "'";
    }

    /// The text itself, cut to [#LONGEST] characters, the last of which is then `…`.
    public static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
