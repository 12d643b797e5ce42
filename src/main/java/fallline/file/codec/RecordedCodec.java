package fallline.file.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.data.Column;
import fallline.data.DataException;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.experiment.RecordedPath;
import fallline.experiment.recorded.RecordedTable;
import fallline.file.json.Fields;
import fallline.file.json.JsonNumbers;
import fallline.file.json.Value;
import fallline.io.FileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `recorded` of a run: `{"csv": "trace.csv", "run": "Adam"}`, a path that was computed elsewhere. Where the table
/// itself is carried along, `columns` stands beside it, with one run's steps: it counts where there is no such file.
final class RecordedCodec {
    /// Numbers of a path that a share code takes along: about 16 KB.
    private static final int MOST_SHARED = 1000;

    private final TableRules rules;
    private final Map<Path, RecordedTable> read = new HashMap<>();

    RecordedCodec(TableRules rules) {
        this.rules = rules;
    }

    RecordedPath read(Value value) {
        if (!value.node().isObject()) {
            throw value.refusal("{\"csv\": \"trace.csv\"}, with \"run\" if the table holds several");
        }
        Fields fields = value.fields();
        Value csv = fields.need("csv", "the path of a table with columns step and loss");
        Optional<Value> run = fields.find("run");
        Optional<Value> columns = fields.find("columns");
        fields.end();
        boolean stranger = rules.paths().byName(); // a table of that name here is another one
        if (columns.isPresent() && (stranger || !Files.exists(file(csv)))) {
            return carried(csv, run.map(Value::text), columns.get());
        }
        RecordedTable table;
        try {
            table = read.computeIfAbsent(file(csv), file -> RecordedTable.read(file, () -> false));
        } catch (DataException e) {
            throw FileException.at(csv.place().toString(), e);
        }
        try {
            return table.path(run.map(Value::text));
        } catch (DataException e) {
            throw FileException.at(run.orElse(value).place().toString(), e);
        }
    }

    private Path file(Value csv) {
        return TableName.file(rules, csv);
    }

    /// The path that the file carries along.
    private RecordedPath carried(Value csv, Optional<String> run, Value value) {
        List<Column> columns = new ArrayList<>();
        for (Value column : value.fields().all()) {
            if (!column.node().isArray()) {
                throw column.refusal("a list of numbers");
            }
            double[] numbers = new double[column.node().size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = column.node().get(i).isNull()
                        ? Double.NaN
                        : column.item(i).number();
            }
            columns.add(new Column.NumberColumn(column.name(), numbers));
        }
        try {
            Dataset table = new Dataset(csv.text(), new DataSource.Columns(), columns);
            RecordedPath path = RecordedTable.ofColumns(file(csv), table).path(Optional.empty());
            return path.withRun(run);
        } catch (DataException e) {
            throw FileException.at(value.place().toString(), e);
        }
    }

    ObjectNode write(RecordedPath path) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("csv", TableName.of(rules, path.file()));
        path.run().ifPresent(run -> node.put("run", run));
        if (path.carried() || goesAlong(path)) {
            ObjectNode columns = node.putObject("columns");
            ArrayNode steps = columns.putArray(RecordedPath.STEP);
            ArrayNode losses = columns.putArray(RecordedPath.LOSS);
            for (int row = 0; row < path.rows(); row++) {
                steps.add(path.step(row));
                losses.add(number(path.loss(row)));
            }
            for (String name : path.names()) {
                ArrayNode numbers = columns.putArray(name);
                for (int row = 0; row < path.rows(); row++) {
                    numbers.add(number(path.number(name, row)));
                }
            }
        }
        return node;
    }

    /// Who gets a share code has no file of its author's.
    private boolean goesAlong(RecordedPath path) {
        return rules.paths().byName() && (long) path.rows() * (path.names().size() + 2) <= MOST_SHARED;
    }

    /// JSON knows no number that is not finite.
    private static JsonNode number(double value) {
        return Double.isFinite(value) ? JsonNumbers.node(value) : NullNode.getInstance();
    }
}
