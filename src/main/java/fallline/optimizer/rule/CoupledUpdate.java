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

/// Makes the step of a rule whose parameters do not move each by itself ([Rule#isElementwise]), by compiled passes over
/// all parameters; to the bit what [InterpretedUpdate] does, which also explains the step.
///
/// Each sum has a pass that works out its summands from the lines before it, and so has the point where the slope is
/// read; none of them changes anything. The last pass makes the step.
final class CoupledUpdate implements Update {
    /// A pass before the last: for a sum, or for the point.
    ///
    /// @param slot where the sum goes; -1 for the point
    record Pass(VectorLoop loop, int slot) {}

    /// The passes of a rule.
    record Passes(List<Pass> before, VectorLoop last) {}

    /// No name that a text can declare.
    private static final String SUMMAND = "s^";

    private final InterpretedUpdate reference;
    private final Pass[] passes;
    private final VectorLoop last;
    private final boolean looksElsewhere;
    private final int dimension;
    private final int rate;
    private final int loss;
    private final int hyperparameters;
    private final int firstScalarSlot;
    private final int scalarStates;
    private final int firstScalar;
    private final int firstPower;
    private final int[] powerBases;
    private final double[] gradient;
    private final double[] scalars;

    /// What a pass before the last may overwrite.
    private final double[] scratch;

    private final double[] summands;
    private final double[][] vectors;
    private final int[] offsets;

    CoupledUpdate(Rule rule, Passes compiled, int dimension) {
        this.dimension = dimension;
        reference = new InterpretedUpdate(rule, dimension);
        passes = compiled.before().toArray(Pass[]::new);
        last = compiled.last();
        looksElsewhere = rule.looksElsewhere();
        RuleLayout layout = RuleLayout.of(rule);
        rate = layout.slot(Hyperparameter.LEARNING_RATE);
        loss = rule.readsLoss() ? layout.slot(Rule.LOSS) : -1;
        hyperparameters = rule.hyperparameters().size();
        firstScalarSlot = hyperparameters + 1 + layout.powers().size();
        scalarStates = layout.scalarStates().size();
        firstScalar = layout.firstScalar(dimension);
        firstPower = layout.firstPower(dimension);
        powerBases = layout.powers().stream().mapToInt(layout::slot).toArray();
        gradient = new double[dimension];
        scalars = new double[layout.slot(Rule.THETA)];
        scratch = new double[scalars.length];
        summands = new double[dimension];
        vectors = new double[3 + layout.vectorStates().size()][];
        vectors[1] = gradient;
        vectors[2] = summands;
        offsets = new int[vectors.length];
        for (int v = 3; v < offsets.length; v++) {
            offsets[v] = (v - 3) * dimension;
        }
    }

    /// The passes of a rule; empty if the code of one would be too large.
    static Optional<Passes> compile(Rule rule) {
        RuleLayout layout = RuleLayout.of(rule);
        List<String> scalars = layout.slots().subList(0, layout.slot(Rule.THETA));
        List<String> vectors = new ArrayList<>(List.of(Rule.THETA, Rule.GRADIENT, SUMMAND));
        vectors.addAll(layout.vectorStates());
        List<Statement> statements = new ArrayList<>();
        List<Pass> passes = new ArrayList<>();
        for (Rule.Line line : rule.lines()) {
            if (line.sums() || line.looks()) {
                List<Statement> lines = new ArrayList<>(statements);
                lines.add(new Statement(SUMMAND, line.read()));
                Optional<VectorLoop> loop = LoopCompiler.compile(scalars, vectors, lines, Set.of(SUMMAND));
                if (loop.isEmpty()) {
                    return Optional.empty();
                }
                passes.add(new Pass(loop.get(), line.sums() ? layout.slot(line.target()) : -1));
            }
            if (!line.sums()) {
                statements.add(new Statement(line.target(), line.read()));
            }
        }
        Set<String> stored = new HashSet<>(layout.vectorStates());
        stored.add(Rule.THETA);
        return LoopCompiler.compile(scalars, vectors, statements, stored).map(step -> new Passes(passes, step));
    }

    @Override
    public void start(double[] theta, double[] hyper, double[] state) {
        reference.start(theta, hyper, state);
    }

    @Override
    public double step(double[] theta, double[] hyper, double[] state, int t, Evaluation evaluation) {
        System.arraycopy(hyper, 0, scalars, 0, hyperparameters);
        scalars[hyperparameters] = t;
        for (int p = 0; p < powerBases.length; p++) {
            int place = firstPower + 2 * p;
            CarriedPowers.advance(state, place, hyper[powerBases[p]], t);
            scalars[hyperparameters + 1 + p] = state[place];
        }
        System.arraycopy(state, firstScalar, scalars, firstScalarSlot, scalarStates);
        vectors[0] = theta;
        for (int v = 3; v < vectors.length; v++) {
            vectors[v] = state;
        }
        if (!looksElsewhere) {
            look(theta, evaluation);
        }
        for (Pass pass : passes) {
            System.arraycopy(scalars, 0, scratch, 0, scalars.length);
            pass.loop.run(dimension, scratch, vectors, offsets);
            if (pass.slot < 0) {
                look(summands, evaluation);
            } else {
                scalars[pass.slot] = sum();
            }
        }
        last.run(dimension, scalars, vectors, offsets);
        System.arraycopy(scalars, firstScalarSlot, state, firstScalar, scalarStates);
        return scalars[rate];
    }

    private void look(double[] at, Evaluation evaluation) {
        double value = evaluation.gradient(at, gradient);
        if (loss >= 0) {
            scalars[loss] = value;
        }
    }

    private double sum() {
        double sum = 0;
        for (double summand : summands) {
            sum += summand;
        }
        return sum;
    }

    @Override
    public void lookFrom(double[] theta, double[] hyper, double[] state, int t, double[] point) {
        reference.lookFrom(theta, hyper, state, t, point);
    }

    @Override
    public List<Stage> explain(
            double[] theta, double[] hyper, double[] state, int t, int index, String name, Evaluation evaluation) {
        return reference.explain(theta, hyper, state, t, index, name, evaluation);
    }
}
