package fallline.file.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.expr.FormulaException;
import fallline.expr.NumberText;
import fallline.file.json.Fields;
import fallline.file.json.JsonNumbers;
import fallline.file.json.Value;
import fallline.io.FileException;
import fallline.objective.Goal;
import fallline.objective.formula.FormulaParameter;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A problem of the kind `formula`.
final class FormulaCodec {
    static final String KIND = "formula";

    private FormulaCodec() {}

    static Problem read(Fields fields) {
        Value expression = fields.need("expression", "a formula, such as \"x^2 + y^2\"");
        Value variables = fields.need("variables", "a list of names, such as [\"x\", \"y\"]");
        Goal goal = goal(fields);
        Map<String, FormulaParameter> parameters = new LinkedHashMap<>();
        fields.find("parameters")
                .ifPresent(all -> all.fields().all().forEach(one -> parameters.put(one.name(), parameter(one))));
        try {
            return Problems.formula(expression.text(), variables.texts(), parameters, goal);
        } catch (FormulaException e) {
            throw FileException.at(expression.place().toString(), e);
        } catch (IllegalArgumentException e) {
            throw FileException.at(fields.place().toString(), e);
        }
    }

    /// `goal`, which may be left out.
    static Goal goal(Fields fields) {
        return fields.find("goal")
                .map(value -> value.oneOf(List.of(Goal.values()), FormulaCodec::word))
                .orElse(Goal.MINIMISE);
    }

    /// A number with the ends of its slider.
    static FormulaParameter parameter(Value value) {
        Fields fields = value.fields();
        double number = fields.need("value", "a number").number();
        double min = fields.need("min", "a number, the left end of the slider").number();
        double max = fields.need("max", "a number, the right end of the slider").number();
        boolean logarithmic = fields.find("log").map(Value::flag).orElse(false);
        fields.end();
        if (!(min <= max)) {
            throw new FileException(value.place() + " has min " + NumberText.of(min) + " above max "
                    + NumberText.of(max) + ": exchange them.");
        }
        if (logarithmic && !(min > 0)) {
            throw new FileException(value.place() + " has a logarithmic slider from " + NumberText.of(min)
                    + ": let min be above 0, or leave log out.");
        }
        return new FormulaParameter(number, min, max, logarithmic);
    }

    static void write(Problem.Formula problem, ObjectNode node) {
        node.put("kind", KIND);
        node.put("expression", problem.expression());
        problem.variables().forEach(node.putArray("variables")::add);
        writeGoal(problem, node);
        writeParameters(problem, node);
    }

    static void writeGoal(Problem.Formula problem, ObjectNode node) {
        node.put("goal", word(problem.goal()));
    }

    static void writeParameters(Problem.Formula problem, ObjectNode node) {
        if (!problem.parameters().isEmpty()) {
            ObjectNode parameters = node.putObject("parameters");
            problem.parameters().forEach((name, parameter) -> {
                ObjectNode one = parameters.putObject(name);
                one.set("value", JsonNumbers.node(parameter.value()));
                one.set("min", JsonNumbers.node(parameter.min()));
                one.set("max", JsonNumbers.node(parameter.max()));
                if (parameter.logarithmic()) {
                    one.put("log", true);
                }
            });
        }
    }

    private static String word(Goal goal) {
        return goal.name().toLowerCase(Locale.ROOT);
    }
}
