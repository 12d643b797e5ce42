package fallline.experiment;

import fallline.optimizer.RandomStream;
import java.util.Arrays;

/// Where runs start.
public sealed interface Start {
    /// The random numbers of starts are a stream of their own, so that batches do not depend on them.
    long STREAM = -1;

    /// The parameters at step 0 of a problem with `dimension` parameters.
    double[] point(int dimension, long seed);

    /// At given parameters.
    record At(double[] theta) implements Start {
        public At {
            theta = theta.clone();
        }

        @Override
        public double[] point(int dimension, long seed) {
            return theta.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof At at && Arrays.equals(theta, at.theta);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(theta);
        }
    }

    /// Normal numbers times `scale`, from the seed.
    record Normal(double scale) implements Start {
        @Override
        public double[] point(int dimension, long seed) {
            RandomStream random = RandomStream.of(seed, STREAM, 0);
            double[] theta = new double[dimension];
            for (int i = 0; i < dimension; i++) {
                theta[i] = scale * random.normal();
            }
            return theta;
        }
    }

    /// At the given numbers.
    static Start at(double... theta) {
        return new At(theta);
    }
}
