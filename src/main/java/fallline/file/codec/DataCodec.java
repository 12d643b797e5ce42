package fallline.file.codec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.data.BuiltInData;
import fallline.data.DataException;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.data.Gaps;
import fallline.data.HoldOut;
import fallline.file.json.Fields;
import fallline.file.json.JsonNumbers;
import fallline.file.json.Value;
import fallline.io.FileException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `data` of a problem: `{"csv": "points.csv"}`, `{"dataset": "iris"}` or `{"columns": {"x": [1, 2]}}`, each with
/// an optional `"gaps": "skip"` or `"fill"`, and `"test": 0.25` with an optional `"split_seed": 0`. Beside `csv`
/// stands how the table is read and which it was, as [CsvCodec] has it.
final class DataCodec {
    private static final String WANTED =
            "{\"csv\": \"points.csv\"}, {\"dataset\": \"iris\"} or {\"columns\": {\"x\": [1, 2], \"y\": [3, 5]}}";

    private final CsvCodec tables;
    private final boolean withColumns;

    DataCodec(TableRules rules) {
        tables = new CsvCodec(rules);
        withColumns = rules.withColumns();
    }

    Dataset read(Value value) {
        if (!value.node().isObject()) {
            throw value.refusal(WANTED);
        }
        Fields fields = value.fields();
        var csv = fields.find("csv");
        var builtIn = fields.find("dataset");
        var columns = fields.find("columns");
        boolean copied = csv.isPresent()
                && columns.isPresent()
                && builtIn.isEmpty()
                && fields.find("embedded").isPresent();
        if (!copied
                && Stream.of(csv, builtIn, columns)
                                .filter(found -> found.isPresent())
                                .count()
                        != 1) {
            throw new FileException(value.place() + " must have one of csv, dataset and columns: " + WANTED + ".");
        }
        Gaps gaps = fields.find("gaps")
                .map(rule -> rule.oneOf(List.of(Gaps.values()), Gaps::word))
                .orElse(Gaps.STOP);
        Optional<HoldOut> held = holdOut(fields);
        Dataset data = csv.map(path -> tables.read(path, fields, columns))
                .or(() -> builtIn.map(DataCodec::builtIn))
                .or(() -> columns.map(DataCodec::columns))
                .orElseThrow();
        fields.end();
        return data.withGaps(gaps).withHoldOut(held);
    }

    private static Optional<HoldOut> holdOut(Fields fields) {
        Optional<Value> seed = fields.find("split_seed");
        Optional<Value> test = fields.find("test");
        if (test.isEmpty() && seed.isPresent()) {
            throw new FileException(seed.get().place() + " needs a share of test rows: add \"test\": 0.25.");
        }
        return test.map(share -> held(share, seed));
    }

    private static HoldOut held(Value share, Optional<Value> seed) {
        double part = share.number();
        if (!(part > 0 && part < 1)) {
            throw share.refusal("a share of the rows between 0 and 1, such as 0.25");
        }
        return new HoldOut(part, seed.map(Value::whole).orElse(0L));
    }

    private static Dataset builtIn(Value id) {
        try {
            return BuiltInData.dataset(id.text());
        } catch (DataException e) {
            throw FileException.at(id.place().toString(), e);
        }
    }

    private static Dataset columns(Value value) {
        try {
            return new Dataset(Dataset.UNNAMED, new DataSource.Columns(), TableColumns.read(value));
        } catch (DataException e) {
            throw FileException.at(value.place().toString(), e);
        }
    }

    ObjectNode write(Dataset data) {
        ObjectNode node = place(data);
        if (data.gaps() != Gaps.STOP) {
            node.put("gaps", data.gaps().word());
        }
        data.holdOut().ifPresent(held -> {
            node.set("test", JsonNumbers.node(held.share()));
            node.put("split_seed", held.seed());
        });
        return node;
    }

    private ObjectNode place(Dataset data) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (data.source()) {
            case DataSource.CsvFile file -> {
                tables.write(file, data, node);
                yield node;
            }
            case DataSource.BuiltIn(String id) -> node.put("dataset", id);
            case DataSource.Columns _ ->
                node.set("columns", withColumns ? TableColumns.write(data.columns()) : TableColumns.write(List.of()));
        };
    }
}
