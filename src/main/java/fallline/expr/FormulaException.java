package fallline.expr;

/// A formula that cannot be read: one sentence that names the place and the remedy.
public final class FormulaException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;
    private final int column;
    private final int endColumn;

    /// @param problem what is wrong, without the place: `unknown name 'q'`
    /// @param column the first column of the place, counted from 1
    /// @param endColumn the column after the place
    /// @param remedy what to do: `use x, y, pi, e or declare it`; may be empty
    public FormulaException(String problem, int column, int endColumn, String remedy) {
        super(problem + " at column " + column + (remedy.isEmpty() ? "" : ": " + remedy));
        this.problem = problem;
        this.remedy = remedy;
        this.column = column;
        this.endColumn = Math.max(endColumn, column + 1);
    }

    /// What is wrong and what to do, without the place.
    public String sentence() {
        return remedy.isEmpty() ? problem : problem + ": " + remedy;
    }

    /// The first column of the place, counted from 1 in UTF-16 units.
    public int column() {
        return column;
    }

    /// The column after the place; at least `column() + 1`.
    public int endColumn() {
        return endColumn;
    }

    /// The same for a formula that begins `columns` further right in its line.
    public FormulaException shifted(int columns) {
        FormulaException shifted = new FormulaException(problem, column + columns, endColumn + columns, remedy);
        shifted.setStackTrace(getStackTrace());
        return shifted;
    }
}
