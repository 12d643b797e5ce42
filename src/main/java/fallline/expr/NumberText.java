package fallline.expr;

/// Writes doubles the shortest way that reads back as the same bits, whole numbers without a point.
public final class NumberText {
    private static final double LONGEST_WHOLE = 1e15;

    private NumberText() {}

    /// `20`, `0.1`, `1e-8`, `-3`, `6.02e23`.
    public static String of(double value) {
        if (value == Math.rint(value) && Math.abs(value) < LONGEST_WHOLE) {
            return Double.compare(value, 0) < 0 && value == 0 ? "-0" : Long.toString((long) value);
        }
        String text = Double.toString(value);
        int exponent = text.indexOf('E');
        if (exponent < 0) {
            return text;
        }
        String mantissa = text.substring(0, exponent);
        if (mantissa.endsWith(".0")) {
            mantissa = mantissa.substring(0, mantissa.length() - 2);
        }
        return mantissa + "e" + text.substring(exponent + 1);
    }
}
