package fallline.data.layout;

/// How lines are cut into cells.
///
/// @param separator `,` `;` a tab `|`, a blank for runs of blanks; the character 0 where a line is one cell
/// @param comments what lines of comment begin with; may be empty
/// @param apostrophes whether a cell may stand between apostrophes too (ARFF)
/// @param skip lines that are passed over, from 1, in order
public record Format(char separator, String comments, boolean apostrophes, int[] skip) {
    boolean isBlanks() {
        return separator == ' ';
    }

    boolean isComment(byte b) {
        return b > 0 && comments.indexOf(b) >= 0;
    }

    public Format withSkip(int[] lines) {
        return new Format(separator, comments, apostrophes, lines);
    }

    Format withComments(String signs) {
        return new Format(separator, signs, apostrophes, skip);
    }
}
