package fallline.lesson.state;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.edit.NewExperiments;
import fallline.experiment.judge.Judge;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.optimizer.Optimizer;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.optimizer.rule.RuleOptimizer;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Computes experiments to their ends, without a window. Callable from any thread.
///
/// Which optimizer a run has, and which ones there are, is looked up (the text of a rule is read when it is first seen,
/// and kept), so that the FX thread may ask for it, too; everything else takes its time and is not for that thread.
public final class Engine {
    private final OptimizerCatalogue catalogue;
    private final TaskResolver resolver;
    private final NewExperiments experiments;

    /// @param catalogue the optimizers that experiments name
    public Engine(OptimizerCatalogue catalogue) {
        this.catalogue = catalogue;
        resolver = new TaskResolver(catalogue);
        experiments = new NewExperiments(catalogue);
    }

    /// The optimizers that experiments name.
    public List<Optimizer> optimizers() {
        return catalogue.all();
    }

    /// The setup with all its runs computed and judged; a run that cannot be made is refused with its sentence.
    public Scene scene(Setup setup) {
        Map<String, RunRecord> records = new HashMap<>();
        for (Run run : setup.experiment().runs()) {
            records.put(run.name(), record(setup, run));
        }
        return new Scene(setup.experiment(), records, setup.view());
    }

    private RunRecord record(Setup setup, Run run) {
        RunTask task;
        try {
            task = resolver.resolve(setup.experiment(), run);
        } catch (IllegalArgumentException e) {
            return RunRecord.refused(String.valueOf(e.getMessage()));
        }
        Trace trace = TraceRecorder.record(task, () -> false, _ -> {});
        return RunRecord.ended(task, trace, Judge.verdict(task, trace));
    }

    /// The optimizer of a run.
    ///
    /// @throws IllegalArgumentException with a sentence, if there is none
    public Optimizer optimizer(Setup setup, Run run) {
        return optimizer(setup.experiment(), run);
    }

    /// As above.
    public Optimizer optimizer(Experiment experiment, Run run) {
        return resolver.optimizer(experiment, run);
    }

    /// The optimizer of that id.
    ///
    /// @throws IllegalArgumentException with a sentence, if there is none
    public Optimizer optimizer(Setup setup, String id) {
        return catalogue.find(id, setup.experiment().optimizers());
    }

    /// The optimizer of the catalogue that the one called `id` is: itself, or the one whose steps its text describes.
    /// Empty for a rule that is nobody else's.
    ///
    /// @param own texts of rules by id; they win over the catalogue
    public Optional<Optimizer> original(String id, Map<String, String> own) {
        if (!own.containsKey(id)) {
            return catalogue.all().stream()
                    .filter(known -> known.id().equals(id))
                    .findFirst();
        }
        try {
            return catalogue.find(id, own) instanceof RuleOptimizer rule
                    ? catalogue.all().stream().filter(rule::stepsAs).findFirst()
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // a rule that is being written
        }
    }

    NewExperiments experiments() {
        return experiments;
    }
}
