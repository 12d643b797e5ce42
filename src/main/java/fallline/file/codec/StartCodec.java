package fallline.file.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fallline.experiment.Start;
import fallline.file.json.Fields;
import fallline.file.json.JsonNumbers;
import fallline.file.json.Value;
import fallline.io.FileException;
import fallline.objective.Objective;
import fallline.text.Quote;
import java.util.List;

/// `start`: the numbers, or `{"random": "normal", "scale": 1}`, where the kind is `normal`, `glorot` or `he`.
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
                    + Quote.list(objective.parameterNames()) + ".");
        }
        return Start.at(numbers);
    }

    private static String count(int numbers) {
        return numbers == 1 ? "1 number" : numbers + " numbers";
    }

    private static Start random(Fields fields) {
        Value kind = fields.need("random", "\"normal\", \"glorot\" or \"he\"");
        double scale = fields.find("scale").map(Value::number).orElse(1.0);
        fields.end();
        return new Start.Random(kind.oneOf(List.of(Start.Spread.values()), Start.Spread::word), scale);
    }

    static JsonNode write(Start start) {
        return switch (start) {
            case Start.At(double[] theta) -> JsonNumbers.array(theta);
            case Start.Random(Start.Spread spread, double scale) ->
                JsonNodeFactory.instance
                        .objectNode()
                        .put("random", spread.word())
                        .set("scale", JsonNumbers.node(scale));
        };
    }
}
