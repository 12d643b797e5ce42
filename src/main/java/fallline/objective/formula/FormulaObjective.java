package fallline.objective.formula;

import fallline.expr.Expr;
import fallline.expr.compile.CompiledFormula;
import fallline.expr.compile.Compiler;
import fallline.expr.eval.Interpreter;
import fallline.expr.eval.ScalarFunction;
import fallline.objective.Box;
import fallline.objective.DomainFault;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.Optimum;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A typed formula in one or more variables, with parameters held at given numbers.
///
/// It is interpreted at first, so that typing stays live, and compiled when it turns out to be evaluated often; both
/// give the same bits.
public final class FormulaObjective implements Objective {
    /// How many evaluations are interpreted before the formula is compiled.
    private static final int COMPILE_AFTER = 100;

    private final FormulaCalculus calculus;
    private final Goal goal;
    private final int dimension;
    private ScalarFunction function;
    private int evaluations;

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
        this.calculus =
                new FormulaCalculus(new FormulaCode(formula, variables, names), slots.clone(), goal, Optional.empty());
        this.goal = goal;
        this.dimension = variables.size();
    }

    private FormulaObjective(FormulaObjective original, FormulaCalculus calculus, double[] slots) {
        this.calculus = calculus;
        this.goal = original.goal;
        this.dimension = original.dimension;
        Optional<CompiledFormula> compiled = calculus.code().compiledBefore();
        this.function = compiled.isPresent() ? compiled.get().twin() : original.function.twin();
        this.evaluations = compiled.isPresent() ? COMPILE_AFTER : original.evaluations;
        this.slots = slots;
    }

    /// The same objective with other numbers for some of its parameters. Nothing is compiled again, so that this suits
    /// a slider that is dragged.
    ///
    /// @throws IllegalArgumentException for a name that is no parameter
    public FormulaObjective withParameters(Map<String, Double> parameters) {
        double[] numbers = slots.clone();
        Arrays.fill(numbers, 0, dimension(), 0);
        parameters.forEach((name, value) -> {
            int slot = code().slotNames().indexOf(name);
            if (slot < dimension()) {
                throw new IllegalArgumentException(Quote.of(name) + " is no parameter of this formula");
            }
            numbers[slot] = value;
        });
        return new FormulaObjective(this, calculus.with(numbers.clone()), numbers);
    }

    /// The same objective that knows its best point from the catalogue, where calculus may not find it.
    public FormulaObjective knowing(CatalogueFunction card) {
        return new FormulaObjective(this, calculus.knowing(card), slots.clone());
    }

    /// The formula as it was given.
    public Expr formula() {
        return code().formula();
    }

    /// The names of the formula's parameters, which are held at given numbers.
    public List<String> constantNames() {
        return code().slotNames().subList(dimension(), code().slotNames().size());
    }

    /// The number of a parameter.
    public double constant(String name) {
        return slots[code().slotNames().indexOf(name)];
    }

    /// The simplified partial derivatives, one for each variable; look at [fallline.expr.Graph#treeSize] before
    /// printing.
    public List<Expr> partialDerivatives() {
        return code().partialDerivatives();
    }

    /// How the formula runs once it is evaluated often; compiles it if that is not plain from its size.
    public CompiledFormula.Form form() {
        return Compiler.isSmall(code().formula(), code().slotNames(), dimension)
                ? CompiledFormula.Form.ONE_METHOD
                : code().compiled().form();
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public List<String> parameterNames() {
        return code().variables();
    }

    @Override
    public Goal goal() {
        return goal;
    }

    @Override
    public double value(double[] theta) {
        return function().value(slots(theta));
    }

    @Override
    public double gradient(double[] theta, double[] gradient) {
        return function().gradient(slots(theta), gradient);
    }

    @Override
    public void hessianTimes(double[] theta, double[] direction, double[] product) {
        function().hessianTimes(slots(theta), direction, product);
    }

    @Override
    public double rounding(double[] theta) {
        return function.rounding(slots(theta));
    }

    @Override
    public Optional<DomainFault> domainFault(double[] theta) {
        return function.fault(slots(theta)).map(fault -> new DomainFault(fault.operation(), fault.argument()));
    }

    /// What the catalogue knows, else the closed form where the formula is seen to be quadratic with one best point.
    @Override
    public Optional<Optimum> optimum() {
        return calculus.optimum();
    }

    /// Whether the formula is seen to be quadratic with one best point.
    @Override
    public boolean isConvex() {
        return calculus.isConvex();
    }

    @Override
    public boolean isQuadratic() {
        return code().constantHessian().isPresent();
    }

    @Override
    public Optional<Box> box() {
        return calculus.box();
    }

    @Override
    public FormulaObjective twin() {
        return new FormulaObjective(this, calculus, slots.clone());
    }

    private FormulaCode code() {
        return calculus.code();
    }

    private ScalarFunction function() {
        if (evaluations < COMPILE_AFTER) {
            evaluations++;
            if (evaluations == COMPILE_AFTER) {
                function = code().compiled().twin();
            }
        }
        return function;
    }

    private double[] slots(double[] theta) {
        if (theta.length == slots.length) {
            return theta; // no parameters: nothing to put behind the variables
        }
        System.arraycopy(theta, 0, slots, 0, dimension);
        return slots;
    }
}
