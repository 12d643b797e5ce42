package fallline.figure.fit;

import java.util.List;

/// Which units a network has, and where the numbers of its weights and biases stand in one array: layer by layer the
/// weights (units × inputs, row-major), then the biases.
///
/// @param sizes the number of inputs, of units in each hidden layer, of outputs
public record Wiring(List<Integer> sizes) {
    public Wiring {
        sizes = List.copyOf(sizes);
    }

    /// How many layers have weights, the last one included.
    int layers() {
        return sizes.size() - 1;
    }

    /// How many numbers come into layer `layer`, from 0.
    int inputs(int layer) {
        return sizes.get(layer);
    }

    /// How many numbers come out of layer `layer`, from 0.
    int outputs(int layer) {
        return sizes.get(layer + 1);
    }

    /// Where layer `layer`'s weights begin.
    int weights(int layer) {
        int at = 0;
        for (int before = 0; before < layer; before++) {
            at += outputs(before) * (inputs(before) + 1);
        }
        return at;
    }

    /// Where layer `layer`'s biases begin.
    int biases(int layer) {
        return weights(layer) + outputs(layer) * inputs(layer);
    }

    /// How many numbers there are.
    int count() {
        return weights(layers());
    }
}
