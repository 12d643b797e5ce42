package fallline.figure;

/// A straight line y = intercept + slope·x, or the argument of a logistic curve.
public record FittedLine(double intercept, double slope) {
    double at(double x) {
        return intercept + slope * x;
    }

    /// `ŷ = 3.80 + 3.29 x`.
    String equation(String result, String variable) {
        String sign = slope < 0 ? " − " : " + ";
        return result + " = " + Numbers.steady(intercept, 3) + sign + Numbers.steady(Math.abs(slope), 3) + " "
                + variable;
    }
}
