package fallline.problem;

import fallline.expr.FormulaException;
import fallline.expr.NumberText;
import fallline.objective.formula.DeclarationReader;
import fallline.objective.formula.FormulaParameter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A formula as it is typed: the formula, and behind it its parameters with the ranges of their sliders.
///
///     (a - x)^2 + b*(y - x^2)^2, a = 1 (0 .. 3), b = 100 (1 .. 200, log)
///
/// A comma, a semicolon or a new line stands before each parameter. A parameter without a range gets one that holds
/// its value, see [FormulaParameter#of].
///
/// @param expression the formula alone, without blanks around it
/// @param parameters by name, in the written order
public record FormulaText(String expression, Map<String, FormulaParameter> parameters) {
    public FormulaText {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /// Takes a text apart; whether the formula itself can be read is not looked at.
    ///
    /// @throws FormulaException if a parameter cannot be read; it knows the column in `text`
    public static FormulaText parse(String text) throws FormulaException {
        DeclarationReader reader = new DeclarationReader(text);
        int end = reader.formulaEnd();
        return new FormulaText(text.substring(0, end).strip(), reader.declarationsFrom(end));
    }

    /// The text of a problem.
    public static FormulaText of(Problem.Formula formula) {
        return new FormulaText(formula.expression(), formula.parameters());
    }

    /// This text with one more parameter, or with another value and range for one that it has.
    public FormulaText with(String name, FormulaParameter parameter) {
        Map<String, FormulaParameter> more = new LinkedHashMap<>(parameters);
        more.put(name, parameter);
        return new FormulaText(expression, more);
    }

    /// This text without a parameter.
    public FormulaText without(String name) {
        Map<String, FormulaParameter> fewer = new LinkedHashMap<>(parameters);
        fewer.remove(name);
        return new FormulaText(expression, fewer);
    }

    /// All in one line, which [#parse] reads back.
    public String text() {
        StringBuilder text = new StringBuilder(expression);
        parameters.forEach((name, parameter) -> text.append(", ").append(declaration(name, parameter)));
        return text.toString();
    }

    /// `b = 100 (1 .. 200, log)`.
    public static String declaration(String name, FormulaParameter parameter) {
        return name + " = " + NumberText.of(parameter.value()) + " (" + NumberText.of(parameter.min()) + " .. "
                + NumberText.of(parameter.max()) + (parameter.logarithmic() ? ", log)" : ")");
    }
}
