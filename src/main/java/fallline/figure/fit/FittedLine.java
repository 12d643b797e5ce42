package fallline.figure.fit;

import fallline.figure.plot.Span;
import fallline.number.Numbers;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A straight line y = intercept + slope·x, the argument of a logistic curve, or a polynomial.
///
/// @param higher the coefficients of x², x³, …; none for a straight line
public record FittedLine(double intercept, double slope, double... higher) {
    private static final int PIECES = 240;
    private static final int HALVINGS = 50;

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

    /// Where the value is 0 within a span, in order: of a polynomial as far as 240 pieces of the span part its zeros.
    double[] zeros(Span span) {
        if (isStraight()) {
            double at = -intercept / slope;
            return span.contains(at) ? new double[] {at} : new double[0];
        }
        return IntStream.range(0, PIECES)
                .filter(i -> at(place(span, i)) < 0 != at(place(span, i + 1)) < 0)
                .mapToDouble(i -> zero(place(span, i), place(span, i + 1)))
                .toArray();
    }

    private static double place(Span span, int i) {
        return span.lo() + span.length() * i / PIECES;
    }

    /// By bisection, between two places with values of different signs.
    private double zero(double from, double to) {
        boolean below = at(from) < 0;
        double left = from;
        double right = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (left + right);
            if (at(middle) < 0 == below) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return 0.5 * (left + right);
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
