package fallline.experiment.ensemble;

import fallline.experiment.RunRecipe;
import fallline.experiment.run.RunTask;
import fallline.expr.Expr;
import fallline.expr.compile.LaneCompiler;
import fallline.expr.eval.Program;
import fallline.objective.Goal;
import fallline.objective.formula.FormulaObjective;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.rule.LaneRule;
import fallline.optimizer.rule.RuleOptimizer;
import fallline.optimizer.schedule.Schedule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/// A formula and a rule compiled together, for all ensembles that differ in numbers only. Several threads may use it.
final class LaneProgram {
    /// More parameters are left to the ordinary engine.
    private static final int MOST_PARAMETERS = Outcomes.MOST_PARAMETERS;

    private static final String VALUE = "(value)";
    private static final String SUM = "(sum)";

    private final Key key;
    private final LaneRule rule;
    private final LaneCompiler.Made made;
    private final int carried;
    private final ConcurrentLinkedQueue<LaneBlock> blocks = new ConcurrentLinkedQueue<>();

    private LaneProgram(Key key, LaneRule rule, LaneCompiler.Made made) {
        this.key = key;
        this.rule = rule;
        this.made = made;
        carried = rule.carried().size();
    }

    /// What the code depends on.
    ///
    /// @param varying the hyperparameters that differ from cell to cell
    /// @param zeros hyperparameters that are +0 at every step
    /// @param rates hyperparameters that are finite and not below 0 at every step
    /// @param target whether J is asked for at every step
    private record Key(
            Expr formula,
            List<String> variables,
            List<String> constants,
            Goal goal,
            RuleOptimizer optimizer,
            Set<String> varying,
            Set<String> zeros,
            Set<String> rates,
            boolean target) {
        boolean isSame(Key other) {
            return formula == other.formula
                    && optimizer == other.optimizer
                    && goal == other.goal
                    && target == other.target
                    && variables.equals(other.variables)
                    && constants.equals(other.constants)
                    && varying.equals(other.varying)
                    && zeros.equals(other.zeros)
                    && rates.equals(other.rates);
        }
    }

    /// The key of an ensemble; empty where only the ordinary engine can compute it.
    private static Optional<Key> key(Ensemble ensemble) {
        RunTask base = ensemble.base();
        RunRecipe recipe = base.recipe();
        Schedule schedule = recipe.schedule();
        if (!(base.objective() instanceof FormulaObjective objective)
                || !(base.optimizer() instanceof RuleOptimizer optimizer)
                || !optimizer.isElementwise()
                || !(recipe.batching() instanceof Batching.Full)
                || !recipe.changes().isEmpty()
                || recipe.lineSearch().isPresent()
                || !recipe.modifiers().equals(Modifiers.NONE)
                || schedule.plateau().isPresent()
                || objective.dimension() > MOST_PARAMETERS) {
            return Optional.empty();
        }
        Set<String> varying = new HashSet<>();
        ensemble.settings().forEach(setting -> varying.add(setting.name()));
        boolean constant = schedule instanceof Schedule.Constant;
        if (!constant && optimizer.momentum().filter(varying::contains).isPresent()) {
            return Optional.empty();
        }
        double[] hyper = LaneSettings.base(base);
        Set<String> zeros = new HashSet<>();
        Set<String> rates = new HashSet<>();
        for (int i = 0; i < hyper.length; i++) {
            Hyperparameter parameter = optimizer.hyperparameters().get(i);
            boolean moves = parameter.name().equals(Hyperparameter.LEARNING_RATE)
                    || optimizer.momentum().filter(parameter.name()::equals).isPresent();
            if (moves && !constant) {
                continue;
            }
            if (parameter.kind() instanceof Hyperparameter.Range range
                    && range.limits().low() >= 0) {
                rates.add(parameter.name());
            }
            if (Double.doubleToRawLongBits(hyper[i]) == 0 && !varying.contains(parameter.name())) {
                zeros.add(parameter.name());
            }
        }
        return Optional.of(new Key(
                objective.formula(),
                objective.parameterNames(),
                objective.constantNames(),
                objective.goal(),
                optimizer,
                varying,
                zeros,
                rates,
                ensemble.target().isPresent()));
    }

    /// Whether this program computes an ensemble.
    boolean suits(Ensemble ensemble) {
        return key(ensemble).filter(key::isSame).isPresent();
    }

    /// Whether there is likely to be a program of an ensemble: it is not compiled.
    static boolean goes(Ensemble ensemble) {
        return key(ensemble).isPresent();
    }

    /// The program of an ensemble; empty where only the ordinary engine can compute it.
    static Optional<LaneProgram> of(Ensemble ensemble) {
        return key(ensemble).flatMap(LaneProgram::compile);
    }

    private static Optional<LaneProgram> compile(Key key) {
        int n = key.variables.size();
        List<String> names = new ArrayList<>(key.variables);
        names.addAll(key.constants);
        LaneRule rule = LaneRule.of(key.optimizer, n, key.varying);
        List<String> scalars = new ArrayList<>(rule.scalars());
        key.constants.forEach(name -> scalars.add(constant(name)));
        List<String> lanes = new ArrayList<>(rule.carried());
        List<String> slots = new ArrayList<>();
        List<String> gradients = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            slots.add(LaneRule.theta(i));
            gradients.add(LaneRule.gradient(i));
        }
        key.constants.forEach(name -> slots.add(constant(name)));
        lanes.addAll(gradients);
        lanes.add(VALUE);
        lanes.add(SUM);
        Set<String> zeros = new HashSet<>();
        key.zeros.forEach(name -> zeros.add(LaneRule.scalar(name)));
        Set<String> rates = new HashSet<>();
        key.rates.forEach(name -> rates.add(key.varying.contains(name) ? LaneRule.lane(name) : LaneRule.scalar(name)));
        for (Hyperparameter parameter : key.optimizer.hyperparameters()) {
            if (key.varying.contains(parameter.name())) {
                lanes.add(LaneRule.lane(parameter.name()));
            }
        }
        try {
            return LaneCompiler.compile(new LaneCompiler.Body(
                            scalars,
                            lanes,
                            Program.of(key.formula, names, n),
                            slots,
                            gradients,
                            VALUE,
                            SUM,
                            key.goal == Goal.MAXIMISE,
                            rule.passes(),
                            zeros,
                            rates,
                            key.target))
                    .map(made -> new LaneProgram(key, rule, made));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // a rule that reads more than the numbers of one parameter, or too large a class
        }
    }

    /// The scalar of one of the formula's own parameters.
    private static String constant(String name) {
        return "formula's " + name;
    }

    /// Computes the cells `order[from] … order[to − 1]`, at most [LaneCompiler#LANES] of them, side by side.
    void run(Ensemble ensemble, int[] order, int from, int to, Outcomes outcomes, BooleanSupplier stop) {
        LaneBlock free = blocks.poll();
        LaneBlock block = free == null ? new LaneBlock(this) : free;
        block.run(ensemble, order, from, to, outcomes, stop);
        blocks.add(block);
    }

    LaneRule rule() {
        return rule;
    }

    LaneCompiler.Made made() {
        return made;
    }

    int dimension() {
        return key.variables.size();
    }

    /// How many lanes last from step to step; they come first.
    int carried() {
        return carried;
    }

    /// The lane of the gradient by parameter 0; those by the others follow.
    int gradient() {
        return carried;
    }

    /// The lane of J.
    int value() {
        return carried + dimension();
    }

    /// The lane to which evaluations add.
    int sum() {
        return value() + 1;
    }

    /// The first lane of hyperparameters that differ, in their order.
    int settings() {
        return value() + 2;
    }

    /// The scalar of the formula's first own parameter.
    int constants() {
        return rule.scalars().size();
    }
}
