package fallline.file.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.file.json.Fields;
import fallline.file.json.Value;
import fallline.io.FileException;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FormulaParameter;
import fallline.objective.formula.FunctionCatalogue;
import fallline.problem.Problem;
import fallline.problem.Problems;
import fallline.text.Quote;
import java.util.LinkedHashMap;
import java.util.Map;

/// A problem of the kind `function`: a function of the catalogue by its id.
final class FunctionCodec {
    static final String KIND = "function";

    private FunctionCodec() {}

    static Problem read(Fields fields) {
        Value name = fields.need("name", "the id of a function of the catalogue, such as \"rosenbrock\"");
        CatalogueFunction card = card(name);
        Map<String, FormulaParameter> parameters = new LinkedHashMap<>();
        fields.find("parameters")
                .ifPresent(all -> all.fields().all().forEach(one -> parameters.put(one.name(), parameter(one, card))));
        return Problems.function(card, parameters, FormulaCodec.goal(fields));
    }

    private static CatalogueFunction card(Value name) {
        try {
            return FunctionCatalogue.find(name.text());
        } catch (IllegalArgumentException e) {
            throw FileException.at(name.place().toString(), e);
        }
    }

    /// A number alone keeps the slider of the card.
    private static FormulaParameter parameter(Value value, CatalogueFunction card) {
        FormulaParameter usual = card.parameters().get(value.name());
        if (usual == null) {
            throw new FileException(value.place() + ": the function \"" + card.id() + "\" has no such parameter"
                    + (card.parameters().isEmpty()
                            ? "; it has none, take the field out."
                            : "; use " + Quote.list(card.parameters().keySet()) + "."));
        }
        if (value.node().isObject()) {
            return FormulaCodec.parameter(value);
        }
        return usual.withValue(value.number());
    }

    /// Whether it is a function that every reader of the file has. One of the user's own goes into the file as a
    /// formula: a file holds all that it needs.
    static boolean isCatalogued(Problem.Formula problem) {
        return problem.card()
                .filter(card -> FunctionCatalogue.ids().contains(card.id()))
                .isPresent();
    }

    static void write(Problem.Formula problem, CatalogueFunction card, ObjectNode node) {
        node.put("kind", KIND);
        node.put("name", card.id());
        FormulaCodec.writeGoal(problem, node);
        FormulaCodec.writeParameters(problem, node);
    }
}
