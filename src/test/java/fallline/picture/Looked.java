package fallline.picture;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.ViewState;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.UnaryOperator;

/// Scenes in which everything is computed.
public final class Looked {
    private static final TaskResolver RESOLVER = new TaskResolver(FileCatalogue.load());

    private Looked() {}

    /// Runs of one step after another.
    public static Scene at(Experiment experiment, UnaryOperator<ViewState> look) {
        Queue<Runnable> queue = new ArrayDeque<>();
        ViewState view = look.apply(ViewState.initial(experiment));
        Workbench workbench = new Workbench(experiment, view, RESOLVER, queue::add, queue::add);
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
        return workbench.scene();
    }

    /// A run of an optimizer at a rate.
    public static Run run(String optimizer, double rate) {
        return new Run(optimizer + " " + rate, RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(rate))));
    }

    /// Runs from one start.
    public static Experiment experiment(Problem problem, double[] start, int steps, Run... runs) {
        return new Experiment(problem, Start.at(start), 0, steps, List.of(runs), Map.of());
    }
}
