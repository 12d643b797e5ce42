package fallline.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.objective.Problem;
import java.nio.file.Path;

/// `problem`: its kind chooses the codec of the rest.
final class ProblemCodec {
    private static final String WANTED = String.join(
            ", ",
            '"' + FormulaCodec.KIND + '"',
            '"' + FunctionCodec.KIND + '"',
            '"' + LinearCodec.KIND + '"',
            '"' + LogisticCodec.KIND + '"',
            '"' + SoftmaxCodec.KIND + '"',
            "or \"" + NetworkCodec.KIND + '"');

    private final DataCodec data;

    /// @param folder what paths in the file are relative to
    /// @param pipes whether tables may come from a pipe
    ProblemCodec(Path folder, boolean pipes) {
        data = new DataCodec(folder, pipes);
    }

    Problem read(Value value) {
        Fields fields = value.fields().identifiedBy("kind");
        Value kind = fields.need("kind", WANTED);
        Problem problem =
                switch (kind.text()) {
                    case FormulaCodec.KIND -> FormulaCodec.read(fields);
                    case FunctionCodec.KIND -> FunctionCodec.read(fields);
                    case LinearCodec.KIND -> new LinearCodec(data).read(fields);
                    case LogisticCodec.KIND -> new LogisticCodec(data).read(fields);
                    case SoftmaxCodec.KIND -> new SoftmaxCodec(data).read(fields);
                    case NetworkCodec.KIND -> new NetworkCodec(data).read(fields);
                    default -> throw kind.refusal(WANTED);
                };
        fields.end();
        return problem;
    }

    ObjectNode write(Problem problem) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (problem) {
            case Problem.Formula formula
            when FunctionCodec.isCatalogued(formula) ->
                FunctionCodec.write(formula, formula.card().orElseThrow(), node);
            case Problem.Formula formula -> FormulaCodec.write(formula, node);
            case Problem.Linear linear -> new LinearCodec(data).write(linear, node);
            case Problem.Logistic logistic -> new LogisticCodec(data).write(logistic, node);
            case Problem.Softmax softmax -> new SoftmaxCodec(data).write(softmax, node);
            case Problem.Network network -> new NetworkCodec(data).write(network, node);
        }
        return node;
    }
}
