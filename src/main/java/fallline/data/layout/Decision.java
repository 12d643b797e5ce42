package fallline.data.layout;

/// Something that was decided about a table, and why.
///
/// @param about what it concerns
/// @param doubtful whether another reading was possible, or something was passed over or changed: worth a word even
///     to somebody who asked nothing
/// @param sentence what was decided and what speaks for it, as one sentence
public record Decision(About about, boolean doubtful, String sentence) {
    /// What decisions concern.
    public enum About {
        ENCODING,
        SHEET,
        SEPARATOR,
        COMMENT,
        SKIP,
        HEADER,
        NUMBERS,
        COLUMN
    }
}
