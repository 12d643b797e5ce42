package fallline.optimizer.rule;

import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.expr.Interner;
import fallline.optimizer.Hyperparameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/// Finds out which lines of a rule are scalars and which powers `b^t` it reads.
final class RuleShape {
    private RuleShape() {}

    /// The rule with every state and line marked as a scalar or not.
    static Rule complete(
            String id,
            RuleFacts facts,
            List<Hyperparameter> hyperparameters,
            Map<String, Expr> initials,
            List<Rule.Line> lines) {
        Set<String> vectors = vectors(initials, lines);
        List<Rule.State> states = new ArrayList<>();
        initials.forEach((name, initial) -> states.add(new Rule.State(name, initial, !vectors.contains(name))));
        List<Rule.Line> marked = lines.stream()
                .map(line -> new Rule.Line(
                        line.target(),
                        line.written(),
                        line.read(),
                        line.caption(),
                        !vectors.contains(line.target()),
                        line.assigns(),
                        line.kind()))
                .toList();
        List<String> powers =
                powers(hyperparameters.stream().map(Hyperparameter::name).toList(), lines);
        return new Rule(id, facts, List.copyOf(hyperparameters), List.copyOf(states), marked, powers);
    }

    /// The hyperparameters b of which the lines read `b^t`, in their order.
    static List<String> powers(List<String> hyperparameters, List<Rule.Line> lines) {
        Set<String> read = new HashSet<>();
        lines.forEach(line -> read.addAll(Graph.names(line.read())));
        return hyperparameters.stream()
                .filter(name -> read.contains(Rule.power(name)))
                .toList();
    }

    /// The names of which there is one a parameter: θ, g, and whatever reads them but by a sum, until nothing is added.
    private static Set<String> vectors(Map<String, Expr> initials, List<Rule.Line> lines) {
        Set<String> vectors = new HashSet<>(Set.of(Rule.THETA, Rule.GRADIENT));
        initials.forEach((name, initial) -> {
            if (Graph.names(initial).contains(Rule.THETA)) {
                vectors.add(name);
            }
        });
        lines.stream().filter(Rule.Line::looks).forEach(line -> vectors.add(line.target()));
        List<Set<String>> read =
                lines.stream().map(line -> Graph.names(line.read())).toList();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int i = 0; i < lines.size(); i++) {
                boolean done =
                        lines.get(i).sums() || vectors.contains(lines.get(i).target());
                if (!done && read.get(i).stream().anyMatch(vectors::contains)) {
                    grown |= vectors.add(lines.get(i).target());
                }
            }
        }
        return vectors;
    }

    /// The expression with every power `b^t` of a hyperparameter b read from a carried scalar.
    static Expr withoutPowers(Expr expression, Predicate<String> isHyperparameter) {
        Interner interner = new Interner();
        IdentityHashMap<Expr, Expr> replaced = new IdentityHashMap<>();
        for (Expr node : Graph.order(expression)) {
            replaced.put(node, replaced(node, replaced, interner, isHyperparameter));
        }
        return Objects.requireNonNull(replaced.get(expression));
    }

    private static Expr replaced(
            Expr node, IdentityHashMap<Expr, Expr> done, Interner interner, Predicate<String> isHyperparameter) {
        if (node instanceof Expr.Power(Expr.Name(String base), Expr.Name(String exponent))
                && exponent.equals(Rule.TIME)
                && isHyperparameter.test(base)) {
            return interner.name(Rule.power(base));
        }
        List<Expr> parts = node.children().stream()
                .map(part -> Objects.requireNonNull(done.get(part)))
                .toList();
        return switch (node) {
            case Expr.Num(double value) -> interner.number(value);
            case Expr.Name(String name) -> interner.name(name);
            case Expr.Constant constant -> interner.constant(constant);
            case Expr.Sum _ -> interner.sum(parts);
            case Expr.Product _ -> interner.product(parts);
            case Expr.Quotient _ -> interner.quotient(parts.getFirst(), parts.getLast());
            case Expr.Negate _ -> interner.negate(parts.getFirst());
            case Expr.Power _ -> interner.power(parts.getFirst(), parts.getLast());
            case Expr.Call call -> interner.call(call.function(), parts);
            case Expr.Compare compare -> interner.compare(compare.comparison(), parts.getFirst(), parts.getLast());
        };
    }
}
