package fallline.app;

import fallline.data.BuiltInData;
import fallline.experiment.Experiment;
import fallline.experiment.edit.NewExperiments;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.ViewState;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.workbench.Workbench;
import java.util.List;
import javafx.application.Platform;

/// A small world for tests of the window's parts.
public final class Fixtures {
    /// The optimizers.
    public static final FileCatalogue CATALOGUE = FileCatalogue.load();

    /// Makes experiments with them.
    public static final NewExperiments EXPERIMENTS = new NewExperiments(CATALOGUE);

    private Fixtures() {}

    /// J = w² from 20 with rate 0.1.
    public static Experiment bowl() {
        return EXPERIMENTS.first();
    }

    /// A line through 100 points.
    public static Experiment line() {
        return EXPERIMENTS.forLinear(BuiltInData.dataset("line_4_plus_3x"), List.of("x"), "y");
    }

    /// A workbench of the FX thread, which computes on the caller's.
    public static Workbench workbench(Experiment experiment) {
        return new Workbench(
                experiment,
                ViewState.initial(experiment),
                new TaskResolver(CATALOGUE),
                Runnable::run,
                Platform::runLater);
    }

    /// The rate that the recipe of run `index` has from the start.
    public static double rate(Experiment experiment, int index) {
        HyperValue value =
                experiment.runs().get(index).recipe().hyperparameters().get("lr");
        return value instanceof HyperValue.Amount(double rate) ? rate : Double.NaN;
    }
}
