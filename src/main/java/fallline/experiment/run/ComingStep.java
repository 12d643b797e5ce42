package fallline.experiment.run;

import fallline.objective.kernel.Lasso;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.Stage;
import fallline.optimizer.Update;
import fallline.optimizer.batch.BatchSource;
import fallline.optimizer.modifier.GradientModifier;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.rule.Rule;
import fallline.optimizer.rule.RuleLatex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the step that a run comes to next is going to do: its stages, what scales it, over which rows it takes its
/// gradient and where. Whatever is asked here, the run goes on as if nobody had asked.
final class ComingStep {
    private final StepEngine engine;
    private final Optimizer optimizer;
    private final Update update;
    private final SettingsTimeline settings;
    private final GradientModifier modifier;
    private final Lasso lasso;
    private final SlowWeights slow;

    ComingStep(StepEngine engine) {
        this.engine = engine;
        StepEngine.Parts parts = engine.parts();
        optimizer = parts.optimizer();
        update = parts.update();
        settings = parts.settings();
        modifier = parts.modifier();
        lasso = parts.lasso();
        slow = parts.slow();
    }

    /// The stages for one parameter, whose LaTeX is `name`: the modifiers', then the rule's, then those that end the
    /// step.
    List<Stage> explain(int index, String name) {
        return engine.ask(() -> {
            List<Stage> stages = new ArrayList<>();
            if (!settings.modifiers().equals(Modifiers.NONE)) {
                stages.addAll(modified(index, name));
            }
            double[] at = prepared();
            stages.addAll(update.explain(at, settings.hyper(), state(), number(), index, name, engine));
            if (lasso.isOn(index)) {
                stages.add(proximal(index, name));
            }
            if (slow.leadsAfter(engine.step())) {
                stages.add(led(index, name));
            }
            return List.copyOf(stages);
        });
    }

    /// What the modifiers make of the gradient.
    private List<Stage> modified(int index, String name) {
        double[] at = engine.rulePoint().clone();
        double[] plain = new double[at.length];
        double[] look = look();
        engine.plainGradient(look, plain);
        List<Stage> stages = new ArrayList<>();
        if (settings.modifiers().sam() != 0) {
            double[] climbed = new double[at.length];
            stages.add(GradientModifier.climb(settings.modifiers().sam(), look, plain, climbed, index));
            engine.plainGradient(climbed, plain);
            stages.add(GradientModifier.slope(plain[index]));
        }
        stages.addAll(modifier.explain(settings.modifiers(), engine.step(), settings.rate(), at, plain, index, name));
        return stages;
    }

    /// The stage of a step with l1, after the rule's own.
    private Stage proximal(int index, String name) {
        double[] at = prepared();
        double taken = update.step(at, settings.hyper(), state(), number(), engine);
        double before = at[index];
        lasso.shrink(at, taken);
        String threshold = RuleLatex.number(taken * lasso.weight());
        return new Stage(
                "soft threshold (l1)",
                Rule.THETA,
                name + " \\leftarrow \\operatorname{sign}(" + name + ") \\max(|" + name
                        + "| - \\alpha \\lambda_{1}, 0)",
                "\\operatorname{sign}(" + RuleLatex.number(before) + ") \\max(" + RuleLatex.number(Math.abs(before))
                        + " - " + threshold + ", 0)",
                at[index]);
    }

    /// The last stage of a step that ends where slow weights lead it.
    private Stage led(int index, String name) {
        double[] at = prepared();
        double taken = update.step(at, settings.hyper(), state(), number(), engine);
        lasso.shrink(at, taken);
        return slow.told(engine.step(), engine.rulePoint(), at, index, name);
    }

    /// The settings with schedules applied, and the rule's preconditioner.
    StepScale scale() {
        return engine.ask(() -> {
            double[] at = prepared();
            Optional<double[]> divisors = optimizer.preconditioner(at, settings.hyper(), state(), number(), engine);
            Map<String, Double> numbers = new HashMap<>();
            for (int i = 0; i < optimizer.hyperparameters().size(); i++) {
                Hyperparameter parameter = optimizer.hyperparameters().get(i);
                if (parameter.kind() instanceof Hyperparameter.Range) {
                    numbers.put(parameter.name(), settings.hyper()[i]);
                }
            }
            return new StepScale(numbers, divisors);
        });
    }

    /// The 0-based rows of the batch; empty when the step sees all rows.
    int[] rows() {
        return engine.ask(() -> {
            BatchSource batches = settings.batches();
            return batches.isFull() ? new int[0] : Arrays.copyOfRange(batches.rows(), batches.from(), batches.to());
        });
    }

    /// The point at which the rule asks for its slope, also where the run shows a mean; SAM, which is a modifier, reads
    /// it up the hill from there.
    double[] lookingPoint() {
        return engine.ask(this::look);
    }

    /// ∇J over the step's rows at [#lookingPoint], in the sense of the objective and before modifiers, without the part
    /// of J that a proximal step does.
    double[] gradient() {
        return engine.ask(() -> engine.rowsGradient(look()));
    }

    private double[] look() {
        double[] look = new double[engine.rulePoint().length];
        update.lookFrom(engine.rulePoint(), settings.hyper(), engine.ruleState(), number(), look);
        return look;
    }

    /// A copy of the point, moved by what comes before the rule.
    private double[] prepared() {
        double[] at = engine.rulePoint().clone();
        engine.prepare(at);
        return at;
    }

    private double[] state() {
        return engine.ruleState().clone();
    }

    /// The number that the step has for the rule, from 1 on.
    private int number() {
        return engine.step() + 1;
    }
}
