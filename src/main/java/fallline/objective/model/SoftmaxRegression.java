package fallline.objective.model;

import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.objective.Memo;
import fallline.objective.Perceptron;
import fallline.objective.kernel.Activation;
import fallline.objective.kernel.KernelSource;
import fallline.objective.kernel.NetworkForward;
import fallline.objective.kernel.NetworkKernel;
import fallline.objective.kernel.NetworkShape;
import fallline.objective.kernel.Ridge;
import fallline.objective.kernel.RowData;
import fallline.objective.kernel.RowLoss;
import fallline.objective.kernel.RowMean;
import fallline.objective.kernel.WeightBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Softmax regression of K classes on k features: J(W, b) = (1/m) Σᵢ [ln Σ_c e^zᵢc − zᵢyᵢ] + l2/2·‖W‖², zᵢ = W xᵢ + b.
///
/// The mean cross-entropy in nats, with P(y = c) = e^z_c/Σ e^z. θ is `W`, class by class, then the biases; classes
/// stand in the order of their first appearance. J is convex; without l2 it has no single minimum, since the same
/// number can be added to all classes. Source: Bishop 2006, Pattern Recognition and Machine Learning, 4.3.4.
public final class SoftmaxRegression implements DataModel {
    private final DesignMatrix features;
    private final Classes classes;
    private final NetworkShape shape;
    private final RowMean mean;
    private final Memo<Boolean> separable;

    private SoftmaxRegression(
            DesignMatrix features, Classes classes, NetworkShape shape, RowMean mean, Optional<Memo<Boolean>> known) {
        this.features = features;
        this.classes = classes;
        this.shape = shape;
        this.mean = mean;
        this.separable = known.orElseGet(() -> new Memo<>(this::isSeparable));
    }

    private boolean isSeparable() {
        return Perceptron.separates(
                features.columns(), classes.codes(), classes.labels().size());
    }

    /// A regression on columns of a data set.
    ///
    /// @param l2 ≥ 0
    /// @param standardise whether the features are shifted to mean 0 and scaled to deviation 1; θ is then in those
    ///     units
    /// @throws DataException if a column does not fit ([DesignMatrix#of], [Classes#of]), the target is among the
    ///     features, or l2 < 0
    public static SoftmaxRegression of(
            Dataset data, List<String> features, String target, double l2, boolean standardise) {
        DesignMatrix x = DesignMatrix.of(data, features, target);
        return of(standardise ? x.standardised() : x, Classes.of(data, target), l2);
    }

    /// A regression on features and classes that are ready.
    ///
    /// @throws DataException if l2 < 0
    public static SoftmaxRegression of(DesignMatrix features, Classes classes, double l2) {
        NetworkShape shape = new NetworkShape(
                List.of(features.features(), classes.labels().size()), Activation.LINEAR, NetworkShape.Output.LOGITS);
        RowLoss loss = new RowLoss(shape.dimension(), 1, 1, new Ridge(l2, shape.weights()));
        RowData data = new RowData(features.columns(), classes.codes());
        KernelSource kernels = KernelSource.of(lanes -> new NetworkKernel(lanes, shape));
        return new SoftmaxRegression(features, classes, shape, new RowMean(data, loss, kernels), Optional.empty());
    }

    @Override
    public RowMean mean() {
        return mean;
    }

    @Override
    public DesignMatrix features() {
        return features;
    }

    @Override
    public List<String> classes() {
        return classes.labels();
    }

    /// `W[class,feature]`, class by class, then `b[class]`.
    @Override
    public List<String> parameterNames() {
        List<String> names = new ArrayList<>(dimension());
        for (String label : classes.labels()) {
            for (String feature : features.names()) {
                names.add("W[" + label + "," + feature + "]");
            }
        }
        for (String label : classes.labels()) {
            names.add("b[" + label + "]");
        }
        return List.copyOf(names);
    }

    @Override
    public List<WeightBlock> weights() {
        return shape.weights();
    }

    /// One probability a class, also of two.
    @Override
    public int outputs() {
        return classes.labels().size();
    }

    /// Whether planes separate the classes and l2 is 0: J then falls for ever as the weights grow in proportion. It is
    /// known where the perceptron finds such planes within a bounded number of rounds.
    @Override
    public boolean infimumAtInfinity() {
        return l2() == 0 && separable.get();
    }

    @Override
    public boolean isConvex() {
        return true;
    }

    @Override
    public int outputBias(int output) {
        return shape.biases(shape.layers() - 1) + output;
    }

    @Override
    public double[][] predict(double[] theta, double[][] columns) {
        return NetworkForward.predict(shape, theta, columns);
    }

    @Override
    public SoftmaxRegression on(DesignMatrix other, double[] target) {
        return of(other, new Classes(classes.column(), classes.labels(), target), l2());
    }

    @Override
    public SoftmaxRegression withoutPenalty() {
        return of(features, classes, 0);
    }

    @Override
    public SoftmaxRegression twin() {
        return new SoftmaxRegression(features, classes, shape, mean.twin(), Optional.of(separable));
    }
}
