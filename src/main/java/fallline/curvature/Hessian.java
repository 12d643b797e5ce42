package fallline.curvature;

import fallline.objective.Goal;
import fallline.objective.Objective;

/// The matrix of second derivatives at a point: symmetric, n × n.
///
/// @param size n
/// @param entries row-major, n² numbers, not to be changed; NaN or infinite outside the domain
public record Hessian(int size, double[] entries) {
    /// The largest n that is computed in full; beyond it n products and n² numbers are too many.
    public static final int LARGEST = 500;

    public Hessian {
        if (entries.length != size * size) {
            throw new IllegalArgumentException(
                    size + " × " + size + " needs " + size * size + " entries, got " + entries.length);
        }
    }

    /// The Hessian of J at θ (of J itself, also when it is to be maximised), from n products with the unit vectors.
    ///
    /// Entries (i, j) and (j, i) come from different products; both are set to their mean.
    ///
    /// @throws IllegalArgumentException if n > 500
    public static Hessian at(Objective objective, double[] theta) {
        int n = objective.dimension();
        if (n > LARGEST) {
            throw new IllegalArgumentException("a full Hessian of " + n + " parameters, the most is " + LARGEST);
        }
        double[] entries = new double[n * n];
        double[] direction = new double[n];
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            direction[i] = 1;
            objective.hessianTimes(theta, direction, product);
            direction[i] = 0;
            System.arraycopy(product, 0, entries, i * n, n);
        }
        return new Hessian(n, entries).symmetric();
    }

    /// The matrix with entries (i, j) and (j, i) both set to their mean.
    Hessian symmetric() {
        double[] even = entries.clone();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * even[i * size + j] + 0.5 * even[j * size + i];
                even[i * size + j] = mean;
                even[j * size + i] = mean;
            }
        }
        return new Hessian(size, even);
    }

    /// The Hessian in the sense of descent: of J where it is minimised, of −J where it is maximised.
    public static Hessian ofDescent(Objective objective, double[] theta) {
        Hessian own = at(objective, theta);
        return objective.goal() == Goal.MAXIMISE ? own.negated() : own;
    }

    /// ∂²J/∂θᵢ∂θⱼ.
    public double get(int i, int j) {
        return entries[i * size + j];
    }

    /// −H.
    public Hessian negated() {
        double[] turned = new double[entries.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = -entries[i];
        }
        return new Hessian(size, turned);
    }

    /// Whether every entry is a finite number.
    public boolean isFinite() {
        for (double entry : entries) {
            if (!Double.isFinite(entry)) {
                return false;
            }
        }
        return true;
    }
}
