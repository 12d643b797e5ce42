package fallline.analysis.predict;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.SettingsAt;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// Which of several learning rates has come lowest after some steps; highest where J is maximised.
///
/// @param rates as they are asked about
/// @param losses J after the steps, in their order; NaN for a run that left the finite numbers before
/// @param steps how many each took
/// @param goal whether low is good
public record Ranking(List<Double> rates, List<Double> losses, int steps, Goal goal) {
    /// By so much of their size two J must differ to be told apart.
    private static final double TIE = 1e-9;

    private static final double[] USUAL = {0.25, 1, 4};

    /// @throws IllegalArgumentException unless there is one J a rate
    public Ranking {
        if (rates.size() != losses.size()) {
            throw new IllegalArgumentException(
                    "a ranking has one J a rate, got " + losses.size() + " for " + rates.size());
        }
        rates = List.copyOf(rates);
        losses = List.copyOf(losses);
    }

    /// A quarter of the run's own rate, the rate itself, and four times as much; empty where it has none.
    public static Optional<List<Double>> usualRates(Optimizer optimizer, RunRecipe recipe) {
        if (!optimizer.hasRate()) {
            return Optional.empty();
        }
        double rate = SettingsAt.base(recipe).rate(optimizer);
        return Optional.of(Arrays.stream(USUAL).mapToObj(times -> times * rate).toList());
    }

    /// Takes the steps with each of the rates from the experiment's start; everything else is as the run has it, but
    /// for changes on the way, which are left aside.
    ///
    /// @param steps at least 1
    /// @throws IllegalArgumentException with a sentence, if the optimizer does not take a rate
    public static Ranking of(
            TaskResolver resolver,
            Experiment experiment,
            Run run,
            List<Double> rates,
            int steps,
            BooleanSupplier cancelled) {
        Experiment shortened = experiment.withSteps(steps);
        List<Double> losses = new ArrayList<>();
        for (double rate : rates) {
            RunRecipe recipe =
                    run.recipe().withChanges(List.of()).with(Hyperparameter.LEARNING_RATE, HyperValue.of(rate));
            RunTask task = resolver.resolve(shortened, run.withRecipe(recipe));
            losses.add(after(TraceRecorder.record(task, cancelled, _ -> {}), steps));
        }
        return new Ranking(rates, losses, steps, experiment.problem().goal());
    }

    private static double after(Trace trace, int steps) {
        return trace.lastFiniteStep() >= steps ? trace.loss(steps) : Double.NaN;
    }

    /// The places of the rates, the best first; of equals the first named.
    public List<Integer> order() {
        Comparator<Integer> better = this::compare;
        return IntStream.range(0, rates.size()).boxed().sorted(better).toList();
    }

    /// Whether the rate at one place came lower than that at another, or not higher.
    private int compare(int one, int other) {
        double a = losses.get(one);
        double b = losses.get(other);
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Boolean.compare(Double.isNaN(a), Double.isNaN(b));
        }
        if (Math.abs(a - b) <= TIE * Math.max(Math.abs(a), Math.abs(b))) {
            return 0;
        }
        return goal == Goal.MINIMISE ? Double.compare(a, b) : Double.compare(b, a);
    }

    /// What an order is worth: the share of its pairs that stand right; equals stand right either way.
    ///
    /// @param guess the places of the rates, the best first
    /// @throws IllegalArgumentException unless each place is there once
    public double points(List<Integer> guess) {
        if (!guess.stream()
                .sorted()
                .toList()
                .equals(IntStream.range(0, rates.size()).boxed().toList())) {
            throw new IllegalArgumentException("each of the " + rates.size() + " rates has one place, got " + guess);
        }
        int right = 0;
        int pairs = 0;
        for (int i = 0; i < guess.size(); i++) {
            for (int j = i + 1; j < guess.size(); j++) {
                pairs++;
                right += compare(guess.get(i), guess.get(j)) <= 0 ? 1 : 0;
            }
        }
        return pairs == 0 ? 1 : (double) right / pairs;
    }
}
