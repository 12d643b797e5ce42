package fallline.picture.convergence;

import fallline.analysis.stability.DirectionShares;
import fallline.figure.curve.DirectionBars;
import fallline.figure.curve.DirectionBars.Layer;
import fallline.figure.plot.Axis;
import fallline.number.Numbers;
import java.util.ArrayList;
import java.util.List;

/// Composes the bars of what each eigen-direction still holds: all directions, or the steepest and the flattest ones
/// with those between as one.
final class LeftByDirection {
    private static final int MOST = 7;
    private static final int ENDS = 3;

    private LeftByDirection() {}

    static DirectionBars figure(
            DirectionShares shares, String label, boolean logarithmic, Axis across, int playhead, String run) {
        return new DirectionBars(
                label,
                logarithmic,
                across,
                shares.steps(),
                layers(shares),
                playhead,
                run + (logarithmic ? ": the colours divide a bar by their shares" : ""));
    }

    private static List<Layer> layers(DirectionShares shares) {
        double[] values = shares.eigenvalues();
        List<Layer> layers = new ArrayList<>();
        int n = values.length;
        if (n <= MOST) {
            for (int i = 0; i < n; i++) {
                layers.add(one(shares, i));
            }
        } else {
            for (int i = 0; i < ENDS; i++) {
                layers.add(one(shares, i));
            }
            double[] between = new double[shares.steps().length];
            for (int i = ENDS; i < n - ENDS; i++) {
                for (int k = 0; k < between.length; k++) {
                    between[k] += shares.left()[i][k];
                }
            }
            layers.add(new Layer((n - 2 * ENDS) + " between", between));
            for (int i = n - ENDS; i < n; i++) {
                layers.add(one(shares, i));
            }
        }
        boolean held = false;
        for (double rest : shares.rest()) {
            held |= rest > 0;
        }
        if (held) {
            layers.add(new Layer("λ near 0", shares.rest()));
        }
        return layers;
    }

    private static Layer one(DirectionShares shares, int place) {
        return new Layer("λ = " + Numbers.brief(shares.eigenvalues()[place], 3), shares.left()[place]);
    }
}
