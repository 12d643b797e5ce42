package fallline.optimizer.rule;

import fallline.expr.eval.Interpreter;
import fallline.expr.eval.ScalarFunction;
import fallline.optimizer.Evaluation;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Stage;
import fallline.optimizer.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes a rule's step by interpreting its lines: the reference for compiled rules.
///
/// Scalar lines are computed once a step, in order; then, for each parameter, all lines are gone through in order, the
/// scalar ones taking the values that they have. For a sum, and for the point where the slope is read, the lines before
/// are gone through for each parameter too, and nothing of that is kept.
final class InterpretedUpdate implements Update {
    private final Rule rule;
    private final RuleLayout layout;
    private final int dimension;
    private final double[] slots;
    private final double[] gradient;
    private final double[] point;
    private final double[] scalarValues;
    private final double[] scalarStates;
    private final ScalarFunction[] lines;
    private final int[] targets;
    private final int theta;
    private final int firstScalarSlot;
    private final boolean looksElsewhere;

    /// Where the loss stands; -1 if no line reads it.
    private final int loss;

    InterpretedUpdate(Rule rule, int dimension) {
        this.rule = rule;
        this.dimension = dimension;
        layout = RuleLayout.of(rule);
        slots = new double[layout.slots().size()];
        gradient = new double[dimension];
        point = new double[dimension];
        scalarValues = new double[rule.lines().size()];
        scalarStates = new double[layout.scalarStates().size()];
        lines = rule.lines().stream()
                .map(line -> new Interpreter(line.read(), layout.slots(), 0))
                .toArray(ScalarFunction[]::new);
        targets = rule.lines().stream()
                .mapToInt(line -> layout.slot(line.target()))
                .toArray();
        theta = layout.slot(Rule.THETA);
        firstScalarSlot = layout.slot(Rule.TIME) + 1 + layout.powers().size();
        looksElsewhere = rule.looksElsewhere();
        loss = rule.readsLoss() ? layout.slot(Rule.LOSS) : -1;
    }

    @Override
    public void start(double[] start, double[] hyper, double[] state) {
        List<String> names = new ArrayList<>(
                rule.hyperparameters().stream().map(Hyperparameter::name).toList());
        names.add(Rule.THETA);
        double[] known = Arrays.copyOf(hyper, names.size());
        for (Rule.State remembered : rule.states()) {
            Interpreter initial = new Interpreter(remembered.initial(), names, 0);
            if (remembered.scalar()) {
                state[layout.firstScalar(dimension) + layout.scalarStates().indexOf(remembered.name())] =
                        initial.value(known);
                continue;
            }
            int from = layout.vectorStates().indexOf(remembered.name()) * dimension;
            for (int i = 0; i < dimension; i++) {
                known[known.length - 1] = start[i];
                state[from + i] = initial.value(known);
            }
        }
        for (int i = 0; i < layout.powers().size(); i++) {
            double base = hyper[layout.slot(layout.powers().get(i))];
            CarriedPowers.start(state, layout.firstPower(dimension) + 2 * i, base);
        }
    }

    @Override
    public double step(double[] parameters, double[] hyper, double[] state, int t, Evaluation evaluation) {
        begin(parameters, hyper, state, t, evaluation);
        for (int i = 0; i < dimension; i++) {
            load(parameters, state, i);
            run(lines.length);
            parameters[i] = slots[theta];
            for (int v = 0; v < layout.vectorStates().size(); v++) {
                state[v * dimension + i] = slots[theta + 2 + v];
            }
        }
        for (int s = 0; s < scalarStates.length; s++) {
            state[layout.firstScalar(dimension) + s] = slots[firstScalarSlot + s];
        }
        return slots[layout.slot(Hyperparameter.LEARNING_RATE)];
    }

    /// Goes through the first lines for the parameter that is loaded.
    private void run(int count) {
        for (int line = 0; line < count; line++) {
            slots[targets[line]] = rule.lines().get(line).scalar() ? scalarValues[line] : lines[line].value(slots);
        }
    }

    /// Reads the slope at a point.
    private void look(double[] at, Evaluation evaluation) {
        double value = evaluation.gradient(at, gradient);
        if (loss >= 0) {
            slots[loss] = value;
        }
    }

    /// Where the step reads its slope.
    @Override
    public void lookFrom(double[] parameters, double[] hyper, double[] state, int t, double[] into) {
        System.arraycopy(parameters, 0, into, 0, dimension);
        if (looksElsewhere) {
            double[] copy = state.clone();
            begin(parameters, hyper, copy, t, Evaluation.NOTHING);
            System.arraycopy(point, 0, into, 0, dimension);
        }
    }

    /// Reads the slope and computes what is the same for all parameters.
    private void begin(double[] parameters, double[] hyper, double[] state, int t, Evaluation evaluation) {
        if (!looksElsewhere) {
            look(parameters, evaluation);
        }
        System.arraycopy(hyper, 0, slots, 0, hyper.length);
        slots[hyper.length] = t;
        for (int p = 0; p < layout.powers().size(); p++) {
            int place = layout.firstPower(dimension) + 2 * p;
            CarriedPowers.advance(
                    state, place, hyper[layout.slot(layout.powers().get(p))], t);
            slots[hyper.length + 1 + p] = state[place];
        }
        System.arraycopy(state, layout.firstScalar(dimension), scalarStates, 0, scalarStates.length);
        System.arraycopy(scalarStates, 0, slots, firstScalarSlot, scalarStates.length);
        for (int line = 0; line < lines.length; line++) {
            Rule.Line written = rule.lines().get(line);
            if (written.looks()) {
                for (int i = 0; i < dimension; i++) {
                    load(parameters, state, i);
                    run(line);
                    point[i] = lines[line].value(slots);
                }
                look(point, evaluation);
            } else if (written.scalar()) {
                scalarValues[line] = written.sums() ? sum(parameters, state, line) : lines[line].value(slots);
                slots[targets[line]] = scalarValues[line];
            }
        }
    }

    /// The sum of a line over all parameters, in their order.
    private double sum(double[] parameters, double[] state, int line) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            load(parameters, state, i);
            run(line);
            sum += lines[line].value(slots);
        }
        return sum;
    }

    /// Fills the slots with what parameter `i` starts the step from.
    private void load(double[] parameters, double[] state, int i) {
        System.arraycopy(scalarStates, 0, slots, firstScalarSlot, scalarStates.length);
        slots[theta] = parameters[i];
        slots[theta + 1] = gradient[i];
        for (int v = 0; v < layout.vectorStates().size(); v++) {
            slots[theta + 2 + v] = state[v * dimension + i];
        }
    }

    @Override
    public List<Stage> explain(
            double[] parameters, double[] hyper, double[] state, int t, int index, String name, Evaluation evaluation) {
        double[] copy = state.clone();
        begin(parameters, hyper, copy, t, evaluation);
        load(parameters, copy, index);
        RuleLatex latex = new RuleLatex(rule, layout, name);
        List<Stage> stages = new ArrayList<>();
        for (int line = 0; line < lines.length; line++) {
            Rule.Line written = rule.lines().get(line);
            double[] before = slots.clone();
            double value = written.scalar() ? scalarValues[line] : lines[line].value(slots);
            slots[targets[line]] = value;
            boolean idle = written.assigns()
                    && !written.target().equals(Rule.THETA)
                    && Double.compare(before[targets[line]], value) == 0
                    && latex.readsIdleSetting(written, before);
            if (!idle) {
                stages.add(latex.stage(written, before, value));
            }
        }
        return stages;
    }
}
