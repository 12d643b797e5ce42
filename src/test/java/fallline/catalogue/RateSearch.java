package fallline.catalogue;

import fallline.experiment.RunRecipe;
import fallline.experiment.judge.Judge;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Goal;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FirstRate;
import fallline.objective.formula.FirstRate.Outcome;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Optimizer;
import fallline.problem.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks for the rate with which a first run is worth seeing, over all decades of the rate's slider.
///
/// The best outcome wins: the minimum before a local one, before a saddle, before a run that is still on its way,
/// before one that jumps, falls or stands. A run that leaves the box on its way, or goes to and fro on it, comes after
/// one that does not. Among equals, that run wins which settles (or falls) after about thirty steps on the straightest
/// path; if none settles, the one that ends lowest.
final class RateSearch {
    private static final int[] LENGTHS = {50, 100, 150, 200, 250, 300};
    private static final int MOST = 300;
    private static final int MOST_MORE = 100;
    private static final double IDEAL = 30;
    private static final double LONGEST_DETOUR = 3;
    private static final String[] DIGITS = {"1", "1.2", "1.5", "1.8", "2", "2.5", "3", "4", "5", "6", "7", "8", "9"};

    private record Candidate(FirstRate rate, double rank, double score) {}

    private RateSearch() {}

    static FirstRate best(CatalogueFunction card, Optimizer optimizer) {
        List<Candidate> candidates = new ArrayList<>();
        for (int power = -6; power <= 1; power++) {
            for (String digits : DIGITS) {
                double rate = Double.parseDouble(digits + "e" + power);
                if (rate <= 10) {
                    candidate(card, optimizer, rate).ifPresent(candidates::add);
                }
            }
        }
        return candidates.stream()
                .min(Comparator.comparingDouble(Candidate::rank).thenComparingDouble(Candidate::score))
                .map(found -> judged(card, optimizer, found.rate()))
                .orElseThrow(() -> new IllegalStateException(card.id() + " diverges at every rate"));
    }

    /// The rate with up to [#MOST_MORE] more steps, so that the verdict at their end and a little later is
    /// *converged* or *saddle*; as it was where none is enough.
    private static FirstRate judged(CatalogueFunction card, Optimizer optimizer, FirstRate rate) {
        if (rate.outcome() == Outcome.IS_STILL_ON_ITS_WAY) {
            return rate;
        }
        for (int steps = rate.steps(); steps <= rate.steps() + MOST_MORE; steps += 5) {
            if (staysThere(card, optimizer, rate, steps)) {
                return new FirstRate(optimizer.id(), rate.rate(), steps, rate.outcome());
            }
        }
        return rate;
    }

    private static boolean staysThere(CatalogueFunction card, Optimizer optimizer, FirstRate rate, int steps) {
        return FirstRun.of(card, optimizer, rate.rate(), steps).outcome(steps) == rate.outcome()
                && isThere(card, optimizer, rate.rate(), steps)
                && isThere(card, optimizer, rate.rate(), steps + 5)
                && isThere(card, optimizer, rate.rate(), steps + 10)
                && isThere(card, optimizer, rate.rate(), steps + 20);
    }

    private static boolean isThere(CatalogueFunction card, Optimizer optimizer, double rate, int steps) {
        RunTask task = new RunTask(
                Problems.function(card, Map.of(), Goal.MINIMISE).objective(),
                optimizer,
                RunRecipe.of(optimizer.id(), Map.of("lr", HyperValue.of(rate))),
                card.firstStart(),
                0,
                steps);
        Trace trace = TraceRecorder.record(task, () -> false, _ -> {});
        Verdict verdict = Judge.verdict(task, trace);
        return verdict instanceof Verdict.Converged || verdict instanceof Verdict.Saddle;
    }

    /// The shortest run that ends as all longer ones do; empty where J ceases to be finite.
    private static Optional<Candidate> candidate(CatalogueFunction card, Optimizer optimizer, double rate) {
        FirstRun run = FirstRun.of(card, optimizer, rate, MOST);
        if (!run.isFinite(LENGTHS[0])) {
            return Optional.empty();
        }
        Outcome last = run.outcome(MOST);
        int steps = MOST;
        for (int i = LENGTHS.length - 2; i >= 0 && run.outcome(LENGTHS[i]) == last; i--) {
            steps = LENGTHS[i];
        }
        if (last == Outcome.IS_STILL_ON_ITS_WAY) {
            steps = MOST;
        }
        boolean tidy = run.isFinite(steps) && run.staysInBox(steps);
        boolean wild = last == Outcome.IS_STILL_ON_ITS_WAY && run.detour(steps) > LONGEST_DETOUR;
        double rank = rank(card, last) + (tidy ? 0 : 0.5) + (wild ? 0.25 : 0);
        double score = score(run, last, steps);
        return Optional.of(new Candidate(new FirstRate(optimizer.id(), rate, steps, last), rank, score));
    }

    private static double score(FirstRun run, Outcome outcome, int steps) {
        return switch (outcome) {
            case REACHES_THE_MINIMUM, SETTLES_IN_A_LOCAL_MINIMUM, STOPS_AT_A_SADDLE ->
                distance(run.settledFrom(steps)) + Math.log(Math.max(1, run.detour(steps)));
            case FALLS_OUT_OF_THE_BOX -> distance(run.outFrom(steps));
            case IS_STILL_ON_ITS_WAY, KEEPS_JUMPING, STANDS_STILL -> run.loss(MOST);
        };
    }

    private static double distance(int steps) {
        return Math.abs(Math.log(Math.max(1, steps) / IDEAL));
    }

    private static double rank(CatalogueFunction card, Outcome outcome) {
        return switch (outcome) {
            case REACHES_THE_MINIMUM -> 0;
            case SETTLES_IN_A_LOCAL_MINIMUM -> 1;
            case STOPS_AT_A_SADDLE -> 2;
            case IS_STILL_ON_ITS_WAY -> 3;
            case FALLS_OUT_OF_THE_BOX -> card.kind() == CatalogueFunction.Kind.UNBOUNDED ? 2.25 : 4;
            case KEEPS_JUMPING -> 5;
            case STANDS_STILL -> 6;
        };
    }
}
