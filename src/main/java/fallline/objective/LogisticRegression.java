package fallline.objective;

import fallline.data.DataException;
import fallline.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Logistic regression of k features: J(b, w) = (1/m) Σᵢ [softplus(zᵢ) − yᵢ zᵢ] + l2/2·‖w‖² with zᵢ = b + w·xᵢ.
///
/// The mean cross-entropy in nats of labels y ∈ {0, 1}, with P(y = 1) = σ(z). It is computed as softplus((1 − 2y)·z),
/// which neither overflows nor cancels. θ is `[intercept, w1 … wk]`; m rows. J is convex.
public final class LogisticRegression implements SampledObjective {
    private final DesignMatrix features;
    private final Labels labels;
    private final Ridge ridge;
    private final List<String> names;
    private final RowKernel kernel;
    private final double[] sums;
    private final Memo<Optional<Optimum>> optimum;
    private @Nullable Gather gather;

    private LogisticRegression(
            DesignMatrix features,
            Labels labels,
            Ridge ridge,
            RowKernel kernel,
            Optional<Memo<Optional<Optimum>>> known) {
        this.features = features;
        this.labels = labels;
        this.ridge = ridge;
        this.names = features.parameterNames();
        this.kernel = kernel;
        this.sums = new double[features.features() + 2];
        this.optimum = known.orElseGet(() -> new Memo<>(this::solve));
    }

    /// A regression on columns of a data set.
    ///
    /// @param positive the label to be coded 1; if absent, as [Labels#of] says
    /// @param l2 ≥ 0
    /// @param standardise whether the features are shifted to mean 0 and scaled to deviation 1; θ is then in those
    /// units
    /// @throws DataException if a column does not fit ([DesignMatrix#of], [Labels#of]), the target is among the
    /// features,
    ///     or l2 < 0
    public static LogisticRegression of(
            Dataset data,
            List<String> features,
            String target,
            Optional<String> positive,
            double l2,
            boolean standardise) {
        if (features.contains(target)) {
            throw new DataException("The target '" + target + "' is among the features: remove it there.");
        }
        DesignMatrix x = DesignMatrix.of(data, features);
        return of(standardise ? x.standardised() : x, Labels.of(data, target, positive), l2);
    }

    /// A regression on features and labels that are ready.
    ///
    /// @throws DataException if l2 < 0
    public static LogisticRegression of(DesignMatrix features, Labels labels, double l2) {
        if (labels.codes().length != features.rows()) {
            throw new IllegalArgumentException(
                    features.rows() + " rows of features, " + labels.codes().length + " labels");
        }
        return new LogisticRegression(features, labels, new Ridge(l2), new ScalarKernel(), Optional.empty());
    }

    /// The features as the model sees them.
    public DesignMatrix features() {
        return features;
    }

    /// The two classes and each row's.
    public Labels labels() {
        return labels;
    }

    @Override
    public int dimension() {
        return features.features() + 1;
    }

    @Override
    public int rows() {
        return labels.codes().length;
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
        for (int from = 0; from < rows(); from += RowKernel.BLOCK) {
            int rows = Math.min(RowKernel.BLOCK, rows() - from);
            kernel.crossEntropy(features.columns(), labels.codes(), from, rows, theta, sums, false);
        }
        return sums[0] / rows() + ridge.value(theta, dimension());
    }

    @Override
    public double gradient(double[] theta, double[] gradient) {
        Arrays.fill(sums, 0);
        for (int from = 0; from < rows(); from += RowKernel.BLOCK) {
            int rows = Math.min(RowKernel.BLOCK, rows() - from);
            kernel.crossEntropy(features.columns(), labels.codes(), from, rows, theta, sums, true);
        }
        return finish(theta, rows(), gradient);
    }

    @Override
    public double gradient(double[] theta, int[] batch, int from, int to, double[] gradient) {
        Gather place = gather();
        Arrays.fill(sums, 0);
        for (int at = from; at < to; at += RowKernel.BLOCK) {
            int rows = Math.min(RowKernel.BLOCK, to - at);
            place.take(features.columns(), labels.codes(), batch, at, rows);
            kernel.crossEntropy(place.x(), place.y(), 0, rows, theta, sums, true);
        }
        return finish(theta, to - from, gradient);
    }

    @Override
    public void hessianTimes(double[] theta, double[] direction, double[] product) {
        Arrays.fill(sums, 0);
        for (int from = 0; from < rows(); from += RowKernel.BLOCK) {
            int rows = Math.min(RowKernel.BLOCK, rows() - from);
            kernel.crossEntropyProduct(features.columns(), from, rows, theta, direction, sums);
        }
        for (int j = 0; j < dimension(); j++) {
            product[j] = sums[j] / rows();
        }
        ridge.addTo(product, direction, dimension());
    }

    /// The best point by Newton's method; empty where there is none, because a plane separates the classes and l2 is 0.
    @Override
    public Optional<Optimum> optimum() {
        return optimum.get();
    }

    private Optional<Optimum> solve() {
        return NewtonSolver.minimum(twin(), features.columns())
                .map(point -> new Optimum(point, twin().value(point), "Newton's method to 1e-12"));
    }

    @Override
    public LogisticRegression twin() {
        return new LogisticRegression(features, labels, ridge, kernel.twin(), Optional.of(optimum));
    }

    private double finish(double[] theta, int rows, double[] gradient) {
        for (int j = 0; j < dimension(); j++) {
            gradient[j] = sums[j + 1] / rows;
        }
        ridge.addTo(gradient, theta, dimension());
        return sums[0] / rows + ridge.value(theta, dimension());
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
