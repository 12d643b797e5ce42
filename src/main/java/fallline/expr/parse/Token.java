package fallline.expr.parse;

import fallline.expr.FormulaException;

/// A word of a formula.
///
/// @param text the name, number or sign as the parser knows it (`*` for ·, `^` for `**`)
/// @param value the number, for [Kind#NUMBER]
/// @param start the offset of its first character
/// @param end the offset after its last character
record Token(Kind kind, String text, double value, int start, int end) {
    enum Kind {
        NUMBER,
        NAME,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /// Whether it is a bracket that opens, round, square or curly.
    boolean opens() {
        return is("(") || is("[") || is("{");
    }

    /// Whether it is a bracket that closes.
    boolean closes() {
        return is(")") || is("]") || is("}");
    }

    /// An error that offers what may stand in the place of this word.
    FormulaException mended(String problem, String remedy, String instead) {
        return new FormulaException(problem, start + 1, end + 1, remedy, instead);
    }

    FormulaException error(String problem, String remedy) {
        return new FormulaException(problem, start + 1, end + 1, remedy);
    }
}
