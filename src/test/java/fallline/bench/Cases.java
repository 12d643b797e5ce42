package fallline.bench;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.ViewState;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import fallline.problem.Problems;
import fallline.workbench.Scene;
import fallline.workbench.Workbench;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/// Experiments that benchmarks are made with.
final class Cases {
    static final FileCatalogue CATALOGUE = FileCatalogue.load();
    static final TaskResolver RESOLVER = new TaskResolver(CATALOGUE);

    private Cases() {}

    static Problem formula(String text, String... variables) {
        try {
            return Problems.formula(text, List.of(variables), Map.of(), Goal.MINIMISE);
        } catch (FormulaException e) {
            throw new IllegalStateException(e);
        }
    }

    static Run run(String name, String optimizer, double rate) {
        return new Run(name, RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(rate))));
    }

    /// So slowly that no number falls below the least that processors compute quickly.
    static Experiment square(int steps) {
        return new Experiment(
                formula("w^2", "w"), Start.at(20), 0, steps, List.of(run("Gradient descent", "gd", 1e-4)), Map.of());
    }

    /// Rosenbrock's valley with runs of the first five optimizers.
    static Experiment rosenbrock(int steps, int runs) {
        List<Run> all = List.of(
                run("Gradient descent", "gd", 1e-3),
                run("Momentum", "momentum", 4e-4),
                run("Nesterov", "nesterov", 4e-4),
                run("Gradient descent, slower", "gd", 5e-4),
                run("Momentum, slower", "momentum", 1e-4));
        Problem problem = formula("(1 - x)^2 + 100*(y - x^2)^2", "x", "y");
        return new Experiment(problem, Start.at(-1.5, 2), 0, steps, all.subList(0, runs), Map.of());
    }

    /// The scene of an experiment with all of its runs computed.
    static Scene computed(Experiment experiment, int playhead) {
        Queue<Runnable> queue = new ArrayDeque<>();
        Workbench workbench = new Workbench(
                experiment, ViewState.initial(experiment).withPlayhead(playhead), RESOLVER, queue::add, queue::add);
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
        return workbench.scene();
    }
}
