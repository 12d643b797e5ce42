package fallline.experiment.edit;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.judge.Cure;
import fallline.experiment.run.TaskResolver;
import fallline.objective.Box;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.problem.DataProblem;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import java.util.Optional;

/// The cures of verdicts as edits, each a pure function from one experiment to the next.
public final class CureEdits {
    /// How far the start is moved, as a share of the box or of its own size.
    private static final double NUDGE = 0.07;

    private final TaskResolver resolver;

    public CureEdits(TaskResolver resolver) {
        this.resolver = resolver;
    }

    /// The experiment after a cure of the run called `name`; as it was where the cure does not fit, or moves the
    /// playhead only.
    ///
    /// @throws fallline.data.DataException if data cannot be standardised
    public Experiment cured(Experiment experiment, String name, Cure cure) {
        Run run = experiment.runOrFirst(name);
        Optimizer optimizer = resolver.optimizer(experiment, run);
        return switch (cure) {
            case Cure.HalveRate halve -> RateEdits.withCuredRate(experiment, run.name(), optimizer, halve.step());
            case Cure.BestRate best -> withRate(experiment, run, best.rate());
            case Cure.Standardise _ -> standardised(experiment);
            case Cure.MoreSteps more -> withMore(experiment, more.steps());
            case Cure.Further further -> withMore(experiment, further.steps());
            case Cure.JumpTo _ -> experiment;
            case Cure.AddMomentum _ -> withMomentum(experiment, run, optimizer);
            case Cure.MoveStart _ -> withNudgedStart(experiment);
        };
    }

    private static Experiment withMore(Experiment experiment, int steps) {
        return experiment.withSteps((int) Math.min(Experiment.MOST_STEPS, (long) experiment.steps() + steps));
    }

    private static Experiment withRate(Experiment experiment, Run run, double rate) {
        RunRecipe recipe = run.recipe().with(Hyperparameter.LEARNING_RATE, HyperValue.of(rate));
        return experiment.withRun(run.name(), run.withRecipe(recipe));
    }

    /// Standardised features, and for every run a rate that suits them: the old one is of other units.
    private Experiment standardised(Experiment experiment) {
        Optional<DataProblem> data = DataProblem.of(experiment.problem());
        if (data.isEmpty() || data.get().options().standardise()) {
            return experiment;
        }
        ModelOptions old = data.get().options();
        Problem next = data.get().withOptions(old.withStandardise(true));
        Experiment cured = experiment.withProblem(next);
        if (experiment.start() instanceof Start.At) {
            cured = cured.withStart(Start.usual(next));
        }
        double[] start = cured.startPoint();
        for (Run run : cured.runs()) {
            Optimizer optimizer = resolver.optimizer(cured, run);
            if (optimizer.hasRate()) {
                cured = withRate(cured, run, SuggestedRate.of(next, start, optimizer));
            }
        }
        return cured;
    }

    private Experiment withMomentum(Experiment experiment, Run run, Optimizer before) {
        return resolver.catalogue().stream()
                .filter(other -> other.momentum().isPresent() && other.rates().hasPlainLimit())
                .findFirst()
                .map(momentum -> Edits.withOptimizer(experiment, run.name(), before, momentum))
                .orElse(experiment);
    }

    /// A start a little beside the present one, by another share in every direction, so that no symmetry holds it.
    private static Experiment withNudgedStart(Experiment experiment) {
        double[] point = experiment.startPoint();
        Optional<Box> box = experiment.problem().objective().box();
        double share = NUDGE;
        for (int i = 0; i < point.length; i++) {
            int index = i;
            double size = box.map(known -> known.high()[index] - known.low()[index])
                    .orElse(Math.max(1, Math.abs(point[index])));
            point[i] += share * size;
            share *= -0.618;
            share = Math.abs(share) < 0.01 ? NUDGE : share;
        }
        return experiment.withStart(Start.at(point));
    }
}
