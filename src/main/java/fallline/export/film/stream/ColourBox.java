package fallline.export.film.stream;

import java.util.ArrayList;
import java.util.List;

/// Colours that one colour is to stand for.
///
/// @param weights how often each occurs
/// @param points red, green and blue of each
record ColourBox(double[] weights, double[][] points, double[] mean, double[] spread) {
    private static final int AXES = 3;

    ColourBox(double[] weights, double[][] points) {
        this(weights, points, new double[AXES], new double[AXES]);
        double whole = 0;
        for (int i = 0; i < weights.length; i++) {
            whole += weights[i];
            for (int axis = 0; axis < AXES; axis++) {
                mean[axis] += weights[i] * points[i][axis];
            }
        }
        for (int axis = 0; axis < AXES; axis++) {
            mean[axis] /= whole;
        }
        for (int i = 0; i < weights.length; i++) {
            for (int axis = 0; axis < AXES; axis++) {
                double off = points[i][axis] - mean[axis];
                spread[axis] += weights[i] * off * off;
            }
        }
    }

    /// The squared error when the mean stands for all.
    double error() {
        return weights.length < 2 ? 0 : spread[0] + spread[1] + spread[2];
    }

    /// Two boxes in its place; of one that has an error, neither is empty.
    List<ColourBox> cut() {
        int axis = spread[0] >= spread[1] && spread[0] >= spread[2] ? 0 : spread[1] >= spread[2] ? 1 : 2;
        List<Integer> below = new ArrayList<>();
        List<Integer> above = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            (points[i][axis] < mean[axis] ? below : above).add(i);
        }
        if (below.isEmpty() || above.isEmpty()) {
            List<Integer> all = below.isEmpty() ? above : below;
            return List.of(part(all.subList(0, 1)), part(all.subList(1, all.size())));
        }
        return List.of(part(below), part(above));
    }

    private ColourBox part(List<Integer> places) {
        return new ColourBox(
                places.stream().mapToDouble(i -> weights[i]).toArray(),
                places.stream().map(i -> points[i]).toArray(double[][]::new));
    }
}
