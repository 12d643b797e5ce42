package fallline.expr.eval;

/// The elementary functions that StrictMath lacks, the same bits everywhere. Generated code calls them too.
public final class StrictFunctions {
    private StrictFunctions() {}

    /// x to a whole power by repeated squaring, from the exponent's highest binary digit to its lowest: start with x;
    /// for every further digit square, and where the digit is 1 multiply by x on the right. So x² is x·x, x³ is
    /// (x·x)·x, x⁴ is (x·x)·(x·x), x⁶ is ((x·x)·x)·((x·x)·x). x⁰ is 1, and x⁻ⁿ is 1/xⁿ.
    public static double power(double x, int exponent) {
        if (exponent == 0) {
            return 1;
        }
        int n = Math.abs(exponent);
        double power = x;
        for (int bit = Integer.highestOneBit(n) >> 1; bit > 0; bit >>= 1) {
            power = power * power;
            if ((n & bit) != 0) {
                power = power * x;
            }
        }
        return exponent < 0 ? 1 / power : power;
    }

    /// 1/(1 + exp(−x)), written for x < 0 as exp(x)/(1 + exp(x)) so that nothing overflows.
    public static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + StrictMath.exp(-x));
        }
        double exp = StrictMath.exp(x);
        return exp / (1 + exp);
    }

    /// log(1 + exp(x)) as max(x, 0) + log1p(exp(−|x|)), which never overflows.
    public static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    /// −1, 0 or 1; ±0 and NaN stay what they are.
    public static double sign(double x) {
        return Math.signum(x);
    }
}
