package fallline.file.codec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.file.json.Fields;
import fallline.file.json.JsonNumbers;
import fallline.file.json.Value;
import fallline.io.FileException;
import fallline.optimizer.Backtracking;

/// `line_search` of a run: `{"kind": "backtracking", "c1": 1e-4, "shrink": 0.5}`.
final class LineSearchCodec {
    private static final String KIND = "backtracking";

    private LineSearchCodec() {}

    static Backtracking read(Value value) {
        Fields fields = value.fields();
        Value kind = fields.need("kind", "\"" + KIND + "\"");
        if (!kind.text().equals(KIND)) {
            throw kind.refusal("\"" + KIND + "\"");
        }
        Backtracking usual = Backtracking.standard();
        try {
            Backtracking search = new Backtracking(
                    fields.find("c1").map(Value::number).orElse(usual.c1()),
                    fields.find("shrink").map(Value::number).orElse(usual.shrink()));
            fields.end();
            return search;
        } catch (IllegalArgumentException e) {
            throw FileException.at(value.place().toString(), e);
        }
    }

    static ObjectNode write(Backtracking search) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("kind", KIND);
        node.set("c1", JsonNumbers.node(search.c1()));
        node.set("shrink", JsonNumbers.node(search.shrink()));
        return node;
    }
}
