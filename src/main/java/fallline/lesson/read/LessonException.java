package fallline.lesson.read;

import fallline.card.CardException;

/// A mistake in the text of a lesson: what is wrong, what to do, and where.
public final class LessonException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final int line;
    private final int column;
    private final int endColumn;

    LessonException(CardException mistake) {
        super("line " + mistake.line() + ", column " + mistake.column() + ": " + mistake.sentence(), mistake);
        sentence = mistake.sentence();
        line = mistake.line();
        column = mistake.column();
        endColumn = mistake.endColumn();
    }

    /// What is wrong and what to do, without the place.
    public String sentence() {
        return sentence;
    }

    /// The line, from 1.
    public int line() {
        return line;
    }

    /// The column, from 1 in UTF-16 units.
    public int column() {
        return column;
    }

    /// The column after the place; at least `column() + 1`.
    public int endColumn() {
        return endColumn;
    }
}
