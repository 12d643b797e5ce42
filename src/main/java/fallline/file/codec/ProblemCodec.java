package fallline.file.codec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.file.json.Fields;
import fallline.file.json.Value;
import fallline.problem.Families;
import fallline.problem.ModelFamily;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// `problem`: its kind chooses the codec of the rest.
final class ProblemCodec {
    private static final String WANTED = wanted();

    private final DataCodec data;

    ProblemCodec(TableRules rules) {
        data = new DataCodec(rules);
    }

    private static String wanted() {
        List<String> words = new ArrayList<>(List.of(FormulaCodec.KIND, FunctionCodec.KIND));
        Families.MODELS.forEach(family -> words.add(family.word()));
        words.replaceAll(word -> '"' + word + '"');
        words.add("or " + words.removeLast());
        return String.join(", ", words);
    }

    Problem read(Value value) {
        Fields fields = value.fields().identifiedBy("kind");
        Value kind = fields.need("kind", WANTED);
        Problem problem =
                switch (kind.text()) {
                    case FormulaCodec.KIND -> FormulaCodec.read(fields);
                    case FunctionCodec.KIND -> FunctionCodec.read(fields);
                    default -> new ModelCodec(family(kind), data).read(fields);
                };
        fields.end();
        return problem;
    }

    private static ModelFamily family(Value kind) {
        return Families.model(kind.text()).orElseThrow(() -> kind.refusal(WANTED));
    }

    ObjectNode write(Problem problem) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (problem) {
            case Problem.Formula formula
            when FunctionCodec.isCatalogued(formula) ->
                FunctionCodec.write(formula, formula.card().orElseThrow(), node);
            case Problem.Formula formula -> FormulaCodec.write(formula, node);
            case Problem.OnData model -> new ModelCodec(model.family(), data).write(model, node);
        }
        return node;
    }
}
