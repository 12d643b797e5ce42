package fallline.lesson.condition;

import fallline.experiment.Experiment;
import fallline.expr.Function;
import fallline.expr.Scope;
import fallline.lesson.state.Engine;
import fallline.lesson.state.Known;
import fallline.lesson.state.Named;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The names that a condition may use in a step of a lesson.
///
/// @param names of numbers
/// @param optimizers the ids with which `optimizer` may be compared
public record Vocabulary(Set<String> names, List<String> optimizers) {
    private static final int MOST_NUMBERED = 100;

    public Vocabulary {
        names = Set.copyOf(names);
        optimizers = List.copyOf(optimizers);
    }

    /// What can be asked of an experiment: [Known] says how names are looked for.
    public static Vocabulary of(Experiment experiment, Engine engine) {
        Set<String> names = new LinkedHashSet<>();
        List<String> parameters = experiment.problem().objective().parameterNames();
        for (int i = 0; i < Math.min(parameters.size(), MOST_NUMBERED); i++) {
            for (String name : List.of(parameters.get(i), Known.THETA + (i + 1))) {
                names.add(name);
                names.add(Known.SLOPE + name);
            }
        }
        names.addAll(experiment.problem().parameters().keySet());
        for (Named named : Named.values()) {
            names.add(named.word());
        }
        for (Optimizer optimizer : engine.optimizers()) {
            optimizer.hyperparameters().stream().map(Hyperparameter::name).forEach(names::add);
        }
        names.removeIf(name -> !Scope.isName(name)
                || Function.of(name).isPresent()
                || !Scope.plain(name).equals(name));
        return new Vocabulary(
                names, engine.optimizers().stream().map(Optimizer::id).toList());
    }
}
