package fallline.objective.kernel;

import java.util.ArrayList;
import java.util.List;

/// The layers of a network and where their parameters lie in θ: layer by layer `W` (outputs × inputs, row-major), `b`.
///
/// @param sizes the number of inputs, of units in each hidden layer, of outputs
/// @param activation of the hidden units
/// @param output what the last layer's sums mean
public record NetworkShape(List<Integer> sizes, Activation activation, Output output) {
    /// What the last layer's sums z mean, and which loss a row with the target y has.
    public enum Output {
        /// A value; (z − y)².
        VALUE,
        /// The logit of the class coded 1; ln(1 + e^z) − y z.
        LOGIT,
        /// One logit a class; ln Σ e^z − z_y.
        LOGITS
    }

    /// The most hidden layers.
    public static final int MOST_LAYERS = 3;

    /// The most units of a hidden layer.
    public static final int MOST_UNITS = 64;

    public NetworkShape {
        sizes = List.copyOf(sizes);
        if (sizes.size() < 2 || sizes.size() > MOST_LAYERS + 2) {
            throw new IllegalArgumentException(
                    "a network has 0 to " + MOST_LAYERS + " hidden layers, got " + (sizes.size() - 2));
        }
        for (int units : sizes.subList(1, sizes.size() - 1)) {
            if (units < 1 || units > MOST_UNITS) {
                throw new IllegalArgumentException("a hidden layer has 1 to " + MOST_UNITS + " units, got " + units);
            }
        }
    }

    /// The number of layers with weights, the last one included.
    public int layers() {
        return sizes.size() - 1;
    }

    /// How many numbers come into layer `layer`, from 0.
    public int inputs(int layer) {
        return sizes.get(layer);
    }

    /// How many numbers come out of layer `layer`, from 0.
    public int outputs(int layer) {
        return sizes.get(layer + 1);
    }

    /// Where layer `layer`'s weights lie.
    public WeightBlock weights(int layer) {
        int at = 0;
        for (int l = 0; l < layer; l++) {
            at += outputs(l) * (inputs(l) + 1);
        }
        return new WeightBlock(at, outputs(layer), inputs(layer));
    }

    /// Where layer `layer`'s biases begin.
    public int biases(int layer) {
        return weights(layer).end();
    }

    /// All layers' weights.
    public List<WeightBlock> weights() {
        List<WeightBlock> all = new ArrayList<>();
        for (int layer = 0; layer < layers(); layer++) {
            all.add(weights(layer));
        }
        return List.copyOf(all);
    }

    /// The number of parameters.
    public int dimension() {
        return biases(layers() - 1) + outputs(layers() - 1);
    }

    /// `W1[1,1]`, `W1[1,2]`, …, `b1[1]`, …: layer, then output and input, all from 1.
    public List<String> parameterNames() {
        List<String> names = new ArrayList<>(dimension());
        for (int layer = 0; layer < layers(); layer++) {
            for (int i = 1; i <= outputs(layer); i++) {
                for (int j = 1; j <= inputs(layer); j++) {
                    names.add("W" + (layer + 1) + "[" + i + "," + j + "]");
                }
            }
            for (int i = 1; i <= outputs(layer); i++) {
                names.add("b" + (layer + 1) + "[" + i + "]");
            }
        }
        return List.copyOf(names);
    }
}
