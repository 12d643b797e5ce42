package fallline.analysis;

import fallline.data.RandomStream;
import fallline.objective.kernel.WeightBlock;
import java.util.List;

/// Random directions in the space of parameters, the same for the same seed.
final class RandomDirections {
    private RandomDirections() {}

    /// Two directions of length 1 at right angles, every orientation equally likely.
    static double[][] pair(int dimension, long seed) {
        double[] first = normals(dimension, seed, 1);
        double[] second = normals(dimension, seed, 2);
        MainComponents.normalise(first);
        MainComponents.removeAlong(first, second);
        MainComponents.normalise(second);
        return new double[][] {first, second};
    }

    /// A random direction d of which each filter is as long as that of the weights: d ← d/‖d‖·‖θ‖ filter by filter, and
    /// 0 for biases (Li, Xu, Taylor, Studer & Goldstein 2018, "Visualizing the Loss Landscape of Neural Nets",
    /// section 4). A filter is what leads into one unit: a row of a block.
    ///
    /// @param theta the weights, n numbers
    /// @param blocks where they lie; without any, all numbers are one filter
    static double[] filterNormalised(double[] theta, List<WeightBlock> blocks, long seed, int number) {
        double[] drawn = normals(theta.length, seed, number);
        if (blocks.isEmpty()) {
            scale(drawn, theta, 0, theta.length);
            return drawn;
        }
        double[] direction = new double[theta.length];
        for (WeightBlock block : blocks) {
            for (int row = 0; row < block.outputs(); row++) {
                int from = block.at() + row * block.inputs();
                System.arraycopy(drawn, from, direction, from, block.inputs());
                scale(direction, theta, from, from + block.inputs());
            }
        }
        return direction;
    }

    private static void scale(double[] direction, double[] theta, int from, int to) {
        double own = 0;
        double wanted = 0;
        for (int i = from; i < to; i++) {
            own += direction[i] * direction[i];
            wanted += theta[i] * theta[i];
        }
        double factor = own > 0 ? Math.sqrt(wanted / own) : 0;
        for (int i = from; i < to; i++) {
            direction[i] *= factor;
        }
    }

    private static double[] normals(int dimension, long seed, int number) {
        RandomStream random = RandomStream.of(seed, number, 0);
        double[] values = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            values[i] = random.normal();
        }
        return values;
    }
}
