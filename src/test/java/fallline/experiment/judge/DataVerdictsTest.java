package fallline.experiment.judge;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.data.Column;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.data.Generator;
import fallline.data.RandomStream;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.objective.Objective;
import fallline.objective.kernel.Activation;
import fallline.objective.model.NeuralNetwork;
import fallline.optimizer.HyperValue;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Twenty seeded data sets a model.
class DataVerdictsTest {
    private static final int SETS = 20;
    private static final RunRecipe NEWTON = RunRecipe.of("newton", Map.of());
    private static final RunRecipe LBFGS =
            RunRecipe.of("lbfgs", Map.of("line_search", new HyperValue.Word("strong-wolfe"), "lr", HyperValue.of(1)));

    private static double[] zeros(Objective objective) {
        return new double[objective.dimension()];
    }

    /// Whether at most a millionth of the gain is left; empty too close to say.
    private static Optional<Boolean> there(double start, double end, double best) {
        double share = (end - best) / (start - best);
        return share > 0.99e-6 && share < 1.01e-6 ? Optional.empty() : Optional.of(share <= 1e-6);
    }

    @Test
    @DisplayName("lines: converged where a millionth is left of the closed form's gain, and only there")
    void lines() {
        for (int seed = 0; seed < SETS; seed++) {
            Dataset data = Generator.LINE.generate(30 + seed, 0.5, seed);
            Problem.Linear line = Problems.linear(data, List.of("x"), "y", ModelOptions.PLAIN);
            double[] x = data.numbers("x");
            double[] y = data.numbers("y");
            int m = x.length;
            double meanX = 0;
            double meanY = 0;
            for (int i = 0; i < m; i++) {
                meanX += x[i] / m;
                meanY += y[i] / m;
            }
            double xx = 0;
            double xy = 0;
            double yy = 0;
            for (int i = 0; i < m; i++) {
                xx += (x[i] - meanX) * (x[i] - meanX);
                xy += (x[i] - meanX) * (y[i] - meanY);
                yy += (y[i] - meanY) * (y[i] - meanY);
            }
            double best = (yy - xy * xy / xx) / m;
            assertThat(Judged.of(line.objective(), NEWTON, 3, 0, 0).word()).isEqualTo("converged");
            for (int steps : new int[] {20, 200, 500, 1000, 4000}) {
                RunTask task = Judged.task(line.objective(), Judged.recipe("gd", 0.02), steps, 0, 0);
                Trace trace = Judged.trace(task);
                String word = Judge.verdict(task, trace).word();
                there(trace.loss(0), trace.loss(steps), best)
                        .ifPresent(there ->
                                assertThat(word.equals("converged")).as(word).isEqualTo(there));
                assertThat(word).isIn("converged", "not there yet", "crawling");
            }
            assertThat(Judged.of(line.objective(), Judged.recipe("gd", 0.1), 60, 0, 0)
                            .word())
                    .isIn("diverging", "diverged");
        }
    }

    @Test
    @DisplayName("two classes: no minimum where a plane separates them, else as far as Newton's method says")
    void logistic() {
        for (int seed = 0; seed < SETS; seed++) {
            Objective apart = logistic(Generator.BLOBS.generate(40, 0.2, seed));
            assertThat(Judged.of(apart, Judged.recipe("gd", 0.1), 100, zeros(apart))
                            .word())
                    .isEqualTo("no minimum (separable)");
            Objective mixed = logistic(Generator.BLOBS.generate(60, 1.5, seed));
            RunTask exact = Judged.task(mixed, NEWTON, 20, zeros(mixed));
            Trace exactly = Judged.trace(exact);
            assertThat(Judge.verdict(exact, exactly).word()).isEqualTo("converged");
            for (int steps : new int[] {10, 100, 1000}) {
                RunTask task = Judged.task(mixed, Judged.recipe("gd", 0.5), steps, zeros(mixed));
                Trace trace = Judged.trace(task);
                String word = Judge.verdict(task, trace).word();
                there(trace.loss(0), trace.loss(steps), exactly.loss(20))
                        .ifPresent(there ->
                                assertThat(word.equals("converged")).as(word).isEqualTo(there));
                assertThat(word).isIn("converged", "not there yet", "crawling");
            }
        }
    }

    private static Objective logistic(Dataset data) {
        return Problems.logistic(data, List.of("x1", "x2"), "class", Optional.empty(), ModelOptions.PLAIN)
                .objective();
    }

    /// Three round clouds at the corners of a triangle.
    private static Dataset clouds(double deviation, int seed) {
        RandomStream random = RandomStream.of(seed);
        int m = 60;
        double[] x1 = new double[m];
        double[] x2 = new double[m];
        List<String> classes = new ArrayList<>();
        for (int i = 0; i < m; i++) {
            double angle = 2 * Math.PI * (i % 3) / 3;
            x1[i] = 2 * StrictMath.cos(angle) + deviation * random.normal();
            x2[i] = 2 * StrictMath.sin(angle) + deviation * random.normal();
            classes.add(List.of("a", "b", "c").get(i % 3));
        }
        return new Dataset(
                "clouds",
                new DataSource.Columns(),
                List.of(
                        new Column.NumberColumn("x1", x1),
                        new Column.NumberColumn("x2", x2),
                        new Column.TextColumn("class", classes)));
    }

    @Test
    @DisplayName("three classes: no minimum where planes separate them, else as far as L-BFGS says")
    void softmax() {
        for (int seed = 0; seed < SETS; seed++) {
            Objective apart = softmax(clouds(0.2, seed));
            assertThat(Judged.of(apart, Judged.recipe("gd", 0.1), 60, zeros(apart))
                            .word())
                    .isEqualTo("no minimum (separable)");
            Objective mixed = softmax(clouds(1.5, seed));
            RunTask exact = Judged.task(mixed, LBFGS, 60, zeros(mixed));
            Trace exactly = Judged.trace(exact);
            assertThat(Judge.verdict(exact, exactly).word()).isEqualTo("converged");
            for (int steps : new int[] {10, 100, 1000}) {
                RunTask task = Judged.task(mixed, Judged.recipe("gd", 0.5), steps, zeros(mixed));
                Trace trace = Judged.trace(task);
                Verdict verdict = Judge.verdict(task, trace);
                double share = (trace.loss(steps) - exactly.loss(60)) / (trace.loss(0) - exactly.loss(60));
                // the curvature's estimate of what is left is good where little is
                assertThat(verdict.word())
                        .as(seed + ": " + share + " " + verdict.sentence())
                        .isIn(
                                share < 0.5e-6
                                        ? List.of("converged")
                                        : share < 2e-6
                                                ? List.of("converged", "not there yet")
                                                : List.of("not there yet", "crawling"));
            }
        }
    }

    private static Objective softmax(Dataset data) {
        return Problems.softmax(data, List.of("x1", "x2"), "class", ModelOptions.PLAIN)
                .objective();
    }

    private static Problem.Network network(Dataset data, double l2, Integer... hidden) {
        return Problems.network(
                data,
                List.of("x1", "x2"),
                "class",
                Optional.empty(),
                new NeuralNetwork.Design(List.of(hidden), Activation.TANH, NeuralNetwork.Loss.CROSS_ENTROPY),
                new ModelOptions(false, 1, l2, false));
    }

    @Test
    @DisplayName("networks: what is called converged gains no more by a thousand steps of L-BFGS")
    void networks() {
        int converged = 0;
        for (int seed = 0; seed < SETS; seed++) {
            Problem.Network network = network(Generator.MOONS.generate(40, 0.2, seed), 0.01, 3);
            double[] start = Start.usual(network).point(network.objective(), seed);
            RunTask task = Judged.task(network.objective(), LBFGS, 20, start);
            Trace trace = Judged.trace(task);
            Verdict verdict = Judge.verdict(task, trace);
            RunTask more = Judged.task(network.objective(), LBFGS, 100, end(trace));
            Trace further = Judged.trace(more);
            double gain = further.loss(0) - further.loss(further.lastStep());
            boolean there = gain <= 1e-5 * (trace.loss(0) - trace.loss(20));
            converged += verdict.word().equals("converged") ? 1 : 0;
            assertThat(there || !verdict.word().equals("converged"))
                    .as(seed + " " + verdict.sentence())
                    .isTrue();
            assertThat(Judged.of(network.objective(), Judged.recipe("gd", 0.1), 5, start)
                            .word())
                    .isIn("not there yet", "crawling");
        }
        assertThat(converged).isGreaterThan(SETS / 2);
    }

    @Test
    @DisplayName("more than 500 parameters are judged from the gradient's Krylov space")
    void manyParameters() {
        Problem.Network network = network(Generator.MOONS.generate(40, 0.2, 5), 0.01, 24, 24);
        Objective objective = network.objective();
        assertThat(objective.dimension()).isGreaterThan(500);
        double[] start = Start.usual(network).point(objective, 1);
        assertThat(Judged.of(objective, Judged.recipe("gd", 0.1), 20, start).word())
                .isIn("not there yet", "crawling");
        assertThat(Judged.of(objective, LBFGS, 60, start).word()).isIn("converged", "at rest");
        assertThat(Judged.of(objective, Judged.recipe("gd", 300), 20, start).word())
                .isIn("diverging", "diverged", "oscillating");
    }

    private static double[] end(Trace trace) {
        double[] theta = new double[trace.dimension()];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = trace.parameter(trace.lastStep(), i);
        }
        return theta;
    }
}
