package fallline.experiment.judge;

import fallline.algebra.SymmetricEigen;
import fallline.curvature.Hessian;
import fallline.objective.Objective;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The quadratic that f is near a point, in units of its own: Ĥ = D^−½ H D^−½ with D = |diag H|, so that it does not
/// change when f or parameters are scaled.
///
/// Up to [Hessian#LARGEST] parameters from the whole Hessian; above from the Krylov space of the gradient.
///
/// @param values λᵢ of Ĥ, or the Ritz values
/// @param vectors vᵢ, unit vectors in the scaled parameters
/// @param root D^−½
/// @param diagonal |Hᵢᵢ|, or an estimate
/// @param flatness the share of the largest |λ| up to which a direction is flat
/// @param hessian H in the sense of descent; empty where only the Krylov space is known
/// @param finite whether H is finite; where it is not all directions are flat
record LocalModel(
        double[] values,
        double[][] vectors,
        double[] root,
        double[] diagonal,
        double flatness,
        Optional<Hessian> hessian,
        boolean finite) {
    private static final double EPSILON = 0x1p-52;
    private static final double ETA = 1e-11;

    /// What the quadratic leaves to gain.
    ///
    /// @param total m
    /// @param doubtful the part of it in flat and negative directions
    record Left(double total, double doubtful) {}

    /// The model at θ.
    ///
    /// @param sign 1, or −1 where J is maximised
    /// @param gradient ∇f(θ)
    static LocalModel at(
            Objective objective, double[] theta, double[] gradient, double sign, BooleanSupplier cancelled) {
        int n = theta.length;
        if (n > Hessian.LARGEST) {
            return Krylov.model(objective, theta, gradient, sign, cancelled);
        }
        double[] entries = new double[n * n];
        double[] unit = new double[n];
        double[] column = new double[n];
        for (int j = 0; j < n && !cancelled.getAsBoolean(); j++) {
            unit[j] = 1;
            objective.surveyTimes(theta, unit, column);
            unit[j] = 0;
            for (int i = 0; i < n; i++) {
                entries[i * n + j] = sign * column[i];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * entries[i * n + j] + 0.5 * entries[j * n + i];
                entries[i * n + j] = mean;
                entries[j * n + i] = mean;
            }
        }
        return of(new Hessian(n, entries), cancelled);
    }

    static LocalModel of(Hessian hessian, BooleanSupplier cancelled) {
        int n = hessian.size();
        boolean finite = hessian.isFinite();
        double[] h = finite ? hessian.entries() : new double[n * n];
        double[] diagonal = new double[n];
        double[] root = new double[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = Math.abs(h[i * n + i]);
            double size = diagonal[i];
            for (int j = 0; j < n && diagonal[i] == 0; j++) {
                size = Math.max(size, Math.abs(h[i * n + j]));
            }
            root[i] = size > 0 ? 1 / Math.sqrt(size) : 1;
        }
        double[] scaled = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scaled[i * n + j] = root[i] * h[i * n + j] * root[j];
            }
        }
        SymmetricEigen eigen = new SymmetricEigen(n);
        eigen.decompose(scaled, cancelled);
        double[][] vectors = new double[n][n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                vectors[k][i] = eigen.vector(i, k);
            }
        }
        return new LocalModel(eigen.values().clone(), vectors, root, diagonal, ETA, Optional.of(hessian), finite);
    }

    int dimension() {
        return root.length;
    }

    private double threshold() {
        double top = 0;
        for (double value : values) {
            top = Math.max(top, Math.abs(value));
        }
        return flatness * Math.sqrt(values.length) * top;
    }

    boolean isNegative(int k) {
        return values[k] < -threshold();
    }

    boolean anyNegative() {
        double threshold = threshold();
        return Arrays.stream(values).anyMatch(value -> value < -threshold);
    }

    boolean anyPositive() {
        double threshold = threshold();
        return Arrays.stream(values).anyMatch(value -> value > threshold);
    }

    /// The indices of directions that do not bend up.
    int[] level() {
        double threshold = threshold();
        int[] all = new int[values.length];
        int count = 0;
        for (int k = 0; k < values.length; k++) {
            if (!(values[k] > threshold)) {
                all[count++] = k;
            }
        }
        return Arrays.copyOf(all, count);
    }

    /// Direction `k` in the parameters' own units: D^−½ vₖ.
    double[] direction(int k) {
        double[] direction = vectors[k].clone();
        for (int i = 0; i < direction.length; i++) {
            direction[i] *= root[i];
        }
        return direction;
    }

    /// |vₖ|·D^½ L: how far direction k reaches when parameters go as far as `reach`.
    private double length(int k, double[] reach) {
        double sum = 0;
        for (int i = 0; i < root.length; i++) {
            sum += Math.abs(vectors[k][i]) * reach[i] / root[i];
        }
        return sum;
    }

    private double slope(int k, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < root.length; i++) {
            sum += vectors[k][i] * root[i] * gradient[i];
        }
        return sum;
    }

    /// What is left to gain: half the squared slope over |λ| in directions that bend, and in flat ones the slope, less
    /// its rounding, over the reach of the run. For H ≥ 0 the first part is half the squared Newton decrement.
    /// Source: Boyd & Vandenberghe, *Convex Optimization*, 9.5.1.
    Left left(double[] gradient, double[] reach) {
        double total = 0;
        double doubtful = 0;
        double threshold = threshold();
        for (int k = 0; k < values.length; k++) {
            double c = slope(k, gradient);
            if (Math.abs(values[k]) > threshold) {
                double part = 0.5 * c * c / Math.abs(values[k]);
                total += part;
                doubtful += values[k] < 0 ? part : 0;
            } else {
                double noise = 0;
                for (int i = 0; i < root.length; i++) {
                    noise += Math.abs(vectors[k][i] * root[i] * gradient[i]);
                }
                double part = Math.max(0, Math.abs(c) - 64 * EPSILON * noise) * length(k, reach);
                total += part;
                doubtful += part;
            }
        }
        return new Left(total, doubtful);
    }

    /// −|H|⁺∇f: the step to the bottom, away from where f bends down; none along flat directions.
    double[] newtonStep(double[] gradient) {
        double[] step = new double[root.length];
        double threshold = threshold();
        for (int k = 0; k < values.length; k++) {
            if (Math.abs(values[k]) > threshold) {
                double along = -slope(k, gradient) / Math.abs(values[k]);
                for (int i = 0; i < step.length; i++) {
                    step[i] += along * vectors[k][i];
                }
            }
        }
        for (int i = 0; i < step.length; i++) {
            step[i] *= root[i];
        }
        return step;
    }

    /// The largest change of f by curvature along one direction, over `reach`: ½|λ|(|v|·D^½L)².
    double bend(double[] reach) {
        double most = 0;
        for (int k = 0; k < values.length; k++) {
            most = Math.max(most, bend(k, reach));
        }
        return most;
    }

    private double bend(int k, double[] reach) {
        double length = length(k, reach);
        return 0.5 * Math.abs(values[k]) * length * length;
    }

    /// ½ Σ|Hᵢᵢ|(8εθᵢ)²: what f changes when parameters are rounded.
    double rounding(double[] theta) {
        double sum = 0;
        for (int i = 0; i < theta.length; i++) {
            double step = 8 * EPSILON * theta[i];
            sum += 0.5 * diagonal[i] * step * step;
        }
        return sum;
    }

    /// |g|·box + ½ box·|H|·box; infinite where H is not known or not finite.
    double change(double[] gradient, double[] box) {
        if (hessian.isEmpty() || !finite) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        for (int i = 0; i < box.length; i++) {
            double row = 0;
            for (int j = 0; j < box.length; j++) {
                row += Math.abs(hessian.get().get(i, j)) * box[j];
            }
            sum += box[i] * (Math.abs(gradient[i]) + 0.5 * row);
        }
        return sum;
    }

    /// Whether f does not bend up along `move`: dᵀHd ≤ 1e-9 Σ|dᵢHᵢⱼdⱼ|.
    boolean bendsDown(double[] move) {
        if (hessian.isEmpty()) {
            return false;
        }
        double sum = 0;
        double size = 0;
        for (int i = 0; i < move.length && finite; i++) {
            for (int j = 0; j < move.length; j++) {
                double term = move[i] * hessian.get().get(i, j) * move[j];
                sum += term;
                size += Math.abs(term);
            }
        }
        return sum <= 1e-9 * size;
    }
}
