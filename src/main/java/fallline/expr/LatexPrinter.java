package fallline.expr;

import java.util.function.Function;

/// stub
public final class LatexPrinter {
    public static String print(Expr expr, Function<String, String> names) {
        return expr.toString();
    }

    public static String name(String name) {
        return name;
    }

    public static String number(double value) {
        return Double.toString(value);
    }
}
