package fallline.objective.model;

import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.objective.Memo;
import fallline.objective.Optimum;
import fallline.objective.kernel.CrossEntropyKernel;
import fallline.objective.kernel.Elementary;
import fallline.objective.kernel.KernelSource;
import fallline.objective.kernel.Lasso;
import fallline.objective.kernel.Ridge;
import fallline.objective.kernel.RowData;
import fallline.objective.kernel.RowLoss;
import fallline.objective.kernel.RowMean;
import fallline.objective.kernel.WeightBlock;
import java.util.List;
import java.util.Optional;

/// Logistic regression of k features: J(b, w) = (1/m) Σᵢ [softplus(zᵢ) − yᵢ zᵢ] + l2/2·‖w‖² + l1·‖w‖₁, zᵢ = b + w·xᵢ.
///
/// The mean cross-entropy in nats of labels y ∈ {0, 1}, with P(y = 1) = σ(z). It is computed as softplus((1 − 2y)·z),
/// which neither overflows nor cancels. θ is `[intercept, w1 … wk]`; m rows. J is convex.
public final class LogisticRegression implements DataModel {
    /// Up to so many numbers of data the best point is there within a few milliseconds.
    private static final long NUMBERS_AT_ONCE = 300_000;

    /// @param value J at the best point; NaN where there is none
    private record Solution(NewtonSolver.Outcome outcome, double value, String method) {}

    private final DesignMatrix features;
    private final Labels labels;
    private final RowMean mean;
    private final Memo<Solution> solution;

    private LogisticRegression(DesignMatrix features, Labels labels, RowMean mean, Optional<Memo<Solution>> known) {
        this.features = features;
        this.labels = labels;
        this.mean = mean;
        this.solution = known.orElseGet(() -> new Memo<>(this::solve));
    }

    /// A regression on columns of a data set.
    ///
    /// @param positive the label to be coded 1; if absent, as [Labels#of] says
    /// @param l2 ≥ 0
    /// @param standardise whether the features are shifted to mean 0 and scaled to deviation 1; θ is then in those
    ///     units
    /// @throws DataException if a column does not fit ([DesignMatrix#of], [Labels#of]), the target is among the
    ///     features, or l2 < 0
    public static LogisticRegression of(
            Dataset data,
            List<String> features,
            String target,
            Optional<String> positive,
            double l2,
            boolean standardise) {
        DesignMatrix x = DesignMatrix.of(data, features, target);
        return of(standardise ? x.standardised() : x, Labels.of(data, target, positive), l2);
    }

    /// A regression on features and labels that are ready.
    ///
    /// @throws DataException if l2 < 0
    public static LogisticRegression of(DesignMatrix features, Labels labels, double l2) {
        return of(features, labels, l2, 0);
    }

    /// As above.
    ///
    /// @param l1 ≥ 0
    /// @throws DataException if l2 < 0 or l1 < 0
    public static LogisticRegression of(DesignMatrix features, Labels labels, double l2, double l1) {
        int k = features.features();
        List<WeightBlock> weights = List.of(new WeightBlock(1, 1, k));
        RowLoss loss = new RowLoss(k + 1, 1, 1, new Ridge(l2, weights), new Lasso(l1, weights));
        RowData data = new RowData(features.columns(), labels.codes());
        KernelSource kernels = KernelSource.of(lanes -> new CrossEntropyKernel(lanes, k));
        return new LogisticRegression(features, labels, new RowMean(data, loss, kernels), Optional.empty());
    }

    @Override
    public RowMean mean() {
        return mean;
    }

    @Override
    public DesignMatrix features() {
        return features;
    }

    /// The two classes and each row's.
    public Labels labels() {
        return labels;
    }

    @Override
    public List<String> classes() {
        return List.of(labels.negative(), labels.positive());
    }

    /// `intercept` and the features' names.
    @Override
    public List<String> parameterNames() {
        return features.parameterNames();
    }

    /// The best point by Newton's method; empty where there is none ([#infimumAtInfinity]) or it is not found.
    @Override
    public Optional<Optimum> optimum() {
        return best(solution.get());
    }

    @Override
    public Optional<Optimum> optimumAtHand() {
        return (long) rows() * dimension() <= NUMBERS_AT_ONCE
                ? optimum()
                : solution.atHand().flatMap(LogisticRegression::best);
    }

    private static Optional<Optimum> best(Solution solution) {
        return solution.outcome() instanceof NewtonSolver.Found(double[] point)
                ? Optional.of(new Optimum(point, solution.value(), solution.method()))
                : Optional.empty();
    }

    /// Whether a plane separates the classes and there is no penalty: J then falls for ever as the weights grow in
    /// proportion, and
    /// has no minimum (Albert & Anderson 1984).
    @Override
    public boolean infimumAtInfinity() {
        return l2() == 0
                && lasso().isNone()
                && solution.get().outcome() instanceof NewtonSolver.Failed(double[] last)
                && separates(last);
    }

    /// Whether every row lies on its side of z = 0, and none on it.
    private boolean separates(double[] theta) {
        double[] z = logits(theta, features.columns());
        for (int i = 0; i < z.length; i++) {
            if (!(labels.codes()[i] == 1 ? z[i] > 0 : z[i] < 0)) {
                return false;
            }
        }
        return true;
    }

    private Solution solve() {
        LogisticRegression own = twin();
        if (!lasso().isNone()) {
            return LassoSolver.minimum(own)
                    .map(best -> new Solution(new NewtonSolver.Found(best.point()), best.value(), best.source()))
                    .orElseGet(() -> new Solution(new NewtonSolver.Failed(new double[dimension()]), Double.NaN, ""));
        }
        NewtonSolver.Outcome outcome = NewtonSolver.minimum(own, features.columns());
        return new Solution(
                outcome,
                outcome instanceof NewtonSolver.Found(double[] point) ? own.value(point) : Double.NaN,
                "Newton's method to 10⁻¹²");
    }

    @Override
    public boolean isConvex() {
        return true;
    }

    @Override
    public double[][] predict(double[] theta, double[][] columns) {
        double[] probabilities = logits(theta, columns);
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = Elementary.sigmoid(probabilities[i]);
        }
        return new double[][] {probabilities};
    }

    /// b + w·x for each row.
    static double[] logits(double[] theta, double[][] columns) {
        double[] z = new double[columns[0].length];
        for (int i = 0; i < z.length; i++) {
            z[i] = theta[0];
            for (int j = 0; j < columns.length; j++) {
                z[i] = Math.fma(theta[j + 1], columns[j][i], z[i]);
            }
        }
        return z;
    }

    @Override
    public LogisticRegression on(DesignMatrix other, double[] target) {
        return of(
                other,
                new Labels(labels.column(), labels.negative(), labels.positive(), target),
                l2(),
                lasso().weight());
    }

    @Override
    public LogisticRegression withoutPenalty() {
        return of(features, labels, 0);
    }

    @Override
    public LogisticRegression smooth() {
        return lasso().isNone() ? this : of(features, labels, l2());
    }

    @Override
    public LogisticRegression twin() {
        return new LogisticRegression(features, labels, mean.twin(), Optional.of(solution));
    }
}
