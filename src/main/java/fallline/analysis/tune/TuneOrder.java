package fallline.analysis.tune;

import fallline.experiment.Experiment;
import fallline.experiment.RunRecipe;
import fallline.experiment.run.RunTask;
import fallline.number.Numbers;
import java.util.List;
import java.util.Optional;

/// What is to be tuned, and how much everybody may spend.
///
/// @param entrants with optimizers of different names
/// @param trials how many settings of each are tried
/// @param currency what every trial has equally much of
/// @param budget how much of it, 1 to the most steps that a run may take
public record TuneOrder(
        Experiment experiment, List<Entrant> entrants, int trials, Currency currency, int budget, Scope scope) {
    public static final int USUAL_TRIALS = 32;
    public static final int FEWEST_TRIALS = 8;
    public static final int MOST_TRIALS = 500;

    /// @throws IllegalArgumentException with a sentence, if there are too few or too many trials or steps, or nobody
    ///     takes part
    public TuneOrder {
        entrants = List.copyOf(entrants);
        if (entrants.isEmpty()) {
            throw new IllegalArgumentException("nobody takes part: choose at least one optimizer");
        }
        if (trials < FEWEST_TRIALS || trials > MOST_TRIALS) {
            throw new IllegalArgumentException("every optimizer gets " + FEWEST_TRIALS + " to " + MOST_TRIALS
                    + " trials, got " + Numbers.whole(trials));
        }
        if (budget < 1 || budget > Experiment.MOST_STEPS) {
            throw new IllegalArgumentException(
                    "a trial takes 1 to 1\u202f000\u202f000 " + currency.words() + ", got " + Numbers.whole(budget));
        }
    }

    /// Why one who takes part does not go with the problem, in a sentence with the remedy.
    public Optional<String> objection() {
        for (Entrant entrant : entrants) {
            try {
                task(entrant, entrant.base()).check();
            } catch (IllegalArgumentException e) {
                return Optional.of(entrant.optimizer().card().name() + " cannot take part: " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    /// The task of a recipe of one who takes part.
    RunTask task(Entrant entrant, RunRecipe recipe) {
        return new RunTask(
                experiment.problem().objective(),
                entrant.optimizer(),
                recipe,
                experiment.startPoint(),
                experiment.seed(),
                budget);
    }

    /// How many evaluations a trial may make.
    long evaluations() {
        return currency == Currency.EVALUATIONS ? budget : Long.MAX_VALUE;
    }
}
