package fallline.card;

import fallline.text.Printable;

/// A mistake in the text of a card: what is wrong, what to do, and where.
public final class CardException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;
    private final int line;
    private final int column;
    private final int endColumn;

    /// @param problem what is wrong, without the place: `the range of a falls`
    /// @param remedy what to do; may be empty
    /// @param line from 1
    /// @param column from 1
    /// @param endColumn the column after the place
    CardException(String problem, String remedy, int line, int column, int endColumn) {
        super(Printable.of(remedy.isEmpty() ? problem : problem + ": " + remedy));
        this.problem = Printable.of(problem);
        this.remedy = Printable.of(remedy);
        this.line = line;
        this.column = column;
        this.endColumn = Math.max(endColumn, column + 1);
    }

    /// What is wrong.
    public String problem() {
        return problem;
    }

    /// What to do; may be empty.
    public String remedy() {
        return remedy;
    }

    /// What is wrong and what to do, without the place.
    public String sentence() {
        return remedy.isEmpty() ? problem : problem + ": " + remedy;
    }

    /// As above, behind the place: `line 3, column 7: …`
    public String located() {
        return "line " + line + ", column " + column + ": " + sentence();
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
