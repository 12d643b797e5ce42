package fallline.analysis;

import java.util.function.ToDoubleFunction;

/// Tells a pole, towards which values fall without end, from a well that is only narrow and deep.
public final class Poles {
    /// A value that falls to so many times below what is common falls for ever.
    public static final double ENDLESS = 1e3;

    private static final int ROUNDS = 200;

    private Poles() {}

    /// Whether `f` falls to less than `level` when it is followed downhill from `at`: along the axes, in steps that
    /// are halved wherever none leads lower.
    ///
    /// @param f may be infinite or NaN; NaN counts as high
    /// @param steps the first step along each axis
    public static boolean fallsBelow(ToDoubleFunction<double[]> f, double[] at, double[] steps, double level) {
        double[] here = at.clone();
        double[] step = steps.clone();
        double value = f.applyAsDouble(here);
        for (int round = 0; round < ROUNDS && !(value < level); round++) {
            boolean moved = false;
            for (int i = 0; i < here.length; i++) {
                double from = here[i];
                for (double side : new double[] {-1, 1}) {
                    double to = from + side * step[i];
                    here[i] = to;
                    double there = f.applyAsDouble(here);
                    if (there < value) {
                        value = there;
                        from = to;
                        moved = true;
                        break;
                    }
                }
                here[i] = from;
            }
            for (int i = 0; i < step.length; i++) {
                step[i] *= moved ? 1 : 0.5;
            }
        }
        return value < level;
    }
}
