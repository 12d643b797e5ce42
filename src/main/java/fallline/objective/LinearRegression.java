package fallline.objective;

import fallline.data.DataException;
import fallline.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Linear regression of k features: J(b, w) = c/m Σᵢ rᵢ² + l2/2·‖w‖² with rᵢ = b + w·xᵢ − yᵢ.
///
/// c is 1 for the mean squared error and ½ for its half. θ is `[intercept, w1 … wk]`; m rows. The Hessian,
/// 2c/m Σ (1, xᵢ)(1, xᵢ)ᵀ with l2 on the diagonal of w, is constant.
public final class LinearRegression implements SampledObjective {
    /// Which multiple of the squared error is meant.
    public enum Loss {
        /// (1/m) Σ r²
        MSE,
        /// (1/2m) Σ r²
        HALF_MSE
    }

    private final DesignMatrix features;
    private final double[] target;
    private final Loss loss;
    private final Ridge ridge;
    private final List<String> names;
    private final RowKernel kernel;
    private final double[] sums;
    private final Memo<Optional<Optimum>> optimum;
    private @Nullable Gather gather;

    private LinearRegression(
            DesignMatrix features,
            double[] target,
            Loss loss,
            Ridge ridge,
            RowKernel kernel,
            Optional<Memo<Optional<Optimum>>> known) {
        this.features = features;
        this.target = target;
        this.loss = loss;
        this.ridge = ridge;
        this.names = features.parameterNames();
        this.kernel = kernel;
        this.sums = new double[features.features() + 2];
        this.optimum = known.orElseGet(() -> new Memo<>(this::solve));
    }

    /// A regression on columns of a data set.
    ///
    /// @param l2 ≥ 0
    /// @param standardise whether the features are shifted to mean 0 and scaled to deviation 1; θ is then in those
    /// units
    /// @throws DataException if a column does not fit ([DesignMatrix#of]), the target is among the features, or l2
    /// < 0
    public static LinearRegression of(
            Dataset data, List<String> features, String target, Loss loss, double l2, boolean standardise) {
        if (features.contains(target)) {
            throw new DataException("The target '" + target + "' is among the features: remove it there.");
        }
        DesignMatrix x = DesignMatrix.of(data, features);
        double[] y = DesignMatrix.finite(data, target);
        return of(standardise ? x.standardised() : x, y, loss, l2);
    }

    /// A regression on features that are ready.
    ///
    /// @param target m finite numbers, not copied
    /// @throws DataException if l2 < 0
    public static LinearRegression of(DesignMatrix features, double[] target, Loss loss, double l2) {
        if (target.length != features.rows()) {
            throw new IllegalArgumentException(features.rows() + " rows of features, " + target.length + " of target");
        }
        return new LinearRegression(features, target, loss, new Ridge(l2), new ScalarKernel(), Optional.empty());
    }

    /// The features as the model sees them.
    public DesignMatrix features() {
        return features;
    }

    /// The target, m numbers; not to be changed.
    public double[] target() {
        return target;
    }

    @Override
    public int dimension() {
        return features.features() + 1;
    }

    @Override
    public int rows() {
        return target.length;
    }

    @Override
    public List<String> parameterNames() {
        return names;
    }

    @Override
    public Goal goal() {
        return Goal.MINIMISE;
    }

    @Override
    public double value(double[] theta) {
        Arrays.fill(sums, 0);
        for (int from = 0; from < target.length; from += RowKernel.BLOCK) {
            int rows = Math.min(RowKernel.BLOCK, target.length - from);
            kernel.squares(features.columns(), target, from, rows, theta, sums, false);
        }
        return meanLoss(target.length) + ridge.value(theta, dimension());
    }

    @Override
    public double gradient(double[] theta, double[] gradient) {
        Arrays.fill(sums, 0);
        for (int from = 0; from < target.length; from += RowKernel.BLOCK) {
            int rows = Math.min(RowKernel.BLOCK, target.length - from);
            kernel.squares(features.columns(), target, from, rows, theta, sums, true);
        }
        return finish(theta, target.length, gradient);
    }

    @Override
    public double gradient(double[] theta, int[] batch, int from, int to, double[] gradient) {
        Gather place = gather();
        Arrays.fill(sums, 0);
        for (int at = from; at < to; at += RowKernel.BLOCK) {
            int rows = Math.min(RowKernel.BLOCK, to - at);
            place.take(features.columns(), target, batch, at, rows);
            kernel.squares(place.x(), place.y(), 0, rows, theta, sums, true);
        }
        return finish(theta, to - from, gradient);
    }

    @Override
    public void hessianTimes(double[] theta, double[] direction, double[] product) {
        Arrays.fill(sums, 0);
        for (int from = 0; from < target.length; from += RowKernel.BLOCK) {
            int rows = Math.min(RowKernel.BLOCK, target.length - from);
            kernel.squaresProduct(features.columns(), from, rows, direction, sums);
        }
        for (int j = 0; j < dimension(); j++) {
            product[j] = slopeFactor() * sums[j] / target.length;
        }
        ridge.addTo(product, direction, dimension());
    }

    /// Least squares by QR; where the columns are dependent, the shortest of the best points. Empty if numbers
    /// overflow.
    @Override
    public Optional<Optimum> optimum() {
        return optimum.get();
    }

    private Optional<Optimum> solve() {
        double penalty = ridge.weight() * target.length / slopeFactor();
        return LeastSquares.solve(features.columns(), target, penalty)
                .map(found -> new Optimum(
                        found.point(),
                        twin().value(found.point()),
                        found.fullRank() ? "least squares" : "least squares (the shortest of many solutions)"));
    }

    /// R² = 1 − Σ r²/Σ (y − ȳ)², empty for a constant target.
    public OptionalDouble rSquared(double[] theta) {
        double mean = Arrays.stream(target).sum() / target.length;
        double total = 0;
        double left = 0;
        for (int i = 0; i < target.length; i++) {
            double z = theta[0];
            for (int j = 0; j < features.features(); j++) {
                z = Math.fma(theta[j + 1], features.columns()[j][i], z);
            }
            left = Math.fma(z - target[i], z - target[i], left);
            total = Math.fma(target[i] - mean, target[i] - mean, total);
        }
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - left / total);
    }

    @Override
    public LinearRegression twin() {
        return new LinearRegression(features, target, loss, ridge, kernel.twin(), Optional.of(optimum));
    }

    private double finish(double[] theta, int rows, double[] gradient) {
        for (int j = 0; j < dimension(); j++) {
            gradient[j] = slopeFactor() * sums[j + 1] / rows;
        }
        ridge.addTo(gradient, theta, dimension());
        return meanLoss(rows) + ridge.value(theta, dimension());
    }

    private double meanLoss(int rows) {
        return 0.5 * slopeFactor() * sums[0] / rows;
    }

    /// 2c: the loss is half of it times r², the slope all of it times r.
    private double slopeFactor() {
        return switch (loss) {
            case MSE -> 2;
            case HALF_MSE -> 1;
        };
    }

    private Gather gather() {
        Gather place = gather;
        if (place == null) {
            place = new Gather(features.features());
            gather = place;
        }
        return place;
    }
}
