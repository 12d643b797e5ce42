package fallline.file.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.data.layout.ColumnType;
import fallline.data.layout.Directions;
import fallline.file.json.Fields;
import fallline.file.json.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a table is to be read, beside `csv`: what reading would not find out by itself.
public final class ReadingCodec {
    private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|", " ");
    private static final List<String> DECIMALS = List.of(".", ",");
    private static final List<String> THOUSANDS = List.of(",", ".", " ", "'", "");

    private ReadingCodec() {}

    public static Directions read(Fields fields) {
        return new Directions(
                mark(fields, "separator", SEPARATORS),
                mark(fields, "decimal", DECIMALS),
                mark(fields, "thousands", THOUSANDS),
                fields.find("header").map(Value::flag),
                fields.find("skip").map(ReadingCodec::lines),
                fields.find("comment").map(ReadingCodec::sign),
                fields.find("encoding").map(Value::text),
                fields.find("sheet").map(Value::text),
                fields.find("types").map(ReadingCodec::types).orElse(Map.of()));
    }

    private static Optional<Character> mark(Fields fields, String name, List<String> choices) {
        return fields.find(name)
                .map(value -> value.oneOf(choices, choice -> choice))
                .map(text -> text.isEmpty() ? (char) 0 : text.charAt(0));
    }

    private static List<Integer> lines(Value value) {
        return value.items().stream()
                .map(line -> line.whole(1, Integer.MAX_VALUE))
                .toList();
    }

    private static char sign(Value value) {
        String text = value.text();
        if (text.length() > 1) {
            throw value.refusal("one sign such as \"#\", or \"\" for no comments");
        }
        return text.isEmpty() ? 0 : text.charAt(0);
    }

    private static Map<String, ColumnType> types(Value value) {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        value.fields()
                .all()
                .forEach(type -> types.put(type.name(), type.oneOf(List.of(ColumnType.values()), ColumnType::word)));
        return types;
    }

    public static void write(Directions directions, ObjectNode node) {
        directions.separator().ifPresent(mark -> node.put("separator", text(mark)));
        directions.decimal().ifPresent(mark -> node.put("decimal", text(mark)));
        directions.thousands().ifPresent(mark -> node.put("thousands", text(mark)));
        directions.header().ifPresent(header -> node.put("header", header));
        directions.skip().ifPresent(lines -> {
            ArrayNode list = node.putArray("skip");
            lines.forEach(list::add);
        });
        directions.comment().ifPresent(sign -> node.put("comment", text(sign)));
        directions.encoding().ifPresent(name -> node.put("encoding", name));
        directions.sheet().ifPresent(name -> node.put("sheet", name));
        if (!directions.types().isEmpty()) {
            ObjectNode types = node.putObject("types");
            directions.sortedTypes().forEach((name, type) -> types.put(name, type.word()));
        }
    }

    private static String text(char mark) {
        return mark == 0 ? "" : String.valueOf(mark);
    }
}
