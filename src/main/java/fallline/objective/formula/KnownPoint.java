package fallline.objective.formula;

import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.expr.eval.Interpreter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A point of a catalogue function that is known to be a minimum, a maximum or a saddle.
///
/// @param kind what it is
/// @param coordinates one formula in the function's parameters for each variable
/// @param always whether it is there whatever the parameters are, though its coordinates use none
public record KnownPoint(Kind kind, List<Expr> coordinates, boolean always) {
    /// What a point can be.
    public enum Kind {
        /// No point anywhere is lower.
        MINIMUM,
        /// No point of the box is lower, but some outside are.
        MINIMUM_IN_THE_BOX,
        LOCAL_MINIMUM,
        MAXIMUM,
        SADDLE;

        /// The word of a card: `minimum in the box`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// A known point where it stands for the parameters at hand.
    ///
    /// @param at one number for each variable
    public record Placed(Kind kind, double[] at) {}

    public KnownPoint {
        coordinates = List.copyOf(coordinates);
    }

    /// Whether the card claims the point for all numbers of the parameters, not only for its own.
    boolean holdsForAll(List<String> parameters) {
        return always
                || coordinates.stream()
                        .anyMatch(coordinate -> !Collections.disjoint(Graph.names(coordinate), parameters));
    }

    /// Where the point is.
    ///
    /// @param parameters the numbers of all parameters of the function
    Placed placed(Map<String, Double> parameters) {
        List<String> names = List.copyOf(parameters.keySet());
        double[] numbers = names.stream().mapToDouble(parameters::get).toArray();
        double[] at = coordinates.stream()
                .mapToDouble(coordinate -> new Interpreter(coordinate, names, 0).value(numbers))
                .toArray();
        return new Placed(kind, at);
    }
}
