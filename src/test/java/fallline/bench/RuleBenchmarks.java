package fallline.bench;

import fallline.experiment.Experiment;
import fallline.experiment.Start;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Objective;
import fallline.optimizer.Evaluation;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.Update;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Compiled update rules beside the same steps written in Java.
final class RuleBenchmarks {
    private static final int STEPS = 10_000;
    private static final int LATE = 20_000;
    private static final int MANY = 100_000;

    /// The gradient of Rosenbrock's valley, written by hand.
    private static final Evaluation VALLEY = new Evaluation() {
        @Override
        public double gradient(double[] p, double[] gradient) {
            double valley = p[1] - p[0] * p[0];
            gradient[0] = -2 * (1 - p[0]) - 400 * p[0] * valley;
            gradient[1] = 200 * valley;
            return (1 - p[0]) * (1 - p[0]) + 100 * valley * valley;
        }

        @Override
        public double value(double[] p) {
            throw new IllegalStateException("rules ask for gradients only");
        }

        @Override
        public void hessianTimes(double[] p, double[] direction, double[] product) {
            throw new IllegalStateException("rules ask for gradients only");
        }
    };

    private RuleBenchmarks() {}

    static void run(Report report) {
        Rule adam = new Rule("adam", 2);
        double[] start = {-1.5, 2};
        double[] best = Report.bestInTurns(STEPS, () -> adamByHand(start), () -> adam.steps(start, STEPS, VALLEY));
        report.line("an Adam step on Rosenbrock, in Java by hand", best[0], "ns", "");
        report.line("an Adam step on Rosenbrock", best[1], "ns", "<= 50 ns");
        adam.steps(start, LATE, VALLEY);
        report.line(
                "the same after 20,000 steps", Report.best(STEPS, () -> adam.more(STEPS, VALLEY)), "ns", "<= 50 ns");
        engine(report);
        large(report);
    }

    /// A rule with its numbers.
    private static final class Rule {
        private final Update update;
        private final double[] hyper;
        private final double[] state;
        private final double[] theta;
        private int t;

        Rule(String id, int dimension) {
            Optimizer optimizer = Cases.CATALOGUE.find(id, Map.of());
            update = optimizer.update(dimension);
            hyper = optimizer.hyperparameters().stream()
                    .mapToDouble(parameter -> parameter.encode(parameter.initial(), id))
                    .toArray();
            hyper[optimizer.indexOf(Hyperparameter.LEARNING_RATE)] = 1e-3;
            state = new double[optimizer.stateSize(dimension)];
            theta = new double[dimension];
        }

        void steps(double[] start, int count, Evaluation evaluation) {
            System.arraycopy(start, 0, theta, 0, start.length);
            update.start(theta, hyper, state);
            t = 0;
            more(count, evaluation);
        }

        void more(int count, Evaluation evaluation) {
            for (int k = 0; k < count; k++) {
                update.step(theta, hyper, state, ++t, evaluation);
            }
        }
    }

    private static double[] adamByHand(double[] start) {
        double[] p = start.clone();
        double[] g = new double[2];
        double[] m = new double[2];
        double[] v = new double[2];
        double power1 = 1;
        double power2 = 1;
        for (int k = 0; k < STEPS; k++) {
            VALLEY.gradient(p, g);
            power1 = power1 * 0.9 < 1e-300 ? 0 : power1 * 0.9;
            power2 = power2 * 0.999 < 1e-300 ? 0 : power2 * 0.999;
            for (int i = 0; i < 2; i++) {
                m[i] = 0.9 * m[i] + (1 - 0.9) * g[i];
                v[i] = 0.999 * v[i] + (1 - 0.999) * g[i] * g[i];
                p[i] -= 1e-3 * (m[i] / (1 - power1)) / (Math.sqrt(v[i] / (1 - power2)) + 1e-8);
            }
        }
        return p;
    }

    private static void engine(Report report) {
        Experiment experiment = new Experiment(
                Cases.formula("(1 - x)^2 + 100*(y - x^2)^2", "x", "y"),
                Start.at(-1.5, 2),
                0,
                MANY,
                List.of(Cases.run("Adam", "adam", 1e-3)),
                Map.of());
        RunTask task = Cases.RESOLVER.resolve(experiment, experiment.runs().getFirst());
        Objective objective = experiment.problem().objective();
        double[] gradient = new double[2];
        double[] point = {-1.5, 2};
        double value = Report.best(MANY, () -> {
            for (int k = 0; k < MANY; k++) {
                point[0] += 1e-12 * objective.gradient(point, gradient);
            }
        });
        report.line("value and gradient of Rosenbrock, as a formula", value, "ns", "");
        double step = Report.best(MANY, () -> TraceRecorder.record(task, () -> false, _ -> {}));
        report.line("an Adam step on Rosenbrock, through the engine with its trace", step, "ns", "<= 90 ns");
    }

    private static void large(Report report) {
        Rule momentum = new Rule("momentum", MANY);
        double[] gradient = new double[MANY];
        Arrays.fill(gradient, 1e-3);
        Evaluation given = new Evaluation() {
            @Override
            public double gradient(double[] theta, double[] into) {
                System.arraycopy(gradient, 0, into, 0, MANY);
                return 0;
            }

            @Override
            public double value(double[] theta) {
                return 0;
            }

            @Override
            public void hessianTimes(double[] theta, double[] direction, double[] product) {}
        };
        double[] theta = new double[MANY];
        double[] velocity = new double[MANY];
        double[] copy = new double[MANY];
        Runnable hand = () -> {
            for (int k = 0; k < 20; k++) {
                given.gradient(theta, copy);
                momentumByHand(theta, copy, velocity);
            }
        };
        momentum.steps(theta, 1, given);
        double[] best = Report.bestInTurns(20, hand, () -> momentum.more(20, given));
        double byHand = best[0];
        double compiled = best[1];
        report.line("a momentum step for 100,000 parameters, in Java by hand", byHand / 1e3, "µs", "");
        report.line("a momentum step for 100,000 parameters", compiled / 1e3, "µs", "");
        report.line("… of the time by hand", compiled / byHand, "×", "<= 1.3 ×");
    }

    private static void momentumByHand(double[] theta, double[] g, double[] velocity) {
        for (int i = 0; i < theta.length; i++) {
            double pulled = g[i] + 0 * theta[i];
            velocity[i] = 0.9 * velocity[i] + (1 - 0.0) * pulled;
            theta[i] -= 1e-3 * velocity[i];
        }
    }
}
