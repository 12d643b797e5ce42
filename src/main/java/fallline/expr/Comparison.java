package fallline.expr;

/// The operators that compare two numbers and give 1 (true) or 0 (false); with a NaN only `!=` is true.
public enum Comparison {
    LESS("<", "<"),
    LESS_OR_EQUAL("<=", "\\leq"),
    GREATER(">", ">"),
    GREATER_OR_EQUAL(">=", "\\geq"),
    EQUAL("==", "="),
    NOT_EQUAL("!=", "\\neq");

    private final String symbol;
    private final String latex;

    Comparison(String symbol, String latex) {
        this.symbol = symbol;
        this.latex = latex;
    }

    /// As it stands in a formula.
    public String symbol() {
        return symbol;
    }

    /// As it stands in LaTeX.
    public String latex() {
        return latex;
    }
}
