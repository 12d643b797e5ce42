package fallline.optimizer;

import fallline.curvature.Stability;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleSupplier;

/// What is known of a method's learning rate: which rates suit it, and from which on it diverges. A rule's text
/// says it; docs/optimizers.md describes how.
///
/// Curvatures are the eigenvalues of the Hessian in the sense of descent. Settings are the hyperparameters that are
/// numbers, by name.
public final class RateFacts {
    /// Nothing is known.
    public static final RateFacts NONE = new RateFacts(
            "",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    /// The largest and the smallest curvature, and one of them.
    public static final String LARGEST = "lambda_max";

    public static final String SMALLEST = "lambda_min";
    public static final String CURVATURE = "lambda";

    /// The start's distance from zero, at least 1.
    public static final String REACH = "reach";

    /// The Euclidean norm of the gradient at the start.
    public static final String SLOPE = "slope";

    private static final int HALVINGS = 60;

    private final String family;
    private final List<RateFormula> suggestions;
    private final Optional<RateFormula> decay;
    private final Optional<RateFormula> limit;
    private final Optional<RateFormula> flip;
    private final Optional<RateFormula> best;
    private final Optional<RateFormula> factor;
    private final boolean preconditioned;

    /// @param family the word under which cards of functions give it a rate; empty if none
    /// @param suggestions rates for a first run, the first that is a positive number counts
    /// @param decay what the rule adds to every curvature
    /// @param limit the rate from which on it diverges
    /// @param flip the rate from which on the steepest direction changes sides; half the limit if it is not said
    /// @param best the fastest rate
    /// @param factor by how much the error shrinks a step at a rate along a curvature
    /// @param preconditioned whether the rule divides the gradient by numbers P of its own, so that curvatures are
    ///     those of P^−½ H P^−½
    public RateFacts(
            String family,
            List<RateFormula> suggestions,
            Optional<RateFormula> decay,
            Optional<RateFormula> limit,
            Optional<RateFormula> flip,
            Optional<RateFormula> best,
            Optional<RateFormula> factor,
            boolean preconditioned) {
        this.family = family;
        this.suggestions = List.copyOf(suggestions);
        this.decay = decay;
        this.limit = limit;
        this.flip = flip;
        this.best = best;
        this.factor = factor;
        this.preconditioned = preconditioned;
    }

    /// The family for which cards of functions suggest rates; empty if it has none.
    public String family() {
        return family;
    }

    /// Whether a stability limit is known.
    public boolean hasLimit() {
        return limit.isPresent();
    }

    /// Whether curvatures are those of P^−½ H P^−½, with the numbers P by which the rule divides the gradient at its
    /// present state ([Optimizer#preconditioner]).
    public boolean isPreconditioned() {
        return preconditioned;
    }

    /// Whether a stability limit is known that depends on the Hessian alone, and not on what the rule remembers.
    public boolean hasPlainLimit() {
        return hasLimit() && !preconditioned;
    }

    /// What the rule adds to every curvature of J, before any preconditioner; 0 if nothing.
    ///
    /// @param settings those of [#stabilitySettings()]
    public double decay(Map<String, Double> settings) {
        return decay.map(formula -> formula.value(settings)).orElse(0.0);
    }

    /// The hyperparameters on which the limit and the zones depend, besides the rate itself.
    public Set<String> stabilitySettings() {
        Set<String> names = new HashSet<>();
        List.of(decay, limit, flip, best, factor)
                .forEach(formula -> formula.ifPresent(known -> names.addAll(known.names())));
        names.removeAll(Set.of(Hyperparameter.LEARNING_RATE, LARGEST, SMALLEST, CURVATURE));
        return names;
    }

    /// How the rate acts on a quadratic.
    ///
    /// @param settings those of [#stabilitySettings()]
    /// @param smallest the smallest curvature of J
    /// @param largest the largest curvature of J
    /// @return empty if no limit is known, or no direction curves upwards
    public Optional<Stability> stability(Map<String, Double> settings, double smallest, double largest) {
        double more = decay(settings);
        return stabilityOf(settings, smallest + more, largest + more);
    }

    /// As [#stability], of curvatures that hold the rule's decay already, and its preconditioner if it has one.
    public Optional<Stability> stabilityOf(Map<String, Double> settings, double smallest, double largest) {
        Map<String, Double> known = new HashMap<>(settings);
        known.put(SMALLEST, smallest);
        known.put(LARGEST, largest);
        double bound = limit.map(formula -> formula.value(known)).orElse(Double.NaN);
        if (!(bound > 0 && bound < Double.POSITIVE_INFINITY)) {
            return Optional.empty();
        }
        double turn = flip.map(formula -> formula.value(known)).orElse(bound / 2);
        double fastest = best.map(formula -> formula.value(known))
                .orElseGet(() -> factor.map(formula -> fastest(formula, known, turn, bound))
                        .orElse(Double.NaN));
        boolean convergent = fastest > 0 && fastest < bound;
        return Optional.of(new Stability(bound, convergent ? fastest : bound / 2, turn, convergent));
    }

    /// The rate at which both ends of the spectrum shrink equally, by halving; the limit if the flat end never shrinks.
    private static double fastest(RateFormula factor, Map<String, Double> known, double from, double to) {
        Map<String, Double> numbers = new HashMap<>(known);
        double smallest = known.getOrDefault(SMALLEST, Double.NaN);
        double largest = known.getOrDefault(LARGEST, Double.NaN);
        if (!(smallest > 0)) {
            return to;
        }
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double rate = (low + high) / 2;
            numbers.put(Hyperparameter.LEARNING_RATE, rate);
            numbers.put(CURVATURE, smallest);
            double flat = factor.value(numbers);
            numbers.put(CURVATURE, largest);
            if (flat > factor.value(numbers)) {
                low = rate;
            } else {
                high = rate;
            }
        }
        return low;
    }

    /// The rate that the rule suggests for a first run; empty if it suggests none, or none of them is a positive
    /// number.
    ///
    /// @param settings all hyperparameters that are numbers
    /// @param reach the start's distance from zero, at least 1
    /// @param slope the Euclidean norm of the gradient at the start; asked only where it is read
    /// @param largest the largest curvature at the start; asked only where it is read
    public OptionalDouble suggestion(
            Map<String, Double> settings, double reach, DoubleSupplier slope, DoubleSupplier largest) {
        Map<String, Double> known = new HashMap<>(settings);
        known.keySet().removeAll(Set.of(SLOPE, LARGEST));
        known.put(REACH, reach);
        for (RateFormula formula : suggestions) {
            if (formula.names().contains(SLOPE)) {
                known.computeIfAbsent(SLOPE, _ -> slope.getAsDouble());
            }
            if (formula.names().contains(LARGEST)) {
                known.computeIfAbsent(LARGEST, _ -> largest.getAsDouble());
            }
            double rate = formula.value(known);
            if (rate > 0 && Double.isFinite(rate)) {
                return OptionalDouble.of(rate);
            }
        }
        return OptionalDouble.empty();
    }

    /// The largest curvature that is stable at a rate: where [#stabilityOf] gives this rate as the limit. Like
    /// there, the curvature holds decay and preconditioner.
    ///
    /// @return NaN if no limit is known, or none is reached
    public double sharpestStable(Map<String, Double> settings, double rate) {
        if (!hasLimit() || !(rate > 0)) {
            return Double.NaN;
        }
        // limits fall as curvatures rise: halving on a logarithmic scale
        double low = 1e-150;
        double high = 1e150;
        if (!(limitAt(settings, low) > rate) || !(limitAt(settings, high) < rate)) {
            return Double.NaN;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = Math.sqrt(low * high);
            if (limitAt(settings, middle) > rate) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double limitAt(Map<String, Double> settings, double curvature) {
        Map<String, Double> known = new HashMap<>(settings);
        known.put(LARGEST, curvature);
        return limit.map(formula -> formula.value(known)).orElse(Double.NaN);
    }
}
