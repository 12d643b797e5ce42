package fallline.optimizer.rule;

import fallline.expr.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which names of a rule are directions: they turn round when the parameter is reflected, as the gradient and θ do,
/// where squares, sizes and settings stay. It is read off the rule's text, so that own rules have it too.
///
/// Of sums the first part that is known decides; settings count as positive.
final class RuleWays {
    /// How something answers a reflection.
    ///
    /// @param turns whether it turns round
    /// @param sign +1 if a gradient uphill makes it larger, −1 if smaller
    private record Way(boolean turns, int sign) {
        static final Way UPHILL = new Way(true, 1);
        static final Way STAYS = new Way(false, 1);

        Way times(Way other) {
            return new Way(turns != other.turns, sign * other.sign);
        }

        Way negated() {
            return new Way(turns, -sign);
        }
    }

    /// So often the lines are read, since states carry over from step to step.
    private static final int PASSES = 4;

    private final Map<String, Optional<Way>> known = new HashMap<>();

    private RuleWays() {}

    /// By name, +1 for a direction that points uphill as the gradient does, −1 for one that points downhill.
    static Map<String, Integer> of(Rule rule) {
        RuleWays ways = new RuleWays();
        rule.states().forEach(state -> ways.known.put(state.name(), Optional.empty()));
        for (int pass = 0; pass < PASSES; pass++) {
            ways.known.put(Rule.GRADIENT, Optional.of(Way.UPHILL));
            ways.known.put(Rule.THETA, Optional.of(Way.UPHILL));
            for (Rule.Line line : rule.lines()) {
                if (!line.target().equals(Rule.THETA)) {
                    Optional<Way> way = line.scalar() ? Optional.of(Way.STAYS) : ways.of(line.written());
                    ways.known.put(line.target(), way);
                }
            }
        }
        Map<String, Integer> found = new HashMap<>();
        rule.lines().forEach(line -> ways.known
                .getOrDefault(line.target(), Optional.empty())
                .filter(Way::turns)
                .ifPresent(way -> found.put(line.target(), way.sign())));
        found.remove(Rule.THETA);
        return Map.copyOf(found);
    }

    /// Empty where nothing is known yet: a state that no line has set.
    private Optional<Way> of(Expr expr) {
        return switch (expr) {
            case Expr.Num(double value) -> Optional.of(value < 0 ? Way.STAYS.negated() : Way.STAYS);
            case Expr.Constant _ -> Optional.of(Way.STAYS);
            case Expr.Name(String name) -> known.getOrDefault(name, Optional.of(Way.STAYS));
            case Expr.Negate(Expr operand) -> of(operand).map(Way::negated);
            case Expr.Sum(List<Expr> terms) -> first(terms);
            case Expr.Product(List<Expr> factors) -> product(factors);
            case Expr.Quotient(Expr numerator, Expr denominator) -> product(List.of(numerator, denominator));
            case Expr.Power(Expr base, Expr exponent) -> power(base, exponent);
            case Expr.Call call -> call(call);
            case Expr.Compare _ -> Optional.of(Way.STAYS);
        };
    }

    /// A part that turns round says more than one that stays, such as a small number that is added.
    private Optional<Way> first(List<Expr> parts) {
        List<Way> all = parts.stream().flatMap(part -> of(part).stream()).toList();
        return all.stream().filter(Way::turns).findFirst().or(() -> all.stream().findFirst());
    }

    private Optional<Way> product(List<Expr> factors) {
        Optional<Way> all = Optional.of(Way.STAYS);
        for (Expr factor : factors) {
            Optional<Way> way = of(factor);
            all = all.flatMap(so -> way.map(so::times));
        }
        return all;
    }

    private Optional<Way> power(Expr base, Expr exponent) {
        boolean odd = exponent instanceof Expr.Num(double value) && Math.abs(value % 2) == 1;
        return odd ? of(base) : Optional.of(Way.STAYS);
    }

    private Optional<Way> call(Expr.Call call) {
        List<Expr> arguments = call.arguments();
        return switch (call.function()) {
            case ABS, SQRT, EXP, LOG -> Optional.of(Way.STAYS);
            case IF -> first(arguments.subList(1, arguments.size()));
            default -> first(arguments);
        };
    }
}
