package fallline.expr;

/// A formula that cannot be read: one sentence that names the place and the remedy.
public final class FormulaException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;
    private final int column;
    private final int endColumn;
    private final String instead;

    /// @param problem what is wrong, without the place: `unknown name 'q'`
    /// @param column the first column of the place, counted from 1
    /// @param endColumn the column after the place
    /// @param remedy what to do: `use x, y, pi, e or declare it`; may be empty
    public FormulaException(String problem, int column, int endColumn, String remedy) {
        this(problem, column, endColumn, remedy, "");
    }

    /// @param instead what may stand in the place of the columns, so that it can be put there at once; may be empty
    public FormulaException(String problem, int column, int endColumn, String remedy, String instead) {
        super(problem + " at column " + column + (remedy.isEmpty() ? "" : ": " + remedy));
        this.problem = problem;
        this.remedy = remedy;
        this.column = column;
        this.endColumn = Math.max(endColumn, column + 1);
        this.instead = instead;
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

    /// What may stand in the place of the columns; empty if nothing is known that would mend the formula.
    public String instead() {
        return instead;
    }

    /// The same for a formula that begins `columns` further right in its line.
    public FormulaException shifted(int columns) {
        FormulaException shifted =
                new FormulaException(problem, column + columns, endColumn + columns, remedy, instead);
        shifted.setStackTrace(getStackTrace());
        return shifted;
    }
}
