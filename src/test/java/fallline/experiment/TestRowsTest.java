package fallline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.data.Dataset;
import fallline.data.Generator;
import fallline.data.HoldOut;
import fallline.data.Split;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.schedule.Schedule;
import fallline.problem.DataProblem;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rows that are held out")
class TestRowsTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();
    private static final Dataset LINE = Generator.LINE.generate(60, 0.5, 4);
    private static final HoldOut QUARTER = new HoldOut(0.25, 9);

    private static Experiment experiment(Problem problem, Batching batching, int steps) {
        RunRecipe recipe =
                new RunRecipe("gd", Map.of("lr", HyperValue.of(0.01)), Schedule.constant(), batching, 0, List.of());
        return new Experiment(problem, Start.usual(problem), 0, steps, List.of(new Run("gd", recipe)), Map.of());
    }

    private static Trace trace(Experiment experiment) {
        RunTask task = new TaskResolver(CATALOGUE)
                .resolve(experiment, experiment.runs().getFirst());
        return TraceRecorder.record(task, () -> false, _ -> {});
    }

    /// 1/m Σ (b + w·x − y)².
    private static double meanSquare(Dataset rows, double b, double w) {
        double[] x = rows.numbers("x");
        double[] y = rows.numbers("y");
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double r = b + w * x[i] - y[i];
            sum += r * r;
        }
        return sum / x.length;
    }

    @ParameterizedTest(name = "batch of {0}, {1} steps, l2 {2}")
    @DisplayName("have their own loss at every step, and the others alone make J and its gradient")
    @CsvSource({"0, 40, 0", "8, 40, 0", "0, 20, 0.5"})
    void loss(int batch, int steps, double l2) {
        Split split = Split.of(LINE, QUARTER);
        assertThat(split.test().rows()).isEqualTo(15);
        Problem problem = Problems.linear(
                LINE.withHoldOut(Optional.of(QUARTER)), List.of("x"), "y", new ModelOptions(false, 1, l2, false));
        Trace trace = trace(experiment(problem, batch == 0 ? Batching.full() : new Batching.Shuffled(batch), steps));

        assertThat(trace.hasTest()).isTrue();
        for (int k = 0; k <= steps; k++) {
            double b = trace.parameter(k, 0);
            double w = trace.parameter(k, 1);
            assertThat(trace.testLoss(k)).isCloseTo(meanSquare(split.test(), b, w), within(1e-12));
            assertThat(trace.loss(k)).isCloseTo(meanSquare(split.training(), b, w) + l2 / 2 * w * w, within(1e-12));
        }
    }

    @Test
    @DisplayName("leave the path what it is when the training rows are all there is")
    void path() {
        Split split = Split.of(LINE, QUARTER);
        Trace held = trace(experiment(
                Problems.linear(LINE.withHoldOut(Optional.of(QUARTER)), List.of("x"), "y", ModelOptions.PLAIN),
                new Batching.Shuffled(7),
                30));
        Trace alone = trace(experiment(
                Problems.linear(split.training(), List.of("x"), "y", ModelOptions.PLAIN),
                new Batching.Shuffled(7),
                30));
        assertThat(alone.hasTest()).isFalse();
        for (int k = 0; k <= 30; k++) {
            assertThat(held.parameter(k, 1)).isEqualTo(alone.parameter(k, 1));
            assertThat(held.loss(k)).isEqualTo(alone.loss(k));
        }
    }

    @Test
    @DisplayName("are measured in the training rows' units")
    void units() {
        Problem problem = Problems.linear(
                LINE.withHoldOut(Optional.of(QUARTER)), List.of("x"), "y", new ModelOptions(false, 1, 0, true));
        Trace trace = trace(experiment(problem, Batching.full(), 20));
        Split split = Split.of(LINE, QUARTER);
        double[] x = split.training().numbers("x");
        double mean = Arrays.stream(x).average().orElseThrow();
        double deviation = Math.sqrt(
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
        double w = trace.parameter(20, 1) / deviation;
        assertThat(trace.testLoss(20))
                .isCloseTo(meanSquare(split.test(), trace.parameter(20, 0) - w * mean, w), within(1e-11));
    }

    @Test
    @DisplayName("keep their places in the data: a training row is found where it came from")
    void places() {
        Dataset data = LINE.withHoldOut(Optional.of(QUARTER));
        DataProblem of = DataProblem.of(Problems.linear(data, List.of("x"), "y", ModelOptions.PLAIN))
                .orElseThrow();
        assertThat(of.rows().rows()).isEqualTo(45);
        assertThat(of.completeRows()).isEqualTo(60);
        for (int row = 0; row < 45; row++) {
            int original = of.rows().original(row);
            assertThat(of.rows().data().numbers("y")[row]).isEqualTo(LINE.numbers("y")[original]);
            assertThat(of.rows().place(original)).hasValue(row);
        }
        for (int row : Split.of(LINE, QUARTER).testRows()) {
            assertThat(of.rows().place(row)).isEmpty();
        }
    }
}
