package fallline.file.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.data.Column;
import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.CsvReader;
import fallline.data.CsvTable;
import fallline.data.DataException;
import fallline.data.DataSource;
import fallline.data.DataSource.CsvFile.Rows;
import fallline.data.Dataset;
import fallline.data.TablePin;
import fallline.data.layout.ColumnReading;
import fallline.data.layout.Directions;
import fallline.file.json.Fields;
import fallline.file.json.Value;
import fallline.io.FileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A table by path: `csv`, beside it how it is read, `pin` {"bytes", "sha256", "time"} for which table it was, and with
/// `"embedded": true` its `columns`, which count if the table has changed since or is gone.
final class CsvCodec {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final TableRules rules;

    CsvCodec(TableRules rules) {
        this.rules = rules;
    }

    Dataset read(Value csv, Fields fields, Optional<Value> columns) {
        Directions directions = ReadingCodec.read(fields);
        Optional<TablePin> pin = fields.find("pin").map(CsvCodec::pin);
        boolean embedded = fields.find("embedded").map(Value::flag).orElse(false);
        if (embedded && columns.isEmpty()) {
            throw new FileException(
                    fields.place() + ": embedded needs columns beside csv: add them, or leave embedded out.");
        }
        if (!embedded && columns.isPresent()) {
            throw new FileException(fields.place()
                    + " has columns beside csv: add \"embedded\": true if they are a copy of the table, or keep one.");
        }
        Path file = TableName.file(rules, csv);
        if (rules.paths().byName() && columns.isPresent()) {
            return copy(columns.get(), file, new DataSource.Columns()); // a table of that name here is another one
        }
        Optional<Dataset> copy = columns.map(value -> copy(
                value,
                file,
                new DataSource.CsvFile(
                        file,
                        directions,
                        Optional.empty(),
                        pin,
                        rules.carried().orElse(true),
                        Files.exists(file) ? Rows.COPY_OF_CHANGED : Rows.COPY_OF_GONE)));
        Dataset table;
        try {
            table = table(file, directions);
        } catch (DataException e) {
            return copy.orElseThrow(() -> FileException.at(csv.place().toString(), e));
        }
        DataSource.CsvFile source = (DataSource.CsvFile) table.source();
        boolean changed = pin.flatMap(then -> source.pin().map(now -> !then.sameTable(now)))
                .orElseGet(() -> copy.filter(then -> !same(then, table)).isPresent());
        if (changed && copy.isPresent()) {
            return copy.get();
        }
        boolean carried = rules.carried().orElse(pin.isPresent() ? embedded : embedded || source.carried());
        return table.withSource(new DataSource.CsvFile(
                file, directions, source.doubts(), source.pin(), carried, changed ? Rows.OF_CHANGED : Rows.FILE));
    }

    private Dataset table(Path file, Directions directions) {
        CsvTable table = CsvReader.read(file, directions, rules.pipes());
        List<String> names =
                table.reading().columns().stream().map(ColumnReading::name).toList();
        for (String name : directions.sortedTypes().keySet()) {
            if (!names.contains(name)) {
                throw new DataException("types names a column '" + name + "', which "
                        + table.dataset().name() + " does not have: choose from " + String.join(", ", names) + ".");
            }
        }
        return table.dataset();
    }

    private static Dataset copy(Value columns, Path file, DataSource source) {
        try {
            return new Dataset(String.valueOf(file.getFileName()), source, TableColumns.read(columns));
        } catch (DataException e) {
            throw FileException.at(columns.place().toString(), e);
        }
    }

    /// Whether two tables hold the same: a gap is a gap.
    private static boolean same(Dataset one, Dataset other) {
        return one.columns().size() == other.columns().size()
                && java.util.stream.IntStream.range(0, one.columns().size())
                        .allMatch(
                                i -> same(one.columns().get(i), other.columns().get(i)));
    }

    private static boolean same(Column one, Column other) {
        if (!one.name().equals(other.name())) {
            return false;
        }
        return switch (one) {
            case NumberColumn a -> other instanceof NumberColumn b && Arrays.equals(a.values(), b.values());
            case TextColumn a -> other instanceof TextColumn b && a.values().equals(b.values());
        };
    }

    private static TablePin pin(Value value) {
        Fields fields = value.fields();
        Value bytes = fields.need("bytes", "the length of the table's file");
        if (bytes.whole() < 0) {
            throw bytes.refusal("a whole number, 0 or more");
        }
        Value hash = fields.need("sha256", "the SHA-256 of the table's file");
        if (!HASH.matcher(hash.text()).matches()) {
            throw hash.refusal("64 hexadecimal digits in lower case");
        }
        Optional<Instant> time = fields.find("time").map(CsvCodec::time);
        fields.end();
        return new TablePin(bytes.whole(), hash.text(), time);
    }

    private static Instant time(Value value) {
        try {
            return Instant.parse(value.text());
        } catch (DateTimeParseException _) {
            throw value.refusal("a time such as \"2026-05-01T12:30:00Z\"");
        }
    }

    void write(DataSource.CsvFile source, Dataset data, ObjectNode node) {
        node.put("csv", TableName.of(rules, source.path()));
        ReadingCodec.write(source.directions(), node);
        source.pin().ifPresent(pin -> {
            ObjectNode pinned = node.putObject("pin");
            pinned.put("bytes", pin.bytes());
            pinned.put("sha256", pin.sha256());
            pin.time().ifPresent(time -> pinned.put("time", time.toString()));
        });
        if (source.carried() && rules.withColumns() && TableColumns.canHold(data.columns())) {
            node.put("embedded", true);
            node.set("columns", TableColumns.write(data.columns()));
        }
    }
}
