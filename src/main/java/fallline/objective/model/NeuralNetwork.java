package fallline.objective.model;

import fallline.data.Column;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.objective.kernel.Activation;
import fallline.objective.kernel.KernelSource;
import fallline.objective.kernel.NetworkForward;
import fallline.objective.kernel.NetworkKernel;
import fallline.objective.kernel.NetworkShape;
import fallline.objective.kernel.NetworkShape.Output;
import fallline.objective.kernel.Ridge;
import fallline.objective.kernel.RowData;
import fallline.objective.kernel.RowLoss;
import fallline.objective.kernel.RowMean;
import fallline.objective.kernel.WeightBlock;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A network of 0 to 3 hidden layers: a⁰ = x, aˡ = φ(Wˡ aˡ⁻¹ + bˡ), and the last layer's sums z as they are.
///
/// The loss is the mean squared error (1/m) Σ (z − y)² of one value, or the mean cross-entropy in nats: of two classes
/// with one output and P(y = 1) = σ(z), of more with one output a class and P(y = c) = e^z_c/Σ e^z; always with
/// l2/2·‖W‖². θ is, layer by layer, `W` (outputs × inputs, row-major), then `b`. J is not convex.
public final class NeuralNetwork implements DataModel {
    /// Which loss a network has.
    public enum Loss {
        /// (1/m) Σ (z − y)²
        MSE,
        /// −(1/m) Σ ln P(yᵢ)
        CROSS_ENTROPY
    }

    private final DesignMatrix features;
    private final List<String> classes;
    private final NetworkShape shape;
    private final RowMean mean;

    private NeuralNetwork(DesignMatrix features, List<String> classes, NetworkShape shape, RowMean mean) {
        this.features = features;
        this.classes = List.copyOf(classes);
        this.shape = shape;
        this.mean = mean;
    }

    /// The hidden layers of a network and its loss.
    ///
    /// @param hidden the number of units in each hidden layer
    /// @param activation of all hidden units
    public record Design(List<Integer> hidden, Activation activation, Loss loss) {
        public Design {
            hidden = List.copyOf(hidden);
        }
    }

    /// The loss that suits a target: cross-entropy for words, the squared error for numbers.
    ///
    /// @throws DataException if there is no such column
    public static Loss usualLoss(Dataset data, String target) {
        return data.column(target) instanceof Column.TextColumn ? Loss.CROSS_ENTROPY : Loss.MSE;
    }

    /// A network on columns of a data set.
    ///
    /// @param positive which of two classes is coded 1; if absent, as [Labels#of] says
    /// @param l2 ≥ 0
    /// @throws DataException if a column does not fit ([DesignMatrix#of], [Labels#of], [Classes#of]), the target is
    ///     among the features, a class is named for what are not two classes, or l2 < 0
    /// @throws IllegalArgumentException with a sentence, if there are too many layers or units
    public static NeuralNetwork of(
            Dataset data,
            List<String> features,
            String target,
            Optional<String> positive,
            Design design,
            double l2,
            boolean standardise) {
        DesignMatrix plain = DesignMatrix.of(data, features, target);
        DesignMatrix x = standardise ? plain.standardised() : plain;
        if (design.loss() == Loss.MSE) {
            if (positive.isPresent()) {
                throw new DataException("With the loss mse the target is a value and has no positive class: leave out "
                        + "'positive', or choose cross-entropy.");
            }
            return of(x, DesignMatrix.finite(data, target), List.of(), design, l2);
        }
        Classes all = Classes.of(data, target);
        if (all.labels().size() == 2) {
            Labels two = Labels.of(data, target, positive);
            return of(x, two.codes(), List.of(two.negative(), two.positive()), design, l2);
        }
        if (positive.isPresent()) {
            throw new DataException(data.name() + ": column " + Quote.of(target) + " has "
                    + all.labels().size() + " classes, of which none is the positive one: leave out 'positive'.");
        }
        return of(x, all.codes(), all.labels(), design, l2);
    }

    /// A network on features and a target that are ready.
    ///
    /// @param classes empty for a value, two for one logit, else one logit each; `target` has their numbers
    /// @throws DataException if l2 < 0
    /// @throws IllegalArgumentException with a sentence, if there are too many layers or units
    public static NeuralNetwork of(
            DesignMatrix features, double[] target, List<String> classes, Design design, double l2) {
        List<Integer> sizes = new ArrayList<>(List.of(features.features()));
        sizes.addAll(design.hidden());
        sizes.add(classes.size() <= 2 ? 1 : classes.size());
        Output output = classes.isEmpty() ? Output.VALUE : classes.size() == 2 ? Output.LOGIT : Output.LOGITS;
        return of(features, target, classes, new NetworkShape(sizes, design.activation(), output), l2);
    }

    private static NeuralNetwork of(
            DesignMatrix features, double[] target, List<String> classes, NetworkShape shape, double l2) {
        double slopeFactor = shape.output() == Output.VALUE ? 2 : 1;
        RowLoss loss = new RowLoss(shape.dimension(), 1, slopeFactor, new Ridge(l2, shape.weights()));
        KernelSource kernels = KernelSource.of(lanes -> new NetworkKernel(lanes, shape));
        RowMean mean = new RowMean(new RowData(features.columns(), target), loss, kernels);
        return new NeuralNetwork(features, classes, shape, mean);
    }

    /// The layers and where their parameters lie.
    public NetworkShape shape() {
        return shape;
    }

    /// What the hidden units make of rows.
    ///
    /// @param columns the features in the model's units
    /// @return one array of one number a row for each unit, layer by layer
    public double[][] hidden(double[] theta, double[][] columns) {
        return NetworkForward.hidden(shape, theta, columns);
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
        return classes;
    }

    /// `W1[1,1]`, `W1[1,2]`, …, `b1[1]`, … ([NetworkShape#parameterNames]).
    @Override
    public List<String> parameterNames() {
        return shape.parameterNames();
    }

    @Override
    public List<WeightBlock> weights() {
        return shape.weights();
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
    public NeuralNetwork on(DesignMatrix other, double[] target) {
        return of(other, target, classes, shape, l2());
    }

    @Override
    public NeuralNetwork withoutPenalty() {
        return of(features, target(), classes, shape, 0);
    }

    @Override
    public NeuralNetwork twin() {
        return new NeuralNetwork(features, classes, shape, mean.twin());
    }
}
