package fallline.experiment.run;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.optimizer.Optimizer;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.text.Quote;
import java.util.List;
import java.util.Optional;

/// Finds what a recipe names, and checks that it fits.
public final class TaskResolver {
    private final OptimizerCatalogue catalogue;

    public TaskResolver(OptimizerCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// The task of `run` in `experiment`, checked.
    ///
    /// @throws IllegalArgumentException with a sentence that names the run and what does not fit
    public RunTask resolve(Experiment experiment, Run run) {
        try {
            if (run.recorded().isPresent()) {
                return RecordedTask.of(experiment, run.recorded().get());
            }
            RunTask task = new RunTask(
                    experiment.problem().objective(),
                    optimizer(experiment, run),
                    run.recipe(),
                    experiment.startPoint(),
                    experiment.seed(),
                    experiment.steps(),
                    experiment.problem().test());
            task.check();
            return task;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("run " + Quote.of(run.name()) + ": " + e.getMessage(), e);
        }
    }

    /// Why a run of the experiment does not go with l1; empty if all do. For edits, so that no file is saved that
    /// cannot
    /// be opened.
    public Optional<String> lassoObjection(Experiment experiment) {
        if (experiment.problem().objective().lasso().isNone()) {
            return Optional.empty();
        }
        try {
            experiment.runs().forEach(run -> resolve(experiment, run));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()) + ".");
        }
    }

    /// The optimizers of the catalogue.
    public List<Optimizer> catalogue() {
        return catalogue.all();
    }

    /// The optimizer of `run`; of a recorded path, one that makes no steps.
    ///
    /// @throws IllegalArgumentException with a sentence that lists the ids, if there is none
    public Optimizer optimizer(Experiment experiment, Run run) {
        return run.recorded().isPresent()
                ? RecordedTask.METHOD
                : catalogue.find(run.recipe().optimizer(), experiment.optimizers());
    }
}
