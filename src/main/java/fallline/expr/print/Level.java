package fallline.expr.print;

/// How tightly a written formula holds together, loosest first; what is looser than its place asks gets brackets.
enum Level {
    COMPARISON,
    SUM,
    PRODUCT,
    IMPLICIT_PRODUCT,
    SIGN,
    POWER,
    ATOM;

    boolean isLooserThan(Level other) {
        return compareTo(other) < 0;
    }
}
