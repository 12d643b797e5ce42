package fallline.optimizer.rule;

import fallline.optimizer.Hyperparameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where a rule's names stand: in the slots that its lines read, and in the state array.
///
/// @param slots all names, in order: hyperparameters, `t`, powers, scalar states, what else there is one of in a rule
///     that is not elementwise (`loss`, sums, a computed rate), `theta`, `g`, vector states, then what lines define
/// @param vectorStates the names of states with one number a parameter
/// @param scalarStates the names of the other states
/// @param powers the bases b of the powers `b^t`
record RuleLayout(List<String> slots, List<String> vectorStates, List<String> scalarStates, List<String> powers) {
    static RuleLayout of(Rule rule) {
        List<String> vectors = names(rule, false);
        List<String> scalars = names(rule, true);
        List<String> slots = new ArrayList<>(
                rule.hyperparameters().stream().map(Hyperparameter::name).toList());
        slots.add(Rule.TIME);
        rule.powers().stream().map(Rule::power).forEach(slots::add);
        slots.addAll(scalars);
        if (rule.readsLoss()) {
            slots.add(Rule.LOSS);
        }
        rule.lines().stream()
                .filter(line -> line.sums() || line.target().equals(Hyperparameter.LEARNING_RATE))
                .map(Rule.Line::target)
                .filter(target -> !slots.contains(target))
                .forEach(slots::add);
        slots.add(Rule.THETA);
        slots.add(Rule.GRADIENT);
        slots.addAll(vectors);
        Set<String> there = new HashSet<>(slots);
        for (Rule.Line line : rule.lines()) {
            if (there.add(line.target())) {
                slots.add(line.target());
            }
        }
        return new RuleLayout(List.copyOf(slots), vectors, scalars, rule.powers());
    }

    private static List<String> names(Rule rule, boolean scalar) {
        return rule.states().stream()
                .filter(state -> state.scalar() == scalar)
                .map(Rule.State::name)
                .toList();
    }

    int slot(String name) {
        return slots.indexOf(name);
    }

    int stateSize(int dimension) {
        return vectorStates.size() * dimension + scalarStates.size() + 2 * powers.size();
    }

    /// The place of the first scalar state.
    int firstScalar(int dimension) {
        return vectorStates.size() * dimension;
    }

    /// The place of the first power; its base is behind it.
    int firstPower(int dimension) {
        return firstScalar(dimension) + scalarStates.size();
    }
}
