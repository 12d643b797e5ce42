package fallline.file.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fallline.file.json.JsonNumbers;
import fallline.file.json.Value;
import fallline.io.FileException;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import java.util.HashMap;
import java.util.Map;

/// `hyperparameters` of a run or a change: numbers, words, true or false by name.
final class HyperparameterCodec {
    private HyperparameterCodec() {}

    /// @param optimizer whose hyperparameters they are; each value is checked against its range
    static Map<String, HyperValue> read(Value value, Optimizer optimizer) {
        Map<String, HyperValue> values = new HashMap<>();
        for (Value entry : value.fields().all()) {
            String name = entry.name();
            HyperValue one = valueOf(entry);
            try {
                optimizer.hyperparameters().get(optimizer.indexOf(name)).encode(one, optimizer.id());
            } catch (IllegalArgumentException e) {
                throw FileException.at(entry.place().toString(), e);
            }
            values.put(name, one);
        }
        return values;
    }

    private static HyperValue valueOf(Value entry) {
        return switch (entry.node().getNodeType()) {
            case NUMBER -> new HyperValue.Amount(entry.number());
            case STRING -> new HyperValue.Word(entry.text());
            case BOOLEAN -> new HyperValue.Flag(entry.flag());
            default -> throw entry.refusal("a number, a word, or true or false");
        };
    }

    /// In the optimizer's order.
    static ObjectNode write(Map<String, HyperValue> values, Optimizer optimizer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Hyperparameter parameter : optimizer.hyperparameters()) {
            HyperValue value = values.get(parameter.name());
            if (value != null) {
                node.set(parameter.name(), node(value));
            }
        }
        return node;
    }

    private static JsonNode node(HyperValue value) {
        return switch (value) {
            case HyperValue.Amount(double amount) -> JsonNumbers.node(amount);
            case HyperValue.Word(String word) -> TextNode.valueOf(word);
            case HyperValue.Flag(boolean flag) -> BooleanNode.valueOf(flag);
        };
    }
}
