package fallline.problem;

import fallline.data.Dataset;
import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Scope;
import fallline.expr.parse.Parser;
import fallline.objective.Goal;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FormulaObjective;
import fallline.objective.formula.FormulaParameter;
import fallline.objective.model.DesignMatrix;
import fallline.objective.model.Labels;
import fallline.objective.model.LinearRegression;
import fallline.objective.model.LogisticRegression;
import fallline.objective.model.NeuralNetwork;
import fallline.objective.model.SoftmaxRegression;
import fallline.problem.Problem.ModelOptions;
import fallline.text.Quote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Problems from their descriptions: the one place where a formula is parsed or a model is put on data.
public final class Problems {
    private Problems() {}

    /// A formula that was typed.
    ///
    /// @param variables at least one; the parameters that are searched, in order
    /// @param parameters the formula's named constants
    /// @throws FormulaException if the text cannot be read; it knows the column
    /// @throws IllegalArgumentException with a sentence, if a name cannot be one or is declared twice
    public static Problem.Formula formula(
            String text, List<String> variables, Map<String, FormulaParameter> parameters, Goal goal)
            throws FormulaException {
        Scope scope = new Scope(variables).with(List.copyOf(parameters.keySet()));
        Expr formula = Parser.parse(text, scope);
        Map<String, Double> numbers = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> numbers.put(name, parameter.value()));
        return new Problem.Formula(
                text, variables, parameters, new FormulaObjective(formula, variables, numbers, goal));
    }

    /// A function of the catalogue.
    ///
    /// @param parameters numbers and ranges that take the place of the card's, by name
    /// @throws IllegalArgumentException with a sentence, if the function has no such parameter
    public static Problem.Formula function(
            CatalogueFunction card, Map<String, FormulaParameter> parameters, Goal goal) {
        Map<String, FormulaParameter> all = new LinkedHashMap<>(card.parameters());
        parameters.forEach((name, parameter) -> {
            if (all.replace(name, parameter) == null) {
                throw new IllegalArgumentException("the function " + Quote.of(card.id()) + " has no parameter "
                        + Quote.of(name) + (all.isEmpty() ? ": it has none" : ": use " + Quote.list(all.keySet())));
            }
        });
        Map<String, Double> numbers = new LinkedHashMap<>();
        all.forEach((name, parameter) -> numbers.put(name, parameter.value()));
        var objective = new FormulaObjective(card.formula(), card.variables(), numbers, goal).knowing(card);
        return new Problem.Formula(card.expression(), card.variables(), all, objective, Optional.of(card));
    }

    /// The same formula with another goal.
    public static Problem.Formula withGoal(Problem.Formula problem, Goal goal) {
        var plain = new FormulaObjective(problem.objective().formula(), problem.variables(), problem.numbers(), goal);
        FormulaObjective objective = problem.card().map(plain::knowing).orElse(plain);
        return new Problem.Formula(
                problem.expression(), problem.variables(), problem.parameters(), objective, problem.card());
    }

    /// A straight line or plane through data, or a polynomial of its features.
    ///
    /// @param features the columns that the prediction reads
    /// @throws fallline.data.DataException with a sentence, if a column is missing or does not fit
    /// @throws IllegalArgumentException with a sentence, if the features do not take the degree
    public static Problem.Linear linear(Dataset data, List<String> features, String target, ModelOptions options) {
        LinearRegression.Loss loss = options.halfLoss() ? LinearRegression.Loss.HALF_MSE : LinearRegression.Loss.MSE;
        ModelRows rows = ModelRows.of(data, features, target, false);
        DesignMatrix x = expanded(rows, features, target, options);
        double[] y = DesignMatrix.finite(rows.learnt(), target);
        LinearRegression objective = LinearRegression.of(x, y, loss, options.l2(), options.l1());
        return new Problem.Linear(data, features, target, options, objective, rows.tested(objective, target));
    }

    /// Expanded first, then standardised.
    private static DesignMatrix expanded(ModelRows rows, List<String> features, String target, ModelOptions options) {
        DesignMatrix plain = DesignMatrix.polynomial(rows.learnt(), features, target, options.degree());
        return options.standardise() ? plain.standardised() : plain;
    }

    /// The probability of one of two classes.
    ///
    /// @param target the column of labels, two words or two numbers
    /// @param positive the label that is coded 1; if absent, the larger number or the later word
    /// @throws fallline.data.DataException with a sentence, if a column is missing or does not fit
    /// @throws IllegalArgumentException with a sentence, if the features do not take the degree
    public static Problem.Logistic logistic(
            Dataset data, List<String> features, String target, Optional<String> positive, ModelOptions options) {
        ModelRows rows = ModelRows.of(data, features, target, true);
        LogisticRegression objective = LogisticRegression.of(
                expanded(rows, features, target, options),
                Labels.of(rows.learnt(), target, positive),
                options.l2(),
                options.l1());
        String one = objective.labels().positive();
        return new Problem.Logistic(data, features, target, one, options, objective, rows.tested(objective, target));
    }

    /// The probabilities of several classes.
    ///
    /// @param target the column of classes, words or numbers
    /// @throws fallline.data.DataException with a sentence, if a column is missing or does not fit
    public static Problem.Softmax softmax(Dataset data, List<String> features, String target, ModelOptions options) {
        ModelRows rows = ModelRows.of(data, features, target, true);
        SoftmaxRegression objective =
                SoftmaxRegression.of(rows.learnt(), features, target, options.l2(), options.standardise());
        return new Problem.Softmax(data, features, target, options, objective, rows.tested(objective, target));
    }

    /// A network that predicts a value or classes.
    ///
    /// @param positive the class that is coded 1, where there are two; if absent, the larger number or the later
    /// word
    /// @throws fallline.data.DataException with a sentence, if a column is missing or does not fit
    /// @throws IllegalArgumentException with a sentence, if there are too many layers or units
    public static Problem.Network network(
            Dataset data,
            List<String> features,
            String target,
            Optional<String> positive,
            NeuralNetwork.Design design,
            ModelOptions options) {
        boolean classes = design.loss() == NeuralNetwork.Loss.CROSS_ENTROPY;
        ModelRows rows = ModelRows.of(data, features, target, classes);
        NeuralNetwork objective = NeuralNetwork.of(
                rows.learnt(), features, target, positive, design, options.l2(), options.standardise());
        Optional<String> one = objective.classes().size() == 2
                ? Optional.of(objective.classes().get(1))
                : Optional.empty();
        return new Problem.Network(
                data, features, target, one, design, options, objective, rows.tested(objective, target));
    }
}
