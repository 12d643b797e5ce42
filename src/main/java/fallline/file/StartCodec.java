package fallline.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fallline.experiment.Start;
import fallline.objective.Objective;

/// `start`: the numbers, or `{"random": "normal", "scale": 1}`.
final class StartCodec {
    private StartCodec() {}

    static Start read(Value value, Objective objective) {
        return value.node().isObject() ? random(value.fields()) : at(value, objective);
    }

    private static Start at(Value value, Objective objective) {
        double[] numbers = value.numbers();
        int wanted = objective.dimension();
        if (numbers.length != wanted) {
            throw new FileException(value.place() + " has " + count(numbers.length) + ", but the problem has " + wanted
                    + (wanted == 1 ? " parameter: " : " parameters: ")
                    + String.join(", ", objective.parameterNames()) + ".");
        }
        return Start.at(numbers);
    }

    private static String count(int numbers) {
        return numbers == 1 ? "1 number" : numbers + " numbers";
    }

    private static Start random(Fields fields) {
        Value kind = fields.need("random", "\"normal\"");
        double scale = fields.find("scale").map(Value::number).orElse(1.0);
        fields.end();
        return switch (kind.text()) {
            case "normal" -> new Start.Normal(scale);
            case "glorot", "he" -> throw Fields.notYet(kind.place(), "the start \"" + kind.text() + '"');
            default -> throw kind.refusal("\"normal\"");
        };
    }

    static JsonNode write(Start start) {
        return switch (start) {
            case Start.At(double[] theta) -> Numbers.array(theta);
            case Start.Normal(double scale) ->
                JsonNodeFactory.instance.objectNode().put("random", "normal").set("scale", Numbers.node(scale));
        };
    }
}
