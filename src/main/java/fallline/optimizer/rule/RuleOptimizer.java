package fallline.optimizer.rule;

import fallline.expr.compile.VectorLoop;
import fallline.expr.print.PythonDialect;
import fallline.expr.print.PythonNames;
import fallline.optimizer.Backtracking;
import fallline.optimizer.Equation;
import fallline.optimizer.Evaluation;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.OptimizerCard;
import fallline.optimizer.RateFacts;
import fallline.optimizer.Update;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An optimizer that a rule's text describes.
///
/// Its steps are compiled, or interpreted where the code would be too large; both agree to the bit. Its state array
/// holds, in this order: every vector state (n numbers each), the scalar states, then for every power `b^t` that the
/// rule reads its value and the b that it was made with.
public final class RuleOptimizer implements Optimizer {
    private final Rule rule;
    private final String text;

    /// Made when the first step is asked for; stays empty if the rule cannot be compiled.
    private Optional<VectorLoop> loop = Optional.empty();

    private Optional<CoupledUpdate.Passes> passes = Optional.empty();

    private boolean compiled;

    private RuleOptimizer(Rule rule, String text) {
        this.rule = rule;
        this.text = text;
    }

    /// The optimizer that `text` describes.
    ///
    /// @throws RuleException at the first mistake in the text
    public static RuleOptimizer parse(String id, String text) {
        return new RuleOptimizer(RuleParser.parse(id, text), text);
    }

    /// The rule as written.
    public String text() {
        return text;
    }

    /// The rule as it was read.
    Rule rule() {
        return rule;
    }

    /// The rule as a Python class called `className`, without indentation; docs/code-export.md tells its interface.
    public List<String> python(PythonDialect dialect, String className) {
        return RulePython.lines(rule, dialect, className);
    }

    /// The rule as the lines of a loop, as a textbook has them.
    ///
    /// @param names what is taken already, and what θ is called
    /// @param zeros the hyperparameters that are 0 all along
    public RuleLoop loop(PythonNames names, Set<String> zeros) {
        return RuleLoop.of(rule, names, zeros);
    }

    /// By a hyperparameter's name, the keyword under which the Python class takes it.
    public Map<String, String> pythonKeywords() {
        return RulePython.keywords(rule);
    }

    /// The call that makes PyTorch's optimizer of the same step, such as `SGD(lr=lr)`: its name, and the settings
    /// of its parameter group as arguments in the names of the hyperparameters.
    public Optional<Map.Entry<String, String>> torch() {
        return rule.facts().torch().map(torch -> Map.entry(torch.name(), torch.settings()));
    }

    /// Whether `other` has the same settings and makes the same steps of them, whatever both are called.
    public boolean stepsAs(Optimizer other) {
        return other instanceof RuleOptimizer known && rule.stepsAs(known.rule);
    }

    /// Whether a line reads the value that came with the gradient.
    public boolean readsLoss() {
        return rule.readsLoss();
    }

    /// Whether each parameter moves by itself, so that a step is one pass over them ([Rule#isElementwise]).
    public boolean isElementwise() {
        return rule.isElementwise();
    }

    /// Whether another rule makes the same steps from the same settings: its states and lines are the same, whatever
    /// its ranges, defaults, captions and facts are.
    public boolean stepsAs(RuleOptimizer other) {
        return names().equals(other.names())
                && rule.states().equals(other.rule.states())
                && rule.lines().stream()
                        .map(RuleOptimizer::uncaptioned)
                        .toList()
                        .equals(other.rule.lines().stream()
                                .map(RuleOptimizer::uncaptioned)
                                .toList());
    }

    private Set<String> names() {
        return rule.hyperparameters().stream().map(Hyperparameter::name).collect(Collectors.toSet());
    }

    private static Rule.Line uncaptioned(Rule.Line line) {
        return new Rule.Line(
                line.target(), line.written(), line.read(), "", line.scalar(), line.assigns(), line.kind());
    }

    @Override
    public String id() {
        return rule.id();
    }

    @Override
    public OptimizerCard card() {
        return rule.facts().card();
    }

    @Override
    public RateFacts rates() {
        return rule.facts().rates();
    }

    @Override
    public Optional<double[]> preconditioner(
            double[] theta, double[] hyper, double[] state, int t, Evaluation evaluation) {
        return rule.facts().precondition().map(said -> RulePreconditioner.of(rule, said, theta.length)
                .at(theta, hyper, state, t, evaluation));
    }

    @Override
    public Map<String, Integer> ways() {
        return RuleWays.of(rule);
    }

    @Override
    public Optional<String> momentum() {
        return rule.facts().momentum();
    }

    @Override
    public List<Equation> equations() {
        RuleLatex latex = new RuleLatex(rule, RuleLayout.of(rule), "\\theta");
        return rule.lines().stream()
                .map(line -> new Equation(line.caption(), latex.symbols(line)))
                .toList();
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return rule.hyperparameters();
    }

    @Override
    public boolean needsFullBatch() {
        return rule.facts().needsFullBatch();
    }

    @Override
    public boolean readsSlopeElsewhere() {
        return rule.looksElsewhere();
    }

    @Override
    public int stateSize(int dimension) {
        return RuleLayout.of(rule).stateSize(dimension);
    }

    @Override
    public Update update(int dimension) {
        if (!rule.isElementwise()) {
            return passes().<Update>map(made -> new CoupledUpdate(rule, made, dimension))
                    .orElseGet(() -> new InterpretedUpdate(rule, dimension));
        }
        return loop().<Update>map(made -> new CompiledUpdate(rule, made, dimension))
                .orElseGet(() -> new InterpretedUpdate(rule, dimension));
    }

    private synchronized Optional<VectorLoop> loop() {
        if (!compiled) {
            loop = CompiledUpdate.compile(rule);
            compiled = true;
        }
        return loop;
    }

    private synchronized Optional<CoupledUpdate.Passes> passes() {
        if (!compiled) {
            passes = CoupledUpdate.compile(rule);
            compiled = true;
        }
        return passes;
    }

    /// The same steps without compiled code: the reference.
    Update interpreted(int dimension) {
        return new InterpretedUpdate(rule, dimension);
    }

    /// A rule that remembers nothing takes one: its step depends on gradient and rate alone.
    @Override
    public boolean takesLineSearch() {
        return rule.isElementwise() && RuleLayout.of(rule).stateSize(1) == 0;
    }

    @Override
    public Update update(int dimension, Backtracking search) {
        if (!takesLineSearch()) {
            return Optimizer.super.update(dimension, search);
        }
        return new BacktrackingUpdate(
                update(dimension), search, dimension, hyperparameters().size(), indexOf(Hyperparameter.LEARNING_RATE));
    }
}
