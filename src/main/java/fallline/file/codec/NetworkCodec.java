package fallline.file.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.data.Dataset;
import fallline.file.json.Fields;
import fallline.file.json.Value;
import fallline.objective.kernel.Activation;
import fallline.objective.kernel.NetworkShape;
import fallline.objective.model.NeuralNetwork.Design;
import fallline.objective.model.NeuralNetwork.Loss;
import fallline.objective.model.NeuralNetwork;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A problem of the kind `network`.
final class NetworkCodec {
    static final String KIND = "network";

    private final DataCodec data;

    NetworkCodec(DataCodec data) {
        this.data = data;
    }

    Problem read(Fields fields) {
        Dataset table = ModelFields.data(fields, data);
        List<String> features = ModelFields.features(fields);
        String target = ModelFields.target(fields);
        Optional<String> positive = fields.find("positive").map(Value::word);
        List<Integer> hidden = fields.find("hidden").map(NetworkCodec::hidden).orElse(List.of(8));
        Activation activation = fields.find("activation")
                .map(value -> value.oneOf(List.of(Activation.values()), Activation::word))
                .orElse(Activation.TANH);
        Optional<Loss> loss = fields.find("loss").map(value -> value.oneOf(List.of(Loss.values()), NetworkCodec::word));
        ModelOptions options = new ModelOptions(false, 1, ModelFields.l2(fields), ModelFields.standardise(fields));
        return ModelFields.build(fields, () -> {
            Design design =
                    new Design(hidden, activation, loss.orElseGet(() -> NeuralNetwork.usualLoss(table, target)));
            return Problems.network(table, features, target, positive, design, options);
        });
    }

    private static List<Integer> hidden(Value value) {
        List<Value> items = value.items();
        if (items.size() > NetworkShape.MOST_LAYERS) {
            throw value.refusal("a list of up to " + NetworkShape.MOST_LAYERS + " numbers of units, such as [8, 8]");
        }
        List<Integer> units = new ArrayList<>();
        items.forEach(item -> units.add(item.whole(1, NetworkShape.MOST_UNITS)));
        return units;
    }

    private static String word(Loss loss) {
        return switch (loss) {
            case MSE -> "mse";
            case CROSS_ENTROPY -> "cross-entropy";
        };
    }

    void write(Problem.Network problem, ObjectNode node) {
        node.put("kind", KIND);
        ModelFields.writeData(problem, data, node);
        problem.positive().ifPresent(positive -> node.put("positive", positive));
        ArrayNode hidden = node.putArray("hidden");
        problem.design().hidden().forEach(hidden::add);
        node.put("activation", problem.design().activation().word());
        node.put("loss", word(problem.design().loss()));
        ModelFields.write(problem.options(), node);
    }
}
