package fallline.app;

import fallline.Formulas;
import fallline.data.Column;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.TaskResolver;
import fallline.experiment.ViewState;
import fallline.experiment.Workbench;
import fallline.objective.Goal;
import fallline.objective.Problem;
import fallline.objective.Problems;
import fallline.optimizer.FileCatalogue;
import fallline.optimizer.HyperValue;
import fallline.optimizer.OptimizerCatalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.application.Platform;

/// A small world for tests of the window's parts: J = w², a line through data, and a workbench of the FX thread.
public final class Fixtures {
    /// The optimizers of the catalogue.
    public static final OptimizerCatalogue CATALOGUE = FileCatalogue.load();

    private Fixtures() {}

    /// J = w² from 20 with rate 0.1.
    public static Experiment bowl() {
        return experiment(Formulas.minimise("w^2", "w"), 20);
    }

    /// A line through `rows` points of y = 4 + 3x.
    public static Experiment sampled(int rows) {
        double[] x = IntStream.range(0, rows).mapToDouble(i -> 2.0 * i / rows).toArray();
        double[] y = Arrays.stream(x).map(place -> 4 + 3 * place).toArray();
        Dataset line = new Dataset(
                "line",
                new DataSource.Columns(),
                List.of(new Column.NumberColumn("x", x), new Column.NumberColumn("y", y)));
        return experiment(
                Problems.linear(line, List.of("x"), "y", Problem.ModelOptions.PLAIN), -0.35, -1.37);
    }

    /// The same formula with another goal.
    public static Problem withGoal(Problem.Formula formula, Goal goal) {
        return Formulas.of(formula.expression(), formula.variables(), goal);
    }

    private static Experiment experiment(Problem problem, double... start) {
        Run run = new Run("Gradient descent", RunRecipe.of("gd", Map.of("lr", HyperValue.of(0.1))));
        return new Experiment(problem, Start.at(start), 42, 100, List.of(run), Map.of());
    }

    /// A workbench of the FX thread.
    public static Workbench workbench(Experiment experiment) {
        return new Workbench(
                experiment,
                ViewState.initial(experiment),
                new TaskResolver(CATALOGUE),
                Runnable::run,
                Platform::runLater);
    }

    /// The rate that the recipe of run `index` has from the start.
    public static double rate(Workbench workbench, int index) {
        HyperValue value = workbench.experiment().runs().get(index).recipe().hyperparameters().get("lr");
        return value instanceof HyperValue.Amount(double rate) ? rate : Double.NaN;
    }
}
