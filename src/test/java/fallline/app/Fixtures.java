package fallline.app;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.TaskResolver;
import fallline.experiment.ViewState;
import fallline.experiment.Workbench;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.Problem;
import fallline.objective.SampledObjective;
import fallline.optimizer.Evaluation;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.OptimizerCard;
import fallline.optimizer.OptimizerCatalogue;
import fallline.optimizer.Stage;
import fallline.optimizer.Update;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.application.Platform;

/// A small world for tests of the window's parts: two optimizers, a bowl, a bowl with rows, and a workbench of the FX
/// thread.
public final class Fixtures {
    private static final Hyperparameter LR = new Hyperparameter(
            "lr",
            "learning rate",
            new Hyperparameter.Range(1e-3, 1e-6, 10, true, Hyperparameter.Interval.NON_NEGATIVE));
    private static final Hyperparameter MOMENTUM = new Hyperparameter(
            "momentum",
            "share of the last step",
            new Hyperparameter.Range(0.9, 0, 0.9999, false, new Hyperparameter.Interval(0, true, 1, false)));

    /// θ ← θ − lr·g.
    public static final Optimizer GD =
            new Rule("gd", new OptimizerCard("Gradient descent", "Cauchy 1847", "", "", ""), List.of(LR));

    /// The same with momentum.
    public static final Optimizer HEAVY_BALL =
            new Rule("momentum", new OptimizerCard("Momentum", "Polyak 1964", "", "", ""), List.of(LR, MOMENTUM));

    /// Both.
    public static final OptimizerCatalogue CATALOGUE = new OptimizerCatalogue() {
        @Override
        public List<Optimizer> all() {
            return List.of(GD, HEAVY_BALL);
        }

        @Override
        public Optimizer find(String id, Map<String, String> own) {
            return all().stream()
                    .filter(optimizer -> optimizer.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no optimizer '" + id + "'"));
        }
    };

    private Fixtures() {}

    /// J = w² from 20 with rate 0.1.
    public static Experiment bowl() {
        return experiment(new Problem.Formula("w^2", List.of("w"), Map.of(), new Bowl(List.of("w"), Goal.MINIMISE)), 20);
    }

    /// A bowl over two parameters that is a mean over `rows` equal rows.
    public static Experiment sampled(int rows) {
        Objective objective = new SampledBowl(new Bowl(List.of("intercept", "x"), Goal.MINIMISE), rows);
        // only the objective counts here: the problem's kind is a formula because it needs no data
        return experiment(new Problem.Formula("", List.of("intercept", "x"), Map.of(), objective), -0.35, -1.37);
    }

    /// The same formula with another goal.
    public static Problem withGoal(Problem.Formula formula, Goal goal) {
        return new Problem.Formula(
                formula.expression(),
                formula.variables(),
                formula.parameters(),
                new Bowl(formula.variables(), goal));
    }

    private static Experiment experiment(Problem problem, double... start) {
        Run run = new Run("Gradient descent", RunRecipe.of("gd", Map.of("lr", HyperValue.of(0.1))));
        return new Experiment(problem, Start.at(start), 42, 100, List.of(run), Map.of());
    }

    /// A workbench of the FX thread.
    public static Workbench workbench(Experiment experiment) {
        return new Workbench(
                experiment,
                ViewState.initial(
                        experiment.runs().getFirst().name(),
                        experiment.problem().objective().dimension()),
                new TaskResolver(CATALOGUE),
                Runnable::run,
                Platform::runLater);
    }

    /// The rate that the recipe of run `index` has from the start.
    public static double rate(Workbench workbench, int index) {
        HyperValue value = workbench.experiment().runs().get(index).recipe().hyperparameters().get("lr");
        return value instanceof HyperValue.Amount(double rate) ? rate : Double.NaN;
    }

    private record Rule(String id, OptimizerCard card, List<Hyperparameter> hyperparameters) implements Optimizer {
        @Override
        public boolean needsFullBatch() {
            return false;
        }

        @Override
        public int stateSize(int dimension) {
            return dimension;
        }

        @Override
        public Update update(int dimension) {
            double[] gradient = new double[dimension];
            return new Update() {
                @Override
                public void start(double[] theta, double[] hyper, double[] state) {}

                @Override
                public double step(double[] theta, double[] hyper, double[] state, int t, Evaluation evaluation) {
                    evaluation.gradient(theta, gradient);
                    double keep = hyper.length > 1 ? hyper[1] : 0;
                    for (int i = 0; i < dimension; i++) {
                        state[i] = keep * state[i] + gradient[i];
                        theta[i] -= hyper[0] * state[i];
                    }
                    return hyper[0];
                }

                @Override
                public List<Stage> explain(
                        double[] theta, double[] hyper, double[] state, int t, int index, String name, Evaluation evaluation) {
                    return List.of();
                }
            };
        }
    }

    /// Σ θᵢ².
    private record Bowl(List<String> parameterNames, Goal goal) implements Objective {
        @Override
        public int dimension() {
            return parameterNames.size();
        }

        @Override
        public double value(double[] theta) {
            return IntStream.range(0, dimension()).mapToDouble(i -> theta[i] * theta[i]).sum();
        }

        @Override
        public double gradient(double[] theta, double[] gradient) {
            for (int i = 0; i < dimension(); i++) {
                gradient[i] = 2 * theta[i];
            }
            return value(theta);
        }

        @Override
        public void hessianTimes(double[] theta, double[] direction, double[] product) {
            for (int i = 0; i < dimension(); i++) {
                product[i] = 2 * direction[i];
            }
        }

        @Override
        public Objective twin() {
            return this;
        }
    }

    private record SampledBowl(Bowl bowl, int rows) implements SampledObjective {
        @Override
        public int dimension() {
            return bowl.dimension();
        }

        @Override
        public List<String> parameterNames() {
            return bowl.parameterNames();
        }

        @Override
        public Goal goal() {
            return bowl.goal();
        }

        @Override
        public double value(double[] theta) {
            return bowl.value(theta);
        }

        @Override
        public double gradient(double[] theta, double[] gradient) {
            return bowl.gradient(theta, gradient);
        }

        @Override
        public double gradient(double[] theta, int[] batch, int from, int to, double[] gradient) {
            return bowl.gradient(theta, gradient);
        }

        @Override
        public void hessianTimes(double[] theta, double[] direction, double[] product) {
            bowl.hessianTimes(theta, direction, product);
        }

        @Override
        public SampledObjective twin() {
            return this;
        }
    }
}
