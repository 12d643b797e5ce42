package fallline.objective.model;

import fallline.objective.kernel.NetworkForward;
import fallline.objective.kernel.NetworkShape;
import fallline.objective.kernel.NetworkShape.Output;
import fallline.objective.kernel.WeightBlock;
import java.util.Arrays;

/// One row's way through one layer of a network: forwards z = W·in + b and a = φ(z), backwards δ = ∂ℓ/∂z of the row's
/// loss ℓ, and with it ∂ℓ/∂W = δ·inᵀ and ∂ℓ/∂b = δ.
///
/// @param layer from 0; the last one is the output
/// @param in what comes into each of its units, k numbers
/// @param weights u × k, row-major
/// @param biases u numbers
/// @param sums z, u numbers
/// @param outputs a, u numbers; of the last layer the prediction
/// @param deltas δ, u numbers
/// @param slopes ∂ℓ/∂W, u × k, row-major
public record LayerPass(
        int layer,
        double[] in,
        double[] weights,
        double[] biases,
        double[] sums,
        double[] outputs,
        double[] deltas,
        double[] slopes) {
    /// Goes with row `row` (from 0) of the network's data through layer `layer`.
    ///
    /// @param rows those of the network
    public static LayerPass of(NeuralNetwork network, RowGradients rows, double[] theta, int row, int layer) {
        NetworkShape shape = network.shape();
        double[][] features = rows.features(row);
        double[][] hidden = network.hidden(theta, features);
        WeightBlock block = shape.weights(layer);
        int biases = shape.biases(layer);
        double[] gradient = rows.of(theta, row);
        boolean last = layer == shape.layers() - 1;
        return new LayerPass(
                layer,
                layer == 0 ? column(features, 0, features.length) : units(hidden, shape, layer - 1),
                Arrays.copyOfRange(theta, block.at(), block.end()),
                Arrays.copyOfRange(theta, biases, biases + block.outputs()),
                sums(shape, theta, features, layer),
                last ? rows.predictions(theta, row) : units(hidden, shape, layer),
                Arrays.copyOfRange(gradient, biases, biases + block.outputs()),
                Arrays.copyOfRange(gradient, block.at(), block.end()));
    }

    /// z: the value of the network that ends with this layer. Its parameters are the first of θ.
    private static double[] sums(NetworkShape shape, double[] theta, double[][] features, int layer) {
        NetworkShape upTo = new NetworkShape(shape.sizes().subList(0, layer + 2), shape.activation(), Output.VALUE);
        double[][] z = NetworkForward.predict(upTo, theta, features);
        return column(z, 0, z.length);
    }

    private static double[] units(double[][] hidden, NetworkShape shape, int layer) {
        int before = 0;
        for (int l = 0; l < layer; l++) {
            before += shape.outputs(l);
        }
        return column(hidden, before, before + shape.outputs(layer));
    }

    private static double[] column(double[][] units, int from, int to) {
        double[] numbers = new double[to - from];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = units[from + i][0];
        }
        return numbers;
    }

    /// The number of units, u.
    public int units() {
        return sums.length;
    }
}
