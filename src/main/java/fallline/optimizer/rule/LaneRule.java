package fallline.optimizer.rule;

import fallline.expr.Comparison;
import fallline.expr.Expr;
import fallline.expr.Function;
import fallline.expr.Graph;
import fallline.expr.Interner;
import fallline.expr.compile.LaneCompiler.Pass;
import fallline.expr.compile.LoopCompiler.Statement;
import fallline.expr.eval.Interpreter;
import fallline.optimizer.Hyperparameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A rule for many runs side by side, one a lane: what is the same in all of them is a scalar, everything else has a
/// number a lane. Steps have the bits of [InterpretedUpdate]'s.
///
/// Scalars are the hyperparameters in their order, `t`, then the powers and the scalar states that do not differ.
/// Lanes that last from step to step are θ, the vector states, and the scalar states and powers that differ.
public final class LaneRule {
    private final Rule rule;
    private final int dimension;
    private final List<String> hyperparameters;

    /// The hyperparameters that differ from lane to lane, in their order.
    private final List<String> varying;

    private final List<String> powers;
    private final List<String> lanePowers;
    /// By power the place of its base among the hyperparameters.
    private final int[] bases;

    private final List<Rule.State> scalarStates;
    private final List<Rule.State> laneStates;
    private final List<Rule.State> vectorStates;

    private LaneRule(Rule rule, int dimension, Set<String> different) {
        this.rule = rule;
        this.dimension = dimension;
        hyperparameters =
                rule.hyperparameters().stream().map(Hyperparameter::name).toList();
        varying = hyperparameters.stream().filter(different::contains).toList();
        powers = rule.powers().stream().filter(base -> !varying.contains(base)).toList();
        bases = powers.stream().mapToInt(hyperparameters::indexOf).toArray();
        lanePowers = rule.powers().stream().filter(varying::contains).toList();
        Set<String> names = differing();
        vectorStates = rule.states().stream().filter(state -> !state.scalar()).toList();
        scalarStates = rule.states().stream()
                .filter(state -> state.scalar() && !names.contains(state.name()))
                .toList();
        laneStates = rule.states().stream()
                .filter(state -> state.scalar() && names.contains(state.name()))
                .toList();
    }

    /// The rule for lanes of `dimension` parameters each.
    ///
    /// @param varying the hyperparameters that differ from lane to lane
    public static LaneRule of(RuleOptimizer optimizer, int dimension, Set<String> varying) {
        return new LaneRule(optimizer.rule(), dimension, varying);
    }

    /// The names that stand for another number in every lane, until nothing is added.
    private Set<String> differing() {
        Set<String> names = new HashSet<>(varying);
        lanePowers.forEach(base -> names.add(Rule.power(base)));
        for (Rule.State state : rule.states()) {
            if (!Collections.disjoint(Graph.names(state.initial()), varying)) {
                names.add(state.name());
            }
        }
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Rule.Line line : rule.lines()) {
                if (line.scalar() && !Collections.disjoint(Graph.names(line.read()), names)) {
                    grown |= names.add(line.target());
                }
            }
        }
        return names;
    }

    /// The names of the scalars, in order.
    public List<String> scalars() {
        List<String> names =
                new ArrayList<>(hyperparameters.stream().map(LaneRule::scalar).toList());
        names.add(Rule.TIME);
        powers.forEach(base -> names.add(Rule.power(base)));
        scalarStates.forEach(state -> names.add(state.name()));
        return names;
    }

    /// The scalar of a hyperparameter that does not differ.
    public static String scalar(String hyperparameter) {
        return hyperparameter + " of all";
    }

    /// The lane of a hyperparameter that differs.
    public static String lane(String hyperparameter) {
        return hyperparameter + " of each";
    }

    /// The lane of parameter `index`.
    public static String theta(int index) {
        return Rule.THETA + " " + index;
    }

    /// The lane of the gradient that the rule reads.
    public static String gradient(int index) {
        return Rule.GRADIENT + " " + index;
    }

    private static String state(Rule.State state, int index) {
        return state.name() + " " + index;
    }

    private static String single(String name) {
        return name + " of each";
    }

    /// The lanes that last from step to step, θ first.
    public List<String> carried() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            names.add(theta(i));
        }
        for (Rule.State state : vectorStates) {
            for (int i = 0; i < dimension; i++) {
                names.add(state(state, i));
            }
        }
        laneStates.forEach(state -> names.add(single(state.name())));
        lanePowers.forEach(base -> names.add(single(Rule.power(base))));
        return names;
    }

    /// The rule's lines, once for every parameter.
    public List<Pass> passes() {
        List<Pass> passes = new ArrayList<>();
        if (!lanePowers.isEmpty()) {
            passes.add(movedPowers());
        }
        List<Statement> lines = rule.lines().stream()
                .map(line -> new Statement(line.target(), line.read()))
                .toList();
        for (int i = 0; i < dimension; i++) {
            Map<String, String> reads = new LinkedHashMap<>();
            Map<String, String> writes = new LinkedHashMap<>();
            hyperparameters.forEach(name -> reads.put(name, varying.contains(name) ? lane(name) : scalar(name)));
            reads.put(Rule.THETA, theta(i));
            reads.put(Rule.GRADIENT, gradient(i));
            writes.put(theta(i), Rule.THETA);
            for (Rule.State state : vectorStates) {
                reads.put(state.name(), state(state, i));
                writes.put(state(state, i), state.name());
            }
            for (Rule.State state : scalarStates) {
                reads.put(state.name(), state.name());
                writes.put(state.name(), state.name());
            }
            for (Rule.State state : laneStates) {
                reads.put(state.name(), single(state.name()));
                if (i == dimension - 1) {
                    writes.put(single(state.name()), state.name());
                }
            }
            passes.add(new Pass(reads, lines, writes));
        }
        return passes;
    }

    /// p ← p·b, 0 below the smallest, as [CarriedPowers] does it.
    private Pass movedPowers() {
        Interner interner = new Interner();
        Map<String, String> reads = new LinkedHashMap<>();
        Map<String, String> writes = new LinkedHashMap<>();
        List<Statement> lines = new ArrayList<>();
        for (String base : lanePowers) {
            String power = Rule.power(base);
            reads.put(base, lane(base));
            reads.put(power, single(power));
            Expr product = interner.product(List.of(interner.name(power), interner.name(base)));
            Expr small = interner.compare(Comparison.LESS, product, interner.number(CarriedPowers.SMALLEST));
            lines.add(new Statement(power, interner.call(Function.IF, List.of(small, interner.number(0), product))));
            writes.put(single(power), power);
        }
        return new Pass(reads, lines, writes);
    }

    /// Where the powers that do not differ are kept, with their bases.
    public double[] powerState() {
        return new double[2 * powers.size()];
    }

    /// Writes the scalars and powers as they are before the first step.
    ///
    /// @param hyper the hyperparameters of that step; those that differ are not read
    public void start(double[] hyper, double[] scalars, double[] powerState) {
        for (int p = 0; p < bases.length; p++) {
            CarriedPowers.start(powerState, 2 * p, hyper[bases[p]]);
        }
        int first = hyperparameters.size() + 1 + powers.size();
        for (int s = 0; s < scalarStates.size(); s++) {
            scalars[first + s] = initial(scalarStates.get(s), hyper);
        }
    }

    /// Writes the states of the lanes `from` … `to` − 1 as they are before the first step; θ is not touched.
    ///
    /// @param hyper the hyperparameters of that step in these lanes
    /// @param lanes in the order of [#carried]
    public void start(double[] hyper, double[][] lanes, int from, int to) {
        int next = dimension;
        for (Rule.State state : vectorStates) {
            double number = initial(state, hyper);
            for (int i = 0; i < dimension; i++) {
                Arrays.fill(lanes[next++], from, to, number);
            }
        }
        for (Rule.State state : laneStates) {
            Arrays.fill(lanes[next++], from, to, initial(state, hyper));
        }
        for (int p = 0; p < lanePowers.size(); p++) {
            Arrays.fill(lanes[next++], from, to, 1);
        }
    }

    private double initial(Rule.State state, double[] hyper) {
        return state.initial() instanceof Expr.Num(double number)
                ? number
                : new Interpreter(state.initial(), hyperparameters, 0).value(hyper);
    }

    /// Writes the hyperparameters of a step.
    ///
    /// @param hyper those that differ are not read
    public void set(double[] hyper, double[] scalars) {
        System.arraycopy(hyper, 0, scalars, 0, hyper.length);
    }

    /// Writes what step `t` reads besides, of the hyperparameters that were set.
    ///
    /// @param t the number of the step, from 1
    public void begin(double[] scalars, double[] powerState, int t) {
        int time = hyperparameters.size();
        scalars[time] = t;
        for (int p = 0; p < bases.length; p++) {
            CarriedPowers.advance(powerState, 2 * p, scalars[bases[p]], t);
            scalars[time + 1 + p] = powerState[2 * p];
        }
    }
}
