package fallline.optimizer.rule;

import fallline.expr.compile.LoopCompiler;
import fallline.expr.compile.LoopCompiler.Statement;
import fallline.expr.compile.VectorLoop;
import fallline.optimizer.Evaluation;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Stage;
import fallline.optimizer.Update;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a rule's step by one compiled pass over all parameters; to the bit what [InterpretedUpdate] does, which also
/// explains the step.
final class CompiledUpdate implements Update {
    private final InterpretedUpdate reference;
    private final VectorLoop loop;
    private final int dimension;
    private final int rate;
    private final int hyperparameters;
    private final int firstScalarSlot;
    private final int firstScalar;
    private final int firstPower;
    private final double[] gradient;
    private final double[] scalars;
    private final int[] powerBases;
    private final double[][] vectors;
    private final int[] offsets;

    /// @param loop what [#compile] made of the rule
    CompiledUpdate(Rule rule, VectorLoop loop, int dimension) {
        this.loop = loop;
        this.dimension = dimension;
        reference = new InterpretedUpdate(rule, dimension);
        RuleLayout layout = RuleLayout.of(rule);
        firstScalar = layout.firstScalar(dimension);
        firstPower = layout.firstPower(dimension);
        hyperparameters = rule.hyperparameters().size();
        rate = layout.slot(Hyperparameter.LEARNING_RATE);
        firstScalarSlot = hyperparameters + 1 + layout.powers().size();
        gradient = new double[dimension];
        scalars = new double[firstScalarSlot + layout.scalarStates().size()];
        powerBases = layout.powers().stream().mapToInt(layout::slot).toArray();
        vectors = new double[2 + layout.vectorStates().size()][];
        vectors[1] = gradient;
        offsets = new int[vectors.length];
        for (int v = 2; v < offsets.length; v++) {
            offsets[v] = (v - 2) * dimension;
        }
    }

    /// The rule's lines as one loop over all parameters; empty if its code would be too large.
    static Optional<VectorLoop> compile(Rule rule) {
        RuleLayout layout = RuleLayout.of(rule);
        int theta = layout.slot(Rule.THETA);
        List<String> vectors = new ArrayList<>(List.of(Rule.THETA, Rule.GRADIENT));
        vectors.addAll(layout.vectorStates());
        List<Statement> statements = rule.lines().stream()
                .map(line -> new Statement(line.target(), line.read()))
                .toList();
        Set<String> stored = new HashSet<>(layout.vectorStates());
        stored.add(Rule.THETA);
        return LoopCompiler.compile(layout.slots().subList(0, theta), vectors, statements, stored);
    }

    @Override
    public void start(double[] theta, double[] hyper, double[] state) {
        reference.start(theta, hyper, state);
    }

    @Override
    public double step(double[] theta, double[] hyper, double[] state, int t, Evaluation evaluation) {
        evaluation.gradient(theta, gradient);
        copy(hyper, 0, scalars, 0, hyperparameters);
        scalars[hyperparameters] = t;
        for (int p = 0; p < powerBases.length; p++) {
            int place = firstPower + 2 * p;
            CarriedPowers.advance(state, place, hyper[powerBases[p]], t);
            scalars[hyperparameters + 1 + p] = state[place];
        }
        int count = scalars.length - firstScalarSlot;
        copy(state, firstScalar, scalars, firstScalarSlot, count);
        vectors[0] = theta;
        for (int v = 2; v < vectors.length; v++) {
            vectors[v] = state;
        }
        loop.run(dimension, scalars, vectors, offsets);
        copy(scalars, firstScalarSlot, state, firstScalar, count);
        return hyper[rate];
    }

    /// For a handful of numbers, for which a call of `System.arraycopy` takes longer than the copying.
    private static void copy(double[] from, int fromPlace, double[] to, int toPlace, int count) {
        for (int i = 0; i < count; i++) {
            to[toPlace + i] = from[fromPlace + i];
        }
    }

    @Override
    public List<Stage> explain(
            double[] theta, double[] hyper, double[] state, int t, int index, String name, Evaluation evaluation) {
        return reference.explain(theta, hyper, state, t, index, name, evaluation);
    }
}
