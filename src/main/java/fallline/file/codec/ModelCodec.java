package fallline.file.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.file.json.Fields;
import fallline.file.json.Value;
import fallline.io.FileException;
import fallline.objective.kernel.Activation;
import fallline.objective.kernel.NetworkShape;
import fallline.objective.model.Expansion;
import fallline.objective.model.NeuralNetwork;
import fallline.objective.model.NeuralNetwork.Design;
import fallline.objective.model.NeuralNetwork.Loss;
import fallline.problem.ModelDraft;
import fallline.problem.ModelFamily;
import fallline.problem.ModelFamily.Option;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A problem whose kind is one of the models on data: the fields that all have, and those of the options of its family.
final class ModelCodec {
    private static final List<Integer> USUAL_LAYERS = List.of(8);

    private final ModelFamily family;
    private final DataCodec data;

    ModelCodec(ModelFamily family, DataCodec data) {
        this.family = family;
        this.data = data;
    }

    Problem read(Fields fields) {
        Dataset table = ModelFields.data(fields, data);
        List<String> features = ModelFields.features(fields);
        String target = ModelFields.target(fields);
        Optional<String> positive =
                has(Option.POSITIVE) ? fields.find("positive").map(Value::word) : Optional.empty();
        Optional<Layers> layers = has(Option.LAYERS) ? Optional.of(Layers.read(fields)) : Optional.empty();
        boolean half = has(Option.HALF_LOSS)
                && fields.find("loss")
                        .map(loss -> loss.oneOf(List.of(false, true), ModelCodec::loss))
                        .orElse(false);
        int degree = has(Option.DEGREE)
                ? fields.find("degree").map(value -> degree(value, features)).orElse(1)
                : 1;
        double l1 = has(Option.LASSO) ? ModelFields.l1(fields) : 0;
        ModelOptions options =
                new ModelOptions(half, degree, ModelFields.l2(fields), l1, ModelFields.standardise(fields));
        return ModelFields.build(
                fields,
                () -> family.make(new ModelDraft(
                        table, features, target, positive, layers.map(all -> all.design(table, target)), options)));
    }

    void write(Problem.OnData problem, ObjectNode node) {
        ModelDraft draft = problem.draft();
        node.put("kind", family.word());
        ModelFields.writeData(problem, data, node);
        draft.positive().ifPresent(positive -> node.put("positive", positive));
        draft.design().ifPresent(design -> Layers.write(design, node));
        if (has(Option.HALF_LOSS)) {
            node.put("loss", loss(draft.options().halfLoss()));
        }
        // what older versions do not know is written where it says something
        if (has(Option.HALF_LOSS) || draft.options().degree() > 1) {
            node.put("degree", draft.options().degree());
        }
        ModelFields.write(draft.options(), node);
    }

    private boolean has(Option option) {
        return family.options().contains(option);
    }

    private static int degree(Value value, List<String> features) {
        int degree = value.whole(1, Expansion.HIGHEST_DEGREE);
        if (degree > 1 && !features.isEmpty()) {
            try {
                Expansion.of(features, degree);
            } catch (IllegalArgumentException | DataException e) {
                throw FileException.at(value.place().toString(), e);
            }
        }
        return degree;
    }

    private static String loss(boolean half) {
        return half ? "half-mse" : "mse";
    }

    /// The fields of a network's layers.
    ///
    /// @param loss empty for the one that suits the target
    private record Layers(List<Integer> hidden, Activation activation, Optional<Loss> loss) {
        static Layers read(Fields fields) {
            List<Integer> hidden = fields.find("hidden").map(Layers::hidden).orElse(USUAL_LAYERS);
            Activation activation = fields.find("activation")
                    .map(value -> value.oneOf(List.of(Activation.values()), Activation::word))
                    .orElse(Activation.TANH);
            Optional<Loss> loss = fields.find("loss").map(value -> value.oneOf(List.of(Loss.values()), Layers::word));
            return new Layers(hidden, activation, loss);
        }

        private static List<Integer> hidden(Value value) {
            List<Value> items = value.items();
            if (items.size() > NetworkShape.MOST_LAYERS) {
                throw value.refusal(
                        "a list of up to " + NetworkShape.MOST_LAYERS + " numbers of units, such as [8, 8]");
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

        Design design(Dataset table, String target) {
            return new Design(hidden, activation, loss.orElseGet(() -> NeuralNetwork.usualLoss(table, target)));
        }

        static void write(Design design, ObjectNode node) {
            ArrayNode hidden = node.putArray("hidden");
            design.hidden().forEach(hidden::add);
            node.put("activation", design.activation().word());
            node.put("loss", word(design.loss()));
        }
    }
}
