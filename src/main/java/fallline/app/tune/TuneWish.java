package fallline.app.tune;

import fallline.analysis.tune.Currency;
import fallline.analysis.tune.Entrant;
import fallline.analysis.tune.Scope;
import fallline.analysis.tune.TuneOrder;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.number.Numbers;
import fallline.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;

/// What the user wants tuned, as it stands in the form.
///
/// @param model the run whose batches and schedule go for optimizers that have no run
/// @param optimizers in the order of the list; may be empty while the user chooses
record TuneWish(
        Experiment experiment,
        Run model,
        List<Optimizer> optimizers,
        int trials,
        Currency currency,
        int budget,
        Scope scope) {
    TuneWish {
        optimizers = List.copyOf(optimizers);
    }

    TuneWish withTrials(int other) {
        return new TuneWish(experiment, model, optimizers, other, currency, budget, scope);
    }

    TuneWish withCurrency(Currency other) {
        return new TuneWish(experiment, model, optimizers, trials, other, budget, scope);
    }

    TuneWish withBudget(int other) {
        return new TuneWish(experiment, model, optimizers, trials, currency, other, scope);
    }

    TuneWish withScope(Scope other) {
        return new TuneWish(experiment, model, optimizers, trials, currency, budget, other);
    }

    /// With one optimizer more or less, in the order of `offered`.
    TuneWish with(Optimizer optimizer, boolean on, List<Optimizer> offered) {
        List<Optimizer> chosen = new ArrayList<>(offered);
        chosen.removeIf(one -> one == optimizer ? !on : !optimizers.contains(one));
        return new TuneWish(experiment, model, chosen, trials, currency, budget, scope);
    }

    /// What it comes to, in a sentence: `3 × 32 trials of 200 evaluations of J and ∇J.`
    String words() {
        return optimizers.isEmpty()
                ? "Nobody takes part: choose at least one optimizer."
                : Numbers.whole(optimizers.size()) + " × " + Numbers.whole(trials) + " trials of "
                        + Numbers.whole(budget) + " " + currency.words() + ", seed " + experiment.seed() + ".";
    }

    /// The order; it looks for rates that suit the problem, which takes a while.
    ///
    /// @throws IllegalArgumentException with a sentence, if a number is out of range or somebody cannot take part
    TuneOrder order() {
        List<Entrant> entrants = optimizers.stream()
                .map(optimizer -> Entrant.of(experiment, optimizer, model))
                .toList();
        TuneOrder order = new TuneOrder(experiment, entrants, trials, currency, budget, scope);
        order.objection().ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        return order;
    }
}
