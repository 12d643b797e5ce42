package fallline.export.python;

import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.rule.RuleOptimizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The rules that PyTorch has as well: their texts say its class, and how our hyperparameters become the settings
/// of its parameter group.
final class TorchRules {
    private TorchRules() {}

    /// The class called `name` that makes PyTorch's optimizer do the rule, if it has it.
    ///
    /// A rule's text may say anything of itself: it is believed where a rule of the catalogue says the same of
    /// the same steps. So a copy is written as its original until its steps are changed.
    static Optional<List<String>> find(RuleOptimizer rule, String name, List<Optimizer> catalogue) {
        return rule.torch()
                .filter(torch -> catalogue.stream().anyMatch(known -> says(known, torch, rule)))
                .map(torch -> {
                    String arguments = rule.hyperparameters().stream()
                            .map(Hyperparameter::name)
                            .collect(Collectors.joining(", "));
                    return List.of(
                            "class " + name + "(TorchOptim):",
                            "    \"\"\"" + PythonText.words(rule.card().name()) + " ("
                                    + PythonText.words(rule.card().paper()) + "), as torch.optim." + torch.getKey()
                                    + " does it.\"\"\"",
                            "",
                            "    make = torch.optim." + torch.getKey(),
                            "",
                            "    @staticmethod",
                            "    def group(" + arguments + "):",
                            "        return dict(" + torch.getValue() + ")");
                });
    }

    private static boolean says(Optimizer known, Map.Entry<String, String> torch, RuleOptimizer rule) {
        return known instanceof RuleOptimizer original
                && original.torch().equals(Optional.of(torch))
                && original.stepsAs(rule);
    }
}
