package fallline.objective;

import fallline.expr.Expr;
import fallline.expr.Interpreter;
import fallline.expr.ScalarFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A typed formula in one or more variables, with parameters held at given numbers.
public final class FormulaObjective implements Objective {
    private final FormulaCalculus calculus;
    private final Goal goal;
    private final ScalarFunction function;

    /// The variables' places, rewritten at every evaluation, and the parameters' numbers behind them.
    private final double[] slots;

    /// @param formula may use `variables`, the parameters' names and the constants
    /// @param variables at least one, in the order of θ
    /// @param parameters numbers by name; their order does not matter
    /// @throws IllegalArgumentException when the formula uses a name that is neither, or a name is declared twice
    public FormulaObjective(Expr formula, List<String> variables, Map<String, Double> parameters, Goal goal) {
        if (variables.isEmpty()) {
            throw new IllegalArgumentException("a formula needs at least one variable");
        }
        List<String> names = new ArrayList<>(variables);
        names.addAll(parameters.keySet());
        this.function = new Interpreter(formula, names, variables.size());
        this.slots = new double[names.size()];
        for (int i = variables.size(); i < slots.length; i++) {
            slots[i] = parameters.getOrDefault(names.get(i), 0.0);
        }
        this.calculus = new FormulaCalculus(formula, List.copyOf(variables), names, slots.clone(), goal);
        this.goal = goal;
    }

    private FormulaObjective(FormulaObjective original) {
        this.calculus = original.calculus;
        this.goal = original.goal;
        this.function = original.function.twin();
        this.slots = original.slots.clone();
    }

    /// The formula as it was given.
    public Expr formula() {
        return calculus.formula();
    }

    /// The simplified partial derivatives, one for each variable; look at [fallline.expr.Graph#treeSize] before printing.
    public List<Expr> partialDerivatives() {
        return calculus.partialDerivatives();
    }

    @Override
    public int dimension() {
        return calculus.variables().size();
    }

    @Override
    public List<String> parameterNames() {
        return calculus.variables();
    }

    @Override
    public Goal goal() {
        return goal;
    }

    @Override
    public double value(double[] theta) {
        return function.value(slots(theta));
    }

    @Override
    public double gradient(double[] theta, double[] gradient) {
        return function.gradient(slots(theta), gradient);
    }

    @Override
    public void hessianTimes(double[] theta, double[] direction, double[] product) {
        function.hessianTimes(slots(theta), direction, product);
    }

    @Override
    public Optional<DomainFault> domainFault(double[] theta) {
        return function.fault(slots(theta)).map(fault -> new DomainFault(fault.operation(), fault.argument()));
    }

    /// The closed form, where the formula is seen to be quadratic with one best point.
    @Override
    public Optional<Optimum> optimum() {
        return calculus.optimum();
    }

    @Override
    public FormulaObjective twin() {
        return new FormulaObjective(this);
    }

    private double[] slots(double[] theta) {
        System.arraycopy(theta, 0, slots, 0, dimension());
        return slots;
    }
}
