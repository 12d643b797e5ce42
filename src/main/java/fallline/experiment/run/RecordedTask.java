package fallline.experiment.run;

import fallline.experiment.Experiment;
import fallline.experiment.RecordedPath;
import fallline.objective.Objective;
import fallline.optimizer.Equation;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.OptimizerCard;
import fallline.optimizer.Update;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The task of a path that was computed elsewhere: there is nothing to take steps with, only what is known to look at.
public final class RecordedTask {
    /// Takes the place of the method, of which nothing is known.
    static final Optimizer METHOD = new Elsewhere();

    private RecordedTask() {}

    /// @throws IllegalArgumentException with a sentence, if the path has some of the problem's parameters only
    static RunTask of(Experiment experiment, RecordedPath path) {
        return of(
                experiment.problem().objective(),
                path,
                experiment.startPoint(),
                experiment.seed(),
                experiment.problem().test());
    }

    /// @param start where the problem starts, for a path of which only losses are known
    /// @throws IllegalArgumentException as above
    public static RunTask of(
            Objective objective, RecordedPath path, double[] start, long seed, Optional<Objective> test) {
        double[] first = path.covers(objective.parameterNames()) ? point(path, objective.parameterNames(), 0) : start;
        return new RunTask(objective, METHOD, path, first, seed, Math.max(1, path.lastStep()), test);
    }

    /// The parameters of one row, in the order of `names`.
    static double[] point(RecordedPath path, List<String> names, int row) {
        double[] theta = new double[names.size()];
        Arrays.setAll(theta, i -> path.number(names.get(i), row));
        return theta;
    }

    private static final class Elsewhere implements Optimizer {
        @Override
        public String id() {
            return "recorded";
        }

        @Override
        public OptimizerCard card() {
            return new OptimizerCard("Recorded path", "", "Was computed elsewhere.", "", "");
        }

        @Override
        public List<Equation> equations() {
            return List.of();
        }

        @Override
        public List<Hyperparameter> hyperparameters() {
            return List.of();
        }

        @Override
        public boolean needsFullBatch() {
            return false;
        }

        @Override
        public int stateSize(int dimension) {
            return 0;
        }

        @Override
        public Update update(int dimension) {
            throw new IllegalStateException("a recorded path takes no steps");
        }
    }
}
