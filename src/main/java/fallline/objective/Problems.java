package fallline.objective;

import fallline.data.Dataset;
import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Parser;
import fallline.expr.Scope;
import fallline.objective.Problem.FormulaParameter;
import fallline.objective.Problem.ModelOptions;
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

    /// A straight line or plane through data, or a polynomial of one feature.
    ///
    /// @param features the columns that the prediction reads
    /// @throws fallline.data.DataException with a sentence, if a column is missing or does not fit
    /// @throws IllegalArgumentException with a sentence, if the degree is not 1 to 9
    public static Problem.Linear linear(Dataset data, List<String> features, String target, ModelOptions options) {
        LinearRegression.Loss loss = options.halfLoss() ? LinearRegression.Loss.HALF_MSE : LinearRegression.Loss.MSE;
        DesignMatrix plain = DesignMatrix.polynomial(data, features, target, options.degree());
        DesignMatrix x = options.standardise() ? plain.standardised() : plain;
        LinearRegression objective =
                LinearRegression.of(x, DesignMatrix.finite(data, target), loss, options.l2());
        return new Problem.Linear(data, features, target, options, objective);
    }

    /// The probability of one of two classes.
    ///
    /// @param target the column of labels, two words or two numbers
    /// @param positive the label that is coded 1; if absent, the larger number or the later word
    /// @throws fallline.data.DataException with a sentence, if a column is missing or does not fit
    public static Problem.Logistic logistic(
            Dataset data, List<String> features, String target, Optional<String> positive, ModelOptions options) {
        LogisticRegression objective =
                LogisticRegression.of(data, features, target, positive, options.l2(), options.standardise());
        return new Problem.Logistic(data, features, target, objective.labels().positive(), options, objective);
    }

    /// The probabilities of several classes.
    ///
    /// @param target the column of classes, words or numbers
    /// @throws fallline.data.DataException with a sentence, if a column is missing or does not fit
    public static Problem.Softmax softmax(Dataset data, List<String> features, String target, ModelOptions options) {
        SoftmaxRegression objective =
                SoftmaxRegression.of(data, features, target, options.l2(), options.standardise());
        return new Problem.Softmax(data, features, target, options, objective);
    }

    /// A network that predicts a value or classes.
    ///
    /// @param positive the class that is coded 1, where there are two; if absent, the larger number or the later word
    /// @throws fallline.data.DataException with a sentence, if a column is missing or does not fit
    /// @throws IllegalArgumentException with a sentence, if there are too many layers or units
    public static Problem.Network network(
            Dataset data,
            List<String> features,
            String target,
            Optional<String> positive,
            NeuralNetwork.Design design,
            ModelOptions options) {
        NeuralNetwork objective =
                NeuralNetwork.of(data, features, target, positive, design, options.l2(), options.standardise());
        Optional<String> one = objective.classes().size() == 2
                ? Optional.of(objective.classes().get(1))
                : Optional.empty();
        return new Problem.Network(data, features, target, one, design, options, objective);
    }
}
