package fallline.experiment.run;

import fallline.experiment.RunRecipe;
import fallline.experiment.SettingsAt;
import fallline.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The learning rate over the steps of a run, at some of them, for a small drawing.
///
/// @param steps ascending; step k is the one from k to k + 1
/// @param rates one for each step
/// @param measured whether the rates are those that the run used, because it searches for them or watches its loss;
///     they are then known only as far as the run is computed
public record RateCurve(List<Integer> steps, List<Double> rates, boolean measured) {
    /// A curve without a point.
    public static final RateCurve NONE = new RateCurve(List.of(), List.of(), false);

    public RateCurve {
        steps = List.copyOf(steps);
        rates = List.copyOf(rates);
        if (steps.size() != rates.size()) {
            throw new IllegalArgumentException(
                    "a rate for each step: got " + rates.size() + " for " + steps.size() + " steps");
        }
    }

    /// The rates of a run of `length` steps, as its schedule says; where they depend on what happens, from `trace`.
    ///
    /// @param most how many points the curve has at most
    public static RateCurve of(RunRecipe recipe, Optimizer optimizer, int length, Optional<Trace> trace, int most) {
        if (!optimizer.hasRate()) {
            return NONE;
        }
        boolean watches = recipe.schedule().plateau().isPresent()
                || recipe.changes().stream()
                        .flatMap(change -> change.schedule().stream())
                        .anyMatch(schedule -> schedule.plateau().isPresent());
        boolean measured = watches || recipe.lineSearch().isPresent();
        int known = measured ? trace.map(Trace::lastStep).orElse(0) : length;
        List<Integer> steps = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (int step : samples(Math.min(known, length), most)) {
            steps.add(step);
            rates.add(measured ? trace.orElseThrow().rate(step + 1) : planned(recipe, optimizer, step));
        }
        return new RateCurve(steps, rates, measured);
    }

    private static double planned(RunRecipe recipe, Optimizer optimizer, int step) {
        SettingsAt settings = SettingsAt.of(recipe, step);
        return settings.schedule().rate(step, settings.rate(optimizer));
    }

    private static int[] samples(int length, int most) {
        int count = Math.min(length, most);
        int[] steps = new int[count];
        for (int i = 0; i < count; i++) {
            steps[i] = count == 1 ? 0 : (int) ((long) i * (length - 1) / (count - 1));
        }
        return steps;
    }

    /// The largest rate; 0 for an empty curve.
    public double largest() {
        return rates.stream()
                .filter(Double::isFinite)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
