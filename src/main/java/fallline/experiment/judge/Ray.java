package fallline.experiment.judge;

import java.util.function.ToDoubleFunction;

/// Whether f falls for ever along the last step: at θ + 2ʲ·d, j = 0 … 60, each fall no less than the one before.
final class Ray {
    private static final int DOUBLINGS = 60;

    /// The square root of the largest double: from here on products overflow.
    static final double LARGE = 1.3e154;

    private Ray() {}

    /// How many doublings it falls; −1 if it does not fall to overflow or to the end.
    static int falls(ToDoubleFunction<double[]> f, double[] theta, double[] move) {
        double before = f.applyAsDouble(theta);
        double fall = 0;
        boolean moves = false;
        for (double part : move) {
            moves |= part != 0;
        }
        if (!moves) {
            return -1;
        }
        double[] at = new double[theta.length];
        for (int j = 0; j <= DOUBLINGS; j++) {
            for (int i = 0; i < at.length; i++) {
                at[i] = theta[i] + move[i] * Math.scalb(1.0, j);
            }
            double value = f.applyAsDouble(at);
            if (value == Double.NEGATIVE_INFINITY || value < -LARGE) {
                return j;
            }
            if (!(value <= LARGE) || !(before - value > 0) || (j > 0 && before - value < fall * (1 - 1e-6))) {
                return -1;
            }
            fall = before - value;
            before = value;
        }
        return DOUBLINGS;
    }
}
