package fallline.optimizer;

/// A mistake in the text of an update rule: the message says where it is and what to do.
public final class RuleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    RuleException(String sentence, int line, int column) {
        super("line " + line + ", column " + column + ": " + sentence);
        this.line = line;
        this.column = column;
    }

    /// The line, from 1.
    public int line() {
        return line;
    }

    /// The column, from 1.
    public int column() {
        return column;
    }
}
