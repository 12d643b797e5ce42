package fallline.analysis.tune;

import fallline.experiment.RunRecipe;
import fallline.experiment.run.BudgetedRun;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Hyperparameter.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Gives every optimizer the same number of trials and the same budget, and keeps the best settings of each.
///
/// The first trial has the rule's defaults; then come quasi-random points over its declared ranges ([Halton],
/// shifted by the experiment's seed), two thirds in all; the last third lies in boxes around the best so far, which
/// shrink. A run
/// is judged by J over all rows at its end, and one that did not stay finite is the worst. Where chance has a part, a
/// trial is judged on stream 0, and the best three again on streams 0 … 4: the least median wins. What comes out
/// depends on the order alone, not on the number of threads.
public final class Tuner {
    /// How many are judged again where chance has a part …
    private static final int FINALISTS = 3;

    /// … and on how many streams.
    private static final int STREAMS = 5;

    /// Trials of one round of refinement, at least, …
    private static final int ROUND = 4;

    /// … in so many rounds at most.
    private static final int MOST_ROUNDS = 6;

    private static final double WIDEST_BOX = 0.25;
    private static final double SHRINK = 0.4;

    private final TuneOrder order;
    private final Goal goal;
    private final Crew crew;
    private final List<Search> searches;

    private Tuner(TuneOrder order, Crew crew) {
        this.order = order;
        this.crew = crew;
        goal = order.experiment().problem().objective().goal();
        searches = order.entrants().stream().map(Search::new).toList();
    }

    /// Does what is ordered.
    ///
    /// @param threads how many runs are made at once
    /// @param cancelled asked at every step of every run
    /// @param progress told, on any thread, whenever a run has ended
    /// @return what came of it; empty if it was cancelled, or the calling thread interrupted
    /// @throws IllegalArgumentException with a sentence, if an optimizer does not go with the problem
    public static Optional<TuneResult> tune(
            TuneOrder order, int threads, BooleanSupplier cancelled, Consumer<TuneProgress> progress) {
        try (Crew crew = new Crew(threads, runs(order), cancelled, progress)) {
            TuneResult result = new Tuner(order, crew).result();
            return cancelled.getAsBoolean() ? Optional.empty() : Optional.of(result);
        } catch (CancellationException _) {
            return Optional.empty(); // the thread that waits was interrupted: the window closes
        }
    }

    /// How many runs an order takes at most.
    private static int runs(TuneOrder order) {
        int runs = 0;
        for (Entrant entrant : order.entrants()) {
            int streams = entrant.drawsLots() ? STREAMS : 1;
            runs += order.trials() + FINALISTS * (streams - 1);
            runs += entrant.optimizer().hasRate() ? streams * Sensitivity.allFactors().length : 0;
        }
        return runs;
    }

    private TuneResult result() {
        searches.forEach(
                search -> order.task(search.entrant, search.entrant.base()).check());
        int refined = order.trials() / 3;
        crew.stage(searches, search -> search.spread(order.trials() - refined));
        int rounds = Math.clamp(refined / ROUND, 1, MOST_ROUNDS);
        for (int round = 0; round < rounds; round++) {
            int from = refined * round / rounds;
            int to = refined * (round + 1) / rounds;
            int now = round;
            crew.stage(searches, search -> search.refine(now, to - from));
        }
        crew.stage(searches, Search::rejudge);
        searches.forEach(Search::settle);
        crew.stage(searches, Search::vary);
        return new TuneResult(order, searches.stream().map(Search::tuned).toList());
    }

    private double worth(BudgetedRun end) {
        return Trial.worthOf(end, goal);
    }

    /// The trials of one optimizer.
    private final class Search {
        private final Entrant entrant;
        private final SearchSpace space;
        private final Halton points;
        private final List<Trial> trials = new ArrayList<>();
        private final List<Trial> finalists = new ArrayList<>();

        /// J of each finalist at its end, in the order of the streams.
        private final List<double[]> again = new ArrayList<>();

        private final double[] factors = Sensitivity.allFactors();
        private final double[][] varied = new double[factors.length][];
        private Optional<Trial> best = Optional.empty();
        private double[] ends = {};
        private int taken;
        private int spread;

        Search(Entrant entrant) {
            this.entrant = entrant;
            space = SearchSpace.of(entrant.optimizer(), order.scope());
            points = Halton.shifted(space.dimension(), order.experiment().seed());
        }

        private int streams() {
            return entrant.drawsLots() ? STREAMS : 1;
        }

        /// The defaults, and points all over the ranges.
        List<Runnable> spread(int count) {
            spread = count;
            List<Runnable> jobs = new ArrayList<>();
            jobs.add(trial(Trial.Kind.FIRST, Map.of()));
            while (jobs.size() < count) {
                jobs.add(trial(Trial.Kind.SPREAD, space.at(points.point(taken++))));
            }
            return jobs;
        }

        /// Points in a box around the best so far; all over the ranges while every trial diverged.
        List<Runnable> refine(int round, int count) {
            double[] centre = trials.stream()
                    .min(Trial.BEST)
                    .filter(Trial::counts)
                    .map(trial -> space.place(entrant.with(trial.values()).hyperparameters()))
                    .orElse(null);
            double each = StrictMath.pow(spread, -1.0 / Math.max(1, space.dimension()));
            double half = Math.min(WIDEST_BOX, each) * StrictMath.pow(SHRINK, round);
            List<Runnable> jobs = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                double[] point = points.point(taken++);
                for (int k = 0; centre != null && k < point.length; k++) {
                    point[k] = inside(centre[k] + half * (2 * point[k] - 1));
                }
                jobs.add(trial(Trial.Kind.REFINED, space.at(point)));
            }
            return jobs;
        }

        /// What lies outside is mirrored at the edge.
        private static double inside(double at) {
            return at < 0 ? -at : at > 1 ? 2 - at : at;
        }

        private Runnable trial(Trial.Kind kind, Map<String, HyperValue> values) {
            int place = trials.size();
            Map<String, HyperValue> whole = kind == Trial.Kind.FIRST ? firstValues() : values;
            // holds the place; every job then writes its own
            trials.add(new Trial(place + 1, kind, whole, new BudgetedRun(Double.NaN, 0, 0, false), Double.NaN));
            return () -> {
                BudgetedRun end = run(entrant.with(whole), 0);
                synchronized (trials) {
                    trials.set(place, new Trial(place + 1, kind, whole, end, worth(end)));
                }
            };
        }

        private Map<String, HyperValue> firstValues() {
            Map<String, HyperValue> values = new LinkedHashMap<>();
            for (Hyperparameter setting : space.settings()) {
                values.put(
                        setting.name(),
                        entrant.base().hyperparameters().getOrDefault(setting.name(), setting.initial()));
            }
            return values;
        }

        private BudgetedRun run(RunRecipe recipe, int stream) {
            RunRecipe streamed = stream == 0 ? recipe : Entrant.streamed(recipe, stream);
            return crew.run(
                    entrant,
                    () -> BudgetedRun.of(order.task(entrant, streamed), order.evaluations(), crew.cancelled()));
        }

        /// The best few once more, where chance has a part.
        List<Runnable> rejudge() {
            List<Runnable> jobs = new ArrayList<>();
            trials.stream()
                    .sorted(Trial.BEST)
                    .filter(Trial::counts)
                    .limit(streams() > 1 ? FINALISTS : 1)
                    .forEach(finalist -> {
                        double[] losses = new double[streams()];
                        losses[0] = finalist.end().loss();
                        finalists.add(finalist);
                        again.add(losses);
                        for (int stream = 1; stream < losses.length; stream++) {
                            int now = stream;
                            jobs.add(() -> losses[now] = finite(run(entrant.with(finalist.values()), now)));
                        }
                    });
            return jobs;
        }

        private double finite(BudgetedRun end) {
            return worth(end) < Double.POSITIVE_INFINITY ? end.loss() : Double.NaN;
        }

        /// Chooses the winner: the first of the least medians.
        void settle() {
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < finalists.size(); i++) {
                double median = Sensitivity.median(again.get(i));
                double worth = goal == Goal.MAXIMISE ? -median : median;
                if (worth < least) {
                    least = worth;
                    best = Optional.of(finalists.get(i));
                    ends = again.get(i);
                }
            }
        }

        /// The winner at other rates.
        List<Runnable> vary() {
            List<Runnable> jobs = new ArrayList<>();
            if (best.isEmpty() || !entrant.optimizer().hasRate()) {
                return jobs;
            }
            RunRecipe recipe = entrant.with(best.get().values());
            for (int i = 0; i < factors.length; i++) {
                double[] losses = new double[streams()];
                Arrays.fill(losses, Double.NaN);
                varied[i] = losses;
                Optional<RunRecipe> other = atFactor(recipe, factors[i]);
                for (int stream = 0; other.isPresent() && stream < losses.length; stream++) {
                    int now = stream;
                    if (factors[i] == 1) {
                        losses[now] = ends[now];
                    } else {
                        jobs.add(() -> losses[now] = finite(run(other.get(), now)));
                    }
                }
            }
            return jobs;
        }

        private Optional<RunRecipe> atFactor(RunRecipe recipe, double factor) {
            Hyperparameter rate = entrant.optimizer()
                    .hyperparameters()
                    .get(entrant.optimizer().indexOf(Hyperparameter.LEARNING_RATE));
            HyperValue now = recipe.hyperparameters().getOrDefault(rate.name(), rate.initial());
            return now instanceof HyperValue.Amount(double amount)
                            && rate.kind() instanceof Range range
                            && range.limits().contains(amount * factor)
                    ? Optional.of(recipe.with(rate.name(), HyperValue.of(amount * factor)))
                    : Optional.empty();
        }

        Tuned tuned() {
            Optional<Sensitivity> sensitivity = varied[0] == null
                    ? Optional.empty()
                    : Optional.of(new Sensitivity(
                            factors,
                            Arrays.stream(varied)
                                    .mapToDouble(Sensitivity::median)
                                    .toArray()));
            return new Tuned(entrant, trials, best, ends, sensitivity);
        }
    }
}
