package fallline.file.codec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.data.DataException;
import fallline.experiment.RecordedPath;
import fallline.experiment.recorded.RecordedTable;
import fallline.file.json.Fields;
import fallline.file.json.Value;
import fallline.io.FileException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// `recorded` of a run: `{"csv": "trace.csv", "run": "Adam"}`, a path that was computed elsewhere.
final class RecordedCodec {
    private final Path folder;
    private final Map<Path, RecordedTable> read = new HashMap<>();

    /// @param folder what paths in the file are relative to
    RecordedCodec(Path folder) {
        this.folder = folder;
    }

    RecordedPath read(Value value) {
        if (!value.node().isObject()) {
            throw value.refusal("{\"csv\": \"trace.csv\"}, with \"run\" if the table holds several");
        }
        Fields fields = value.fields();
        Value csv = fields.need("csv", "the path of a table with columns step and loss");
        Optional<Value> run = fields.find("run");
        fields.end();
        RecordedTable table;
        try {
            table = read.computeIfAbsent(folder.resolve(csv.text()), file -> RecordedTable.read(file, () -> false));
        } catch (DataException | InvalidPathException e) {
            throw FileException.at(csv.place().toString(), e);
        }
        try {
            return table.path(run.map(Value::text));
        } catch (DataException e) {
            throw FileException.at(run.orElse(value).place().toString(), e);
        }
    }

    ObjectNode write(RecordedPath path) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("csv", RelativePath.of(folder, path.file()));
        path.run().ifPresent(run -> node.put("run", run));
        return node;
    }
}
