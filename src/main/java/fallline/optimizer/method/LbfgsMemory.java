package fallline.optimizer.method;

import fallline.optimizer.Vectors;

/// Where L-BFGS keeps what lives on between its steps, in a flat state array.
///
/// In this order, for n parameters and room for m pairs: d (n), the previous gradient (n), the differences y (m·n) and
/// steps s (m·n) as rings, 1/yᵀs of each (m), then the number of inner iterations so far, t, γ (the scale of the first
/// inverse Hessian), the ring place of the oldest pair and the number of pairs.
///
/// There is room for 100 pairs up to 20,000 parameters, beyond that for as many as 4 million numbers hold, but at
/// least 5: every checkpoint of a run holds the whole state.
final class LbfgsMemory {
    /// The most pairs that `history` may ask for.
    static final int MOST_PAIRS = 100;

    private static final int FEWEST_PAIRS = 5;
    private static final int NUMBERS = 1 << 22;
    /// Pairs whose yᵀs is not greater are not kept.
    static final double LEAST_CURVATURE = 1e-10;

    private final int n;
    private final int room;
    private final int previous;
    private final int differences;
    private final int steps;
    private final int inverses;
    private final int iterations;
    private final int length;
    private final int scale;
    private final int oldest;
    private final int pairs;
    private final double[] weights;

    LbfgsMemory(int dimension) {
        n = dimension;
        room = room(dimension);
        previous = n;
        differences = 2 * n;
        steps = differences + room * n;
        inverses = steps + room * n;
        iterations = inverses + room;
        length = iterations + 1;
        scale = length + 1;
        oldest = scale + 1;
        pairs = oldest + 1;
        weights = new double[room];
    }

    private static int room(int dimension) {
        return Math.clamp(NUMBERS / (2L * dimension), FEWEST_PAIRS, MOST_PAIRS);
    }

    static int size(int dimension) {
        int room = room(dimension);
        return 2 * dimension + 2 * room * dimension + room + 5;
    }

    /// Whether there was no inner iteration yet.
    boolean isFresh(double[] state) {
        return state[iterations] == 0;
    }

    /// Counts an inner iteration, as one or more.
    void countIteration(double[] state) {
        state[iterations] = 1;
    }

    double length(double[] state) {
        return state[length];
    }

    void setLength(double[] state, double t) {
        state[length] = t;
    }

    double scale(double[] state) {
        return state[scale];
    }

    int pairs(double[] state) {
        return (int) state[pairs];
    }

    void keepGradient(double[] state, double[] gradient) {
        System.arraycopy(gradient, 0, state, previous, n);
    }

    /// d ← −g, with no pairs; d is the first n numbers of the state.
    void startDescent(double[] state, double[] gradient) {
        for (int i = 0; i < n; i++) {
            state[i] = -gradient[i];
        }
        state[pairs] = 0;
        state[oldest] = 0;
        state[scale] = 1;
    }

    /// Keeps the pair s = t·d, y = g − previous g if yᵀs > 1e-10, forgetting the oldest beyond `history` pairs.
    ///
    /// @return yᵀs
    double learn(double[] state, double[] gradient, int history) {
        double curvature = 0;
        double square = 0;
        for (int i = 0; i < n; i++) {
            double y = gradient[i] - state[previous + i];
            curvature += y * (state[i] * state[length]);
            square += y * y;
        }
        int most = Math.min(history, room);
        int keep = curvature > LEAST_CURVATURE ? most - 1 : most;
        while (state[pairs] > keep) {
            state[oldest] = (state[oldest] + 1) % room;
            state[pairs]--;
        }
        if (curvature > LEAST_CURVATURE) {
            int place = place(state, pairs(state));
            for (int i = 0; i < n; i++) {
                state[differences + place * n + i] = gradient[i] - state[previous + i];
                state[steps + place * n + i] = state[i] * state[length];
            }
            state[inverses + place] = 1 / curvature;
            state[scale] = curvature / square;
            state[pairs]++;
        }
        return curvature;
    }

    private int place(double[] state, int age) {
        return ((int) state[oldest] + age) % room;
    }

    /// d ← −H·g by the two loops over the pairs, with γ·I as the first H.
    void turn(double[] state, double[] gradient) {
        for (int i = 0; i < n; i++) {
            state[i] = -gradient[i];
        }
        int count = pairs(state);
        for (int k = count - 1; k >= 0; k--) {
            int place = place(state, k);
            weights[k] = Vectors.dot(state, steps + place * n, state, 0, n) * state[inverses + place];
            add(state, differences + place * n, -weights[k]);
        }
        for (int i = 0; i < n; i++) {
            state[i] *= state[scale];
        }
        for (int k = 0; k < count; k++) {
            int place = place(state, k);
            double weight = Vectors.dot(state, differences + place * n, state, 0, n) * state[inverses + place];
            add(state, steps + place * n, weights[k] - weight);
        }
    }

    /// d ← d + weight·v.
    private void add(double[] state, int from, double weight) {
        for (int i = 0; i < n; i++) {
            state[i] += weight * state[from + i];
        }
    }
}
