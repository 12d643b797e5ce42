package fallline.objective.formula;

import fallline.expr.Expr;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The card of a function of the catalogue: its formula, where to look, where to start, what is known of it.
///
/// @param id the file's name without its ending; what an experiment file says
/// @param name what it is called in lists
/// @param teaches one sentence on what there is to be learnt from it
/// @param source where it comes from
/// @param expression the formula's text
/// @param formula the formula in the variables and parameters
/// @param variables the names of the parameters that are searched, in order
/// @param parameters the formula's named constants with their usual numbers and ranges
/// @param box the part that is looked at, an interval for each variable
/// @param starts one or more, the usual one first, a number for each variable
/// @param points minima, saddles and maxima that are known
/// @param rates suggested rates for the usual numbers of the parameters, at most one for a family of methods
public record CatalogueFunction(
        String id,
        String name,
        Kind kind,
        String teaches,
        String source,
        String expression,
        Expr formula,
        List<String> variables,
        Map<String, FormulaParameter> parameters,
        List<Interval> box,
        List<List<Double>> starts,
        List<KnownPoint> points,
        List<FirstRate> rates) {
    /// What is special about a function.
    public enum Kind {
        /// It has all derivatives wherever the box is.
        SMOOTH,
        /// It has no derivative somewhere.
        KINKED,
        /// It has no value somewhere.
        HOLE,
        /// It falls for ever.
        UNBOUNDED;

        /// The word of a card: `smooth`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// From the lower to the upper end.
    public record Interval(double low, double high) {}

    public CatalogueFunction {
        variables = List.copyOf(variables);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        box = List.copyOf(box);
        starts = starts.stream().map(List::copyOf).toList();
        points = List.copyOf(points);
        rates = List.copyOf(rates);
    }

    @Override
    public String toString() {
        return id;
    }

    /// The usual start, a number for each variable.
    public double[] firstStart() {
        return starts.getFirst().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Whether a point lies in the box.
    public boolean holds(double[] point) {
        for (int i = 0; i < point.length; i++) {
            if (!(point[i] >= box.get(i).low() && point[i] <= box.get(i).high())) {
                return false;
            }
        }
        return true;
    }

    /// The usual numbers of the parameters.
    public Map<String, Double> usualNumbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        parameters.forEach((parameter, value) -> numbers.put(parameter, value.value()));
        return numbers;
    }

    /// The known points that are there for these numbers of the parameters: all for the usual numbers; for others those
    /// that the card gives as formulas in the parameters or marks with `always`.
    ///
    /// @param numbers the numbers of all parameters
    public List<KnownPoint.Placed> pointsFor(Map<String, Double> numbers) {
        boolean usual = numbers.equals(usualNumbers());
        List<String> names = List.copyOf(parameters.keySet());
        return points.stream()
                .filter(point -> usual || point.holdsForAll(names))
                .map(point -> point.placed(numbers))
                .toList();
    }

    /// The suggested rate for a family of methods, if the card has one.
    public Optional<FirstRate> rate(String family) {
        return rates.stream().filter(rate -> rate.family().equals(family)).findFirst();
    }
}
