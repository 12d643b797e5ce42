package fallline.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.objective.Problem;
import java.nio.file.Path;
import java.util.Set;

/// `problem`: its kind chooses the codec of the rest.
final class ProblemCodec {
    private static final Set<String> LATER = Set.of("softmax-regression", "network");
    private static final String WANTED = String.join(
            ", ",
            '"' + FormulaCodec.KIND + '"',
            '"' + FunctionCodec.KIND + '"',
            '"' + LinearCodec.KIND + '"',
            "or \"" + LogisticCodec.KIND + '"');

    private final DataCodec data;

    /// @param folder what paths in the file are relative to
    ProblemCodec(Path folder) {
        data = new DataCodec(folder);
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
                    case String name
                    when LATER.contains(name) ->
                        throw Fields.notYet(kind.place(), "problems of the kind \"" + name + '"');
                    default -> throw kind.refusal(WANTED);
                };
        fields.end();
        return problem;
    }

    ObjectNode write(Problem problem) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (problem) {
            case Problem.Formula formula when formula.card().isPresent() ->
                FunctionCodec.write(formula, formula.card().get(), node);
            case Problem.Formula formula -> FormulaCodec.write(formula, node);
            case Problem.Linear linear -> new LinearCodec(data).write(linear, node);
            case Problem.Logistic logistic -> new LogisticCodec(data).write(logistic, node);
        }
        return node;
    }
}
