package fallline.file.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.data.BuiltInData;
import fallline.data.Column;
import fallline.data.CsvReader;
import fallline.data.CsvTable;
import fallline.data.DataException;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.data.Gaps;
import fallline.data.HoldOut;
import fallline.data.layout.ColumnReading;
import fallline.data.layout.Directions;
import fallline.file.json.Fields;
import fallline.file.json.JsonNumbers;
import fallline.file.json.Value;
import fallline.io.FileException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `data` of a problem: `{"csv": "points.csv"}`, `{"dataset": "iris"}` or `{"columns": {"x": [1, 2]}}`, each with
/// an optional `"gaps": "skip"` or `"fill"`, and `"test": 0.25` with an optional `"split_seed": 0`. Beside `csv`
/// stands how the table is read, as [ReadingCodec] has it.
final class DataCodec {
    private static final String WANTED =
            "{\"csv\": \"points.csv\"}, {\"dataset\": \"iris\"} or {\"columns\": {\"x\": [1, 2], \"y\": [3, 5]}}";

    private final Path folder;
    private final boolean pipes;

    /// @param folder what paths in the file are relative to
    /// @param pipes whether tables may come from a pipe
    DataCodec(Path folder, boolean pipes) {
        this.folder = folder;
        this.pipes = pipes;
    }

    Dataset read(Value value) {
        if (!value.node().isObject()) {
            throw value.refusal(WANTED);
        }
        Fields fields = value.fields();
        var csv = fields.find("csv");
        var builtIn = fields.find("dataset");
        var columns = fields.find("columns");
        if (Stream.of(csv, builtIn, columns).filter(found -> found.isPresent()).count() != 1) {
            throw new FileException(value.place() + " must have one of csv, dataset and columns: " + WANTED + ".");
        }
        Gaps gaps = fields.find("gaps")
                .map(rule -> rule.oneOf(List.of(Gaps.values()), Gaps::word))
                .orElse(Gaps.STOP);
        Optional<HoldOut> held = holdOut(fields);
        Directions directions = csv.isPresent() ? ReadingCodec.read(fields) : Directions.NONE;
        fields.end();
        return csv.map(path -> csv(path, directions))
                .or(() -> builtIn.map(DataCodec::builtIn))
                .or(() -> columns.map(DataCodec::columns))
                .orElseThrow()
                .withGaps(gaps)
                .withHoldOut(held);
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

    private Dataset csv(Value path, Directions directions) {
        try {
            CsvTable table = CsvReader.read(folder.resolve(path.text()), directions, pipes);
            List<String> names =
                    table.reading().columns().stream().map(ColumnReading::name).toList();
            for (String name : directions.sortedTypes().keySet()) {
                if (!names.contains(name)) {
                    throw new DataException("types names a column '" + name + "', which "
                            + table.dataset().name() + " does not have: choose from " + String.join(", ", names) + ".");
                }
            }
            return table.dataset();
        } catch (DataException | InvalidPathException e) {
            throw FileException.at(path.place().toString(), e);
        }
    }

    private static Dataset builtIn(Value id) {
        try {
            return BuiltInData.dataset(id.text());
        } catch (DataException e) {
            throw FileException.at(id.place().toString(), e);
        }
    }

    private static Dataset columns(Value value) {
        List<Column> columns = new ArrayList<>();
        value.fields().all().forEach(column -> columns.add(column(column)));
        try {
            return new Dataset(Dataset.UNNAMED, new DataSource.Columns(), columns);
        } catch (DataException e) {
            throw FileException.at(value.place().toString(), e);
        }
    }

    /// JsonNumbers, or words as soon as there is one; `null` is a missing value.
    private static Column column(Value value) {
        if (!value.node().isArray()) {
            throw value.refusal("a list of numbers or words");
        }
        boolean words = value.node().valueStream().anyMatch(JsonNode::isTextual);
        int rows = value.node().size();
        if (words) {
            List<String> cells = new ArrayList<>(rows);
            for (int i = 0; i < rows; i++) {
                cells.add(value.node().get(i).isNull() ? "" : value.item(i).word());
            }
            return new Column.TextColumn(value.name(), cells);
        }
        double[] numbers = new double[rows];
        for (int i = 0; i < rows; i++) {
            numbers[i] =
                    value.node().get(i).isNull() ? Double.NaN : value.item(i).number();
        }
        return new Column.NumberColumn(value.name(), numbers);
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
                node.put("csv", relative(file.path()));
                ReadingCodec.write(file.directions(), node);
                yield node;
            }
            case DataSource.BuiltIn(String id) -> node.put("dataset", id);
            case DataSource.Columns _ -> {
                ObjectNode columns = node.putObject("columns");
                data.columns().forEach(column -> columns.set(column.name(), cells(column)));
                yield node;
            }
        };
    }

    /// The path from the folder to the file, with forward slashes; the whole path where there is none (another
    /// drive).
    private String relative(Path path) {
        Path from = folder.toAbsolutePath().normalize();
        Path to = path.toAbsolutePath().normalize();
        boolean related = from.getRoot() != null && from.getRoot().equals(to.getRoot());
        String text = (related ? from.relativize(to) : to).toString();
        return text.replace(path.getFileSystem().getSeparator(), "/");
    }

    private static ArrayNode cells(Column column) {
        ArrayNode cells = JsonNodeFactory.instance.arrayNode(column.rows());
        switch (column) {
            case Column.TextColumn text ->
                text.values().forEach(word -> {
                    if (word.isEmpty()) {
                        cells.addNull();
                    } else {
                        cells.add(word);
                    }
                });
            case Column.NumberColumn numbers -> {
                for (double value : numbers.values()) {
                    if (Double.isFinite(value)) {
                        cells.add(JsonNumbers.node(value));
                    } else {
                        cells.addNull();
                    }
                }
            }
        }
        return cells;
    }
}
