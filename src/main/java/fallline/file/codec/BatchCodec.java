package fallline.file.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import fallline.file.json.Fields;
import fallline.file.json.Value;
import fallline.io.FileException;
import fallline.optimizer.batch.Batching;
import java.util.ArrayList;
import java.util.List;

/// `batch` of a run or a change: `"full"`, `{"size": 32}` or `{"rows": [[0, 1], [2, 3]]}`.
final class BatchCodec {
    private static final String FULL = "full";
    private static final String WANTED = "\"full\", {\"size\": 32} or {\"rows\": [[0, 1], [2, 3]]}";

    private BatchCodec() {}

    static Batching read(Value value) {
        if (value.node().isTextual() && value.text().equals(FULL)) {
            return Batching.full();
        }
        if (!value.node().isObject()) {
            throw value.refusal(WANTED);
        }
        Fields fields = value.fields();
        var size = fields.find("size");
        var rows = fields.find("rows");
        if (size.isPresent() == rows.isPresent()) {
            throw new FileException(value.place() + " must have either size or rows: " + WANTED + ".");
        }
        fields.end();
        return size.<Batching>map(number -> new Batching.Shuffled(number.whole(1, Integer.MAX_VALUE)))
                .or(() -> rows.map(BatchCodec::given))
                .orElseThrow();
    }

    private static Batching given(Value rows) {
        List<int[]> batches = new ArrayList<>();
        for (Value batch : rows.items()) {
            int[] numbers = batch.items().stream()
                    .mapToInt(row -> row.whole(0, Integer.MAX_VALUE))
                    .toArray();
            if (numbers.length == 0) {
                throw new FileException(batch.place() + " is empty: a batch has at least one row.");
            }
            batches.add(numbers);
        }
        if (batches.isEmpty()) {
            throw new FileException(rows.place() + " is empty: give at least one batch.");
        }
        return new Batching.Given(batches);
    }

    static JsonNode write(Batching batching) {
        return switch (batching) {
            case Batching.Full _ -> TextNode.valueOf(FULL);
            case Batching.Shuffled(int size) ->
                JsonNodeFactory.instance.objectNode().put("size", size);
            case Batching.Given(List<int[]> batches) -> {
                ArrayNode rows = JsonNodeFactory.instance.arrayNode();
                for (int[] batch : batches) {
                    ArrayNode numbers = rows.addArray();
                    for (int row : batch) {
                        numbers.add(row);
                    }
                }
                yield JsonNodeFactory.instance.objectNode().set("rows", rows);
            }
        };
    }
}
