package fallline.file.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.data.Column;
import fallline.file.json.JsonNumbers;
import fallline.file.json.Value;
import java.util.ArrayList;
import java.util.List;

/// `columns` of a table: `{"x": [1, 2], "y": ["no", "yes"]}`.
public final class TableColumns {
    private TableColumns() {}

    public static List<Column> read(Value value) {
        List<Column> columns = new ArrayList<>();
        value.fields().all().forEach(column -> columns.add(column(column)));
        return columns;
    }

    /// Numbers, or words as soon as there is one; `null` is a missing value.
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

    public static ObjectNode write(List<Column> columns) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        columns.forEach(column -> node.set(column.name(), cells(column)));
        return node;
    }

    /// Whether [#read] gives back what [#write] was given: JSON has no infinity.
    public static boolean canHold(List<Column> columns) {
        for (Column column : columns) {
            if (column instanceof Column.NumberColumn numbers) {
                for (double value : numbers.values()) {
                    if (Double.isInfinite(value)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static ArrayNode cells(Column column) {
        ArrayNode cells = JsonNodeFactory.instance.arrayNode(column.rows());
        switch (column) {
            case Column.TextColumn text -> {
                boolean someWord = text.values().stream().anyMatch(word -> !word.isEmpty());
                text.values().forEach(word -> {
                    if (word.isEmpty() && someWord) {
                        cells.addNull();
                    } else {
                        cells.add(word);
                    }
                });
            }
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
