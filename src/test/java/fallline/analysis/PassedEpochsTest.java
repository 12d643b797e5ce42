package fallline.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.Formulas;
import fallline.data.Column;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Epochs that have passed")
class PassedEpochsTest {
    private static final RunRecipe GD = RunRecipe.of("gd", Map.of("lr", HyperValue.of(0.01)));

    private static RunTask task(Problem problem, double[] start, RunRecipe recipe) {
        Experiment experiment =
                new Experiment(problem, Start.at(start), 0, 9, List.of(new Run("run", recipe)), Map.of());
        return new TaskResolver(FileCatalogue.load())
                .resolve(experiment, experiment.runs().getFirst());
    }

    /// Of ten rows.
    private static double[] epochs(RunRecipe recipe) {
        double[] x = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        Problem line = Problems.linear(
                new Dataset(
                        "ten",
                        new DataSource.Columns(),
                        List.of(new Column.NumberColumn("x", x), new Column.NumberColumn("y", x))),
                List.of("x"),
                "y",
                new Problem.ModelOptions(false, 1, 0, false));
        return PassedEpochs.of(task(line, new double[2], recipe), 8);
    }

    @Test
    @DisplayName("are one a step over all rows, and shares of it over batches; a short last batch is a short share")
    void batches() {
        assertThat(epochs(GD)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(epochs(GD.withBatching(new Batching.Shuffled(4)))).containsExactly(0, 0.4, 0.8, 1, 1.4, 1.8, 2, 2.4);
        assertThat(epochs(GD.withBatching(new Batching.Given(List.of(new int[] {0}, new int[] {1, 2, 3, 4})))))
                .containsExactly(0, 0.1, 0.5, 0.6, 1, 1.1, 1.5, 1.6);
    }

    @Test
    @DisplayName("go on where batches change on the way")
    void changed() {
        Change later =
                new Change(3, Map.of(), Optional.empty(), Optional.of(new Batching.Shuffled(5)), Optional.empty());
        assertThat(epochs(GD.withChange(later))).containsExactly(0, 1, 2, 3, 3.5, 4, 4.5, 5);
    }

    @Test
    @DisplayName("are not there for a formula")
    void formula() {
        RunTask task = task(Formulas.minimise("w^2", "w"), new double[] {1}, GD);
        assertThat(PassedEpochs.has(task)).isFalse();
        assertThatThrownBy(() -> PassedEpochs.of(task, 3)).hasMessageContaining("no epochs without rows");
    }
}
