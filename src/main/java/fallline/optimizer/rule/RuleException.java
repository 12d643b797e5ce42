package fallline.optimizer.rule;

/// A mistake in the text of an update rule: the message says where it is and what to do.
public final class RuleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final int endColumn;

    /// @param endColumn the column after the place
    RuleException(String sentence, int line, int column, int endColumn) {
        super("line " + line + ", column " + column + ": " + sentence);
        this.line = line;
        this.column = column;
        this.endColumn = Math.max(endColumn, column + 1);
    }

    /// The line, from 1.
    public int line() {
        return line;
    }

    /// The column, from 1.
    public int column() {
        return column;
    }

    /// The column after the place; at least `column() + 1`.
    public int endColumn() {
        return endColumn;
    }
}
