package fallline.figure.fit;

import fallline.figure.paint.Numbers;
import java.util.Arrays;

/// A straight line y = intercept + slope·x, the argument of a logistic curve, or a polynomial.
///
/// @param higher the coefficients of x², x³, …; none for a straight line
public record FittedLine(double intercept, double slope, double... higher) {
    /// `[intercept, w1, w2 …]` as a polynomial.
    public static FittedLine of(double[] coefficients) {
        double[] rest = Arrays.copyOfRange(coefficients, 2, coefficients.length);
        return new FittedLine(coefficients[0], coefficients[1], rest);
    }

    boolean isStraight() {
        return higher.length == 0;
    }

    /// The value at x, by Horner's scheme.
    double at(double x) {
        double sum = 0;
        for (int i = higher.length - 1; i >= 0; i--) {
            sum = (sum + higher[i]) * x;
        }
        return intercept + (slope + sum) * x;
    }

    /// The derivative at x.
    double slopeAt(double x) {
        double sum = 0;
        for (int i = higher.length - 1; i >= 0; i--) {
            sum = (sum + (i + 2) * higher[i]) * x;
        }
        return slope + sum;
    }

    /// `ŷ = 3.80 + 3.29 x`; of a polynomial the terms up to the cube.
    String equation(String result, String variable) {
        StringBuilder text = new StringBuilder(result + " = " + Numbers.steady(intercept, 3));
        term(text, slope, variable);
        String[] powers = {"²", "³"};
        for (int i = 0; i < Math.min(higher.length, powers.length); i++) {
            term(text, higher[i], variable + powers[i]);
        }
        return text + (higher.length > powers.length ? " + …" : "");
    }

    private static void term(StringBuilder text, double factor, String power) {
        text.append(factor < 0 ? " − " : " + ")
                .append(Numbers.steady(Math.abs(factor), 3))
                .append(' ')
                .append(power);
    }
}
