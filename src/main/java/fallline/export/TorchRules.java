package fallline.export;

import fallline.optimizer.Hyperparameter;
import fallline.optimizer.rule.RuleOptimizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The rules of the catalogue that PyTorch has as well: its class, and how our hyperparameters become the settings of
/// its parameter group.
final class TorchRules {
    /// @param optimizer the class in torch.optim
    /// @param settings the arguments of `dict`
    private record Known(String optimizer, String settings) {}

    private static final String DECAY = ", weight_decay=weight_decay";
    private static final String BETAS = "lr=lr, betas=(beta1, beta2), eps=eps" + DECAY;

    private static final Map<String, Known> KNOWN = Map.ofEntries(
            Map.entry("gd", new Known("SGD", "lr=lr" + DECAY)),
            Map.entry("momentum", new Known("SGD", "lr=lr, momentum=momentum, dampening=dampening" + DECAY)),
            Map.entry("nesterov", new Known("SGD", "lr=lr, momentum=momentum, nesterov=momentum > 0" + DECAY)),
            Map.entry(
                    "adagrad",
                    new Known(
                            "Adagrad",
                            "lr=lr, lr_decay=lr_decay, initial_accumulator_value=initial_accumulator, eps=eps"
                                    + DECAY)),
            Map.entry("adadelta", new Known("Adadelta", "lr=lr, rho=rho, eps=eps" + DECAY)),
            Map.entry("rmsprop", new Known("RMSprop", "lr=lr, alpha=alpha, eps=eps, momentum=momentum" + DECAY)),
            Map.entry(
                    "rmsprop-centered",
                    new Known("RMSprop", "lr=lr, alpha=alpha, eps=eps, momentum=momentum, centered=True" + DECAY)),
            Map.entry("adam", new Known("Adam", BETAS)),
            Map.entry("adamw", new Known("AdamW", BETAS)),
            Map.entry("amsgrad", new Known("Adam", BETAS + ", amsgrad=True")),
            Map.entry("nadam", new Known("NAdam", BETAS + ", momentum_decay=momentum_decay")),
            Map.entry("radam", new Known("RAdam", BETAS)),
            Map.entry("adamax", new Known("Adamax", BETAS)),
            Map.entry(
                    "rprop", new Known("Rprop", "lr=lr, etas=(eta_minus, eta_plus), step_sizes=(step_min, step_max)")));

    private TorchRules() {}

    /// The class called `name` that makes PyTorch's optimizer do the rule, if it has it.
    static Optional<List<String>> find(RuleOptimizer rule, String name) {
        return Optional.ofNullable(KNOWN.get(rule.id())).map(known -> {
            String arguments =
                    rule.hyperparameters().stream().map(Hyperparameter::name).collect(Collectors.joining(", "));
            return List.of(
                    "class " + name + "(TorchOptim):",
                    "    \"\"\"" + rule.card().name() + " (" + rule.card().paper() + "), as torch.optim."
                            + known.optimizer() + " does it.\"\"\"",
                    "",
                    "    make = torch.optim." + known.optimizer(),
                    "",
                    "    @staticmethod",
                    "    def group(" + arguments + "):",
                    "        return dict(" + known.settings() + ")");
        });
    }
}
