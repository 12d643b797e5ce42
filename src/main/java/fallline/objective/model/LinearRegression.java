package fallline.objective.model;

import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.objective.Memo;
import fallline.objective.Optimum;
import fallline.objective.kernel.KernelSource;
import fallline.objective.kernel.Lasso;
import fallline.objective.kernel.Moments;
import fallline.objective.kernel.Ridge;
import fallline.objective.kernel.RowData;
import fallline.objective.kernel.RowLoss;
import fallline.objective.kernel.RowMean;
import fallline.objective.kernel.SquaresKernel;
import fallline.objective.kernel.WeightBlock;
import java.util.List;
import java.util.Optional;

/// Linear regression of k features: J(b, w) = c/m Σᵢ rᵢ² + l2/2·‖w‖² + l1·‖w‖₁ with rᵢ = b + w·xᵢ − yᵢ.
///
/// c is 1 for the mean squared error and ½ for its half. θ is `[intercept, w1 … wk]`; m rows. The Hessian,
/// 2c/m Σ (1, xᵢ)(1, xᵢ)ᵀ with l2 on the diagonal of w, is constant. A polynomial is the regression on products of
/// powers ([DesignMatrix#polynomial]).
public final class LinearRegression implements DataModel {
    /// Which multiple of the squared error is meant.
    public enum Loss {
        /// (1/m) Σ r²
        MSE,
        /// (1/2m) Σ r²
        HALF_MSE
    }

    /// From so many rows on, measurements are taken from sufficient statistics.
    private static final int ROWS_FOR_MOMENTS = 100_000;

    private final DesignMatrix features;
    private final Loss loss;
    private final RowMean mean;
    private final Memo<Optional<Optimum>> optimum;
    private final Memo<Moments> moments;

    private LinearRegression(
            DesignMatrix features,
            Loss loss,
            RowMean mean,
            Optional<Memo<Optional<Optimum>>> known,
            Memo<Moments> moments) {
        this.features = features;
        this.loss = loss;
        this.mean = mean;
        this.optimum = known.orElseGet(() -> new Memo<>(this::solve));
        this.moments = moments;
    }

    /// A regression on columns of a data set.
    ///
    /// @param l2 ≥ 0
    /// @param standardise whether the features are shifted to mean 0 and scaled to deviation 1; θ is then in those
    ///     units
    /// @throws DataException if a column does not fit ([DesignMatrix#of]), the target is among the features, or l2
    /// < 0
    public static LinearRegression of(
            Dataset data, List<String> features, String target, Loss loss, double l2, boolean standardise) {
        DesignMatrix x = DesignMatrix.of(data, features, target);
        double[] y = DesignMatrix.finite(data, target);
        return of(standardise ? x.standardised() : x, y, loss, l2);
    }

    /// A regression on features that are ready.
    ///
    /// @param target m finite numbers, not copied
    /// @throws DataException if l2 < 0
    public static LinearRegression of(DesignMatrix features, double[] target, Loss loss, double l2) {
        return of(features, target, loss, l2, 0);
    }

    /// As above.
    ///
    /// @param l1 ≥ 0
    /// @throws DataException if l2 < 0 or l1 < 0
    public static LinearRegression of(DesignMatrix features, double[] target, Loss loss, double l2, double l1) {
        double slopeFactor =
                switch (loss) {
                    case MSE -> 2;
                    case HALF_MSE -> 1;
                };
        int k = features.features();
        List<WeightBlock> weights = List.of(new WeightBlock(1, 1, k));
        RowLoss rowLoss =
                new RowLoss(k + 1, 0.5 * slopeFactor, slopeFactor, new Ridge(l2, weights), new Lasso(l1, weights));
        KernelSource kernels = KernelSource.of(lanes -> new SquaresKernel(lanes, k));
        RowData data = new RowData(features.columns(), target);
        RowMean mean = new RowMean(data, rowLoss, kernels);
        return new LinearRegression(features, loss, mean, Optional.empty(), new Memo<>(() -> Moments.of(data)));
    }

    @Override
    public RowMean mean() {
        return mean;
    }

    @Override
    public DesignMatrix features() {
        return features;
    }

    /// `intercept` and the features' names.
    @Override
    public List<String> parameterNames() {
        return features.parameterNames();
    }

    /// From the sufficient statistics where rows are many: in k² operations.
    @Override
    public double survey(double[] theta) {
        if (rows() < ROWS_FOR_MOMENTS) {
            return value(theta);
        }
        return mean.loss().lossFactor() * moments.get().meanSquare(theta)
                + mean.loss().ridge().value(theta)
                + lasso().value(theta);
    }

    @Override
    public int surveyedRows() {
        return rows() < ROWS_FOR_MOMENTS ? rows() : 1;
    }

    /// From the sufficient statistics where rows are many: in k² operations.
    @Override
    public double measure(double[] theta, double[] gradient) {
        if (rows() < ROWS_FOR_MOMENTS) {
            return gradient(theta, gradient);
        }
        double square = moments.get().meanSquare(theta, gradient);
        for (int j = 0; j < dimension(); j++) {
            gradient[j] *= mean.loss().slopeFactor();
        }
        mean.loss().ridge().addTo(gradient, theta);
        lasso().addTo(gradient, theta);
        return mean.loss().lossFactor() * square + mean.loss().ridge().value(theta) + lasso().value(theta);
    }

    /// From the sufficient statistics where rows are many: in k² operations.
    @Override
    public void surveyTimes(double[] theta, double[] direction, double[] product) {
        if (rows() < ROWS_FOR_MOMENTS) {
            hessianTimes(theta, direction, product);
            return;
        }
        moments.get().times(direction, product);
        for (int j = 0; j < dimension(); j++) {
            product[j] *= mean.loss().slopeFactor();
        }
        mean.loss().ridge().addTo(product, direction);
    }

    /// Least squares by QR; where the columns are dependent, the shortest of the best points. With l1 by
    /// [LassoSolver]. Empty if numbers overflow, or it is not found.
    @Override
    public Optional<Optimum> optimum() {
        return optimum.get();
    }

    private Optional<Optimum> solve() {
        if (!lasso().isNone()) {
            return LassoSolver.minimum(twin());
        }
        double penalty = l2() * rows() / mean.loss().slopeFactor();
        return LeastSquares.solve(features.columns(), target(), penalty)
                .map(found -> new Optimum(
                        found.point(),
                        twin().value(found.point()),
                        found.fullRank() ? "least squares" : "least squares (the shortest of many solutions)"));
    }

    @Override
    public boolean isQuadratic() {
        return lasso().isNone();
    }

    @Override
    public boolean isConvex() {
        return true;
    }

    @Override
    public double[][] predict(double[] theta, double[][] columns) {
        return new double[][] {LogisticRegression.logits(theta, columns)};
    }

    @Override
    public LinearRegression on(DesignMatrix other, double[] target) {
        return of(other, target, loss, l2(), lasso().weight());
    }

    @Override
    public LinearRegression withoutPenalty() {
        return of(features, target(), loss, 0);
    }

    @Override
    public LinearRegression smooth() {
        return lasso().isNone() ? this : of(features, target(), loss, l2());
    }

    @Override
    public LinearRegression twin() {
        return new LinearRegression(features, loss, mean.twin(), Optional.of(optimum), moments);
    }
}
