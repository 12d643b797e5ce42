package fallline.experiment;

import fallline.data.RandomStream;
import fallline.objective.Objective;
import fallline.objective.kernel.WeightBlock;
import fallline.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Where runs start.
public sealed interface Start {
    /// The random numbers of starts are a stream of their own, so that batches do not depend on them.
    long STREAM = -1;

    /// The parameters at step 0 of a problem.
    double[] point(Objective objective, long seed);

    /// At given parameters.
    record At(double[] theta) implements Start {
        public At {
            theta = theta.clone();
        }

        @Override
        public double[] point(Objective objective, long seed) {
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

    /// How far random weights lie from 0: the deviation of their normal distribution.
    enum Spread {
        /// 1
        NORMAL,
        /// √(2/(inputs + outputs)) of their layer. Source: Glorot & Bengio 2010, eq. 12, for normal numbers.
        GLOROT,
        /// √(2/inputs) of their layer. Source: He, Zhang, Ren & Sun 2015, eq. 10.
        HE;

        /// As an experiment file says it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        double deviation(WeightBlock block) {
            return switch (this) {
                case NORMAL -> 1;
                case GLOROT -> StrictMath.sqrt(2.0 / (block.inputs() + block.outputs()));
                case HE -> StrictMath.sqrt(2.0 / block.inputs());
            };
        }
    }

    /// Weights that are normal numbers times the spread times `scale`, from the seed; intercepts and biases are 0.
    /// Numbers are drawn for the weights alone, in the order of θ. Where a problem has no weights, all parameters
    /// are drawn, with the deviation `scale`.
    record Random(Spread spread, double scale) implements Start {
        @Override
        public double[] point(Objective objective, long seed) {
            return point(objective, seed, 0);
        }

        /// As above, for a repeat: each has a start of its own.
        ///
        /// @param repeat from 1; 0 is the start of the experiment itself
        public double[] point(Objective objective, long seed, int repeat) {
            RandomStream random = RandomStream.of(seed, STREAM, repeat);
            double[] theta = new double[objective.dimension()];
            List<WeightBlock> blocks = objective.weights();
            if (blocks.isEmpty()) {
                fill(theta, 0, theta.length, scale, random);
            }
            for (WeightBlock block : blocks) {
                fill(theta, block.at(), block.end(), scale * spread.deviation(block), random);
            }
            return theta;
        }

        private static void fill(double[] theta, int from, int to, double deviation, RandomStream random) {
            for (int i = from; i < to; i++) {
                theta[i] = deviation * random.normal();
            }
        }
    }

    /// At the given numbers.
    static Start at(double... theta) {
        return new At(theta);
    }

    /// Where a problem starts if nothing is said: a function of the catalogue at its first start, a network at Glorot's
    /// weights, any other at 0.
    static Start usual(Problem problem) {
        return switch (problem) {
            case Problem.Formula formula
            when formula.card().isPresent() -> new At(formula.card().get().firstStart());
            case Problem _ when problem.family().startsAtRandom() -> new Random(Spread.GLOROT, 1);
            default -> new At(new double[problem.objective().dimension()]);
        };
    }
}
